// open and openat with O_NONBLOCK fail with EAGAIN for a file that has a write lease, and the holder gets a signal.
// Covers: open EAGAIN, lease
// Covers: openat EAGAIN
#include "wali/test.h"

namespace {

int told;

} // namespace

void test() {
  setup::on_signal(SIGIO, [](int) { ++told; });
  Fd holder = setup::open("file", O_RDWR | O_CREAT);
  setup::require_zero("fcntl", sys::fcntl(holder, F_SETLEASE, F_WRLCK));
  report("open", sys::open("file", O_RDONLY | O_NONBLOCK, 0));
  report("openat", sys::openat(AT_FDCWD, "file", O_RDONLY | O_NONBLOCK, 0));
  report("signals", told);
  setup::require_zero("fcntl", sys::fcntl(holder, F_SETLEASE, F_UNLCK));
  report("open after the lease", sys::open("file", O_RDONLY | O_NONBLOCK, 0));
}
