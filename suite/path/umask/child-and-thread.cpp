// A child inherits its parent's mask and changes its own alone. Threads share one mask. execve keeps it.
// Covers: umask fork, threads, execve
// Covers: fork umask
#include "wali/test.h"

namespace {

void report_old(const char *where, Result mask) {
  report(label("old mask ", where), Octal{static_cast<uint64_t>(mask.value)});
}

} // namespace

void test() {
  setup::require_count("umask", sys::umask(0123), 0777);
  setup::in_child([] { report_old("in the child", sys::umask(0077)); });
  Thread([](void *) { report_old("in the thread", sys::umask(0345)); }).join();
  setup::make_fifo("fifo");
  report("made by a program that was run", FileMode{setup::stat("fifo").st_mode});
  report_old("afterwards", sys::umask(0));
}
