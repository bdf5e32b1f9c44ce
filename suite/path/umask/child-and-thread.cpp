// A child starts with its parent's mask and changes its own; a thread changes that of
// all; execve keeps it.
// Covers: umask fork, threads, execve
#include "wali/test.h"

void test() {
  setup::require_count("umask", sys::umask(0123), 0777);
  Child child = setup::fork([] { return static_cast<int>(sys::umask(0077).value); });
  report("child", child.wait());
  static Result in_thread;
  Thread([](void *) { in_thread = sys::umask(0345); }).join();
  report("old mask in the thread", Octal{static_cast<uint64_t>(in_thread.value)});
  setup::make_fifo("fifo");
  report("made by a program that was run", FileMode{setup::stat("fifo").st_mode});
  report("old mask", Octal{static_cast<uint64_t>(sys::umask(0).value)});
}
