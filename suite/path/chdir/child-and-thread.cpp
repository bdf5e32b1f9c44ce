// A child starts in its parent's directory and changes its own; a thread changes
// that of all; execve keeps it.
// Covers: chdir fork, threads, execve
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::mkdir("a/b");
  setup::write_file("name", "top");
  setup::write_file("a/name", "in a");
  setup::write_file("a/b/name", "in b");
  setup::require_zero("chdir", sys::chdir("a"));
  char *seen = static_cast<char *>(setup::shared_memory(64));
  Child child = setup::fork([&] {
    __builtin_memcpy(seen, setup::read_file("name").data, 4);
    setup::require_zero("chdir", sys::chdir("b"));
    __builtin_memcpy(seen + 4, setup::read_file("name").data, 4);
  });
  report("child", child.wait());
  report("child before and after", Text(seen, 8));
  report("parent", setup::read_file("name"));
  setup::make_fifo("fifo");
  static Result result;
  Thread([](void *) { result = sys::chdir(".."); }).join();
  report("chdir of a thread", result);
  report("after the thread", setup::read_file("name"));
  struct stat made = {};
  report("stat of what a program made in a", sys::stat("a/fifo", &made));
  report("its type", FileMode{made.st_mode & S_IFMT});
}
