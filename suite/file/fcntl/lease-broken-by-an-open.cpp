// A write lease makes another process's open fail or wait, and tells its holder by
// SIGIO; once it is given back the open succeeds.
// Covers: fcntl F_SETLEASE, F_GETLEASE, F_WRLCK, F_UNLCK, lease broken
#include "wali/test.h"

void test() {
  setup::set_mask(signal_bit(SIGIO));
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  auto opens = [] {
    return setup::fork(
               [] { return -static_cast<int>(sys::open("file", O_WRONLY | O_NONBLOCK, 0).value) == EAGAIN ? 1 : 2; })
        .wait();
  };
  report("at first", Choice{abi::sets::lock_type, sys::fcntl(file, F_GETLEASE, 0).value});
  report("F_SETLEASE", sys::fcntl(file, F_SETLEASE, F_WRLCK));
  report("F_GETLEASE", Choice{abi::sets::lock_type, sys::fcntl(file, F_GETLEASE, 0).value});
  report("pending", setup::pending_signals());
  report("child's open", opens());
  report("pending", setup::pending_signals());
  report("F_GETLEASE", Choice{abi::sets::lock_type, sys::fcntl(file, F_GETLEASE, 0).value});
  report("F_SETLEASE F_UNLCK", sys::fcntl(file, F_SETLEASE, F_UNLCK));
  report("child's open", opens());
}
