// A child starts with its parent's mask and changes its own; a thread changes that of
// all; execve keeps it.
// Covers: umask fork, threads, execve
#include "wali/test.h"

namespace {

// Makes a FIFO, by a host program: the calls have no mknod.
void make_fifo(const char *path) {
  Child child = setup::fork([&] {
    const char *const argv[] = {"mkfifo", path, nullptr};
    const char *const envp[] = {"PATH=/bin:/usr/bin", nullptr};
    sys::execve("/bin/mkfifo", argv, envp);
    sys::execve("/usr/bin/mkfifo", argv, envp);
    return 127;
  });
  setup::require("mkfifo", {child.wait().value ? -ENOENT : 0});
}

} // namespace

void test() {
  setup::require("umask", sys::umask(0123));
  Child child = setup::fork([] { return static_cast<int>(sys::umask(0077).value); });
  report("child", child.wait());
  static Result in_thread;
  Thread([](void *) { in_thread = sys::umask(0345); }).join();
  report("old mask in the thread", Octal{static_cast<uint64_t>(in_thread.value)});
  make_fifo("fifo");
  report("made by a program that was run", FileMode{setup::stat("fifo").st_mode});
  report("old mask", Octal{static_cast<uint64_t>(sys::umask(0).value)});
}
