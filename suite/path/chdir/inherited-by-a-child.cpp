// A child starts in the working directory of its parent. Its own chdir does not move the parent,
// nor the parent's the child.
// Covers: chdir fork
// Covers: fork working directory
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::mkdir("a/b");
  setup::write_file("name", "top");
  setup::write_file("a/name", "in a");
  setup::write_file("a/b/name", "in b");
  report("chdir", sys::chdir("a"));
  setup::in_child([] {
    report("name in the child", setup::read_file("name"));
    report("chdir in the child", sys::chdir("b"));
    report("name in the child", setup::read_file("name"));
  });
  report("name in the parent", setup::read_file("name"));
  Pipe start = setup::pipe();
  auto *seen = static_cast<char *>(setup::shared_memory(8));
  Child child = setup::fork([&] {
    start.write.reset();
    setup::read_all(start.read);
    __builtin_memcpy(seen, setup::read_file("name").data, 4);
  });
  report("chdir in the parent", sys::chdir("b"));
  start.write.reset();
  report("child", child.wait());
  report("name in the child", Text(seen, 4));
}
