// A flock lock does not conflict with either kind of fcntl lock.
// Covers: flock and fcntl
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR), other = setup::open("file", O_RDWR);
  report("flock exclusive", sys::flock(file, LOCK_EX | LOCK_NB));
  struct flock whole = {};
  whole.l_type = F_WRLCK;
  setup::in_child([&] {
    report("F_SETLK by a child", sys::fcntl(other, F_SETLK, reinterpret_cast<uintptr_t>(&whole)));
    report("F_GETLK by a child", sys::fcntl(other, F_GETLK, reinterpret_cast<uintptr_t>(&whole)));
    report("l_type", Choice{abi::sets::lock_type, whole.l_type});
  });
  report("F_OFD_SETLK by another open", sys::fcntl(other, F_OFD_SETLK, reinterpret_cast<uintptr_t>(&whole)));
  setup::in_child([&] {
    Fd own = setup::open("file", O_RDWR);
    report("F_OFD_SETLK by a child", sys::fcntl(own, F_OFD_SETLK, reinterpret_cast<uintptr_t>(&whole)));
  });
  report("flock by that open", sys::flock(other, LOCK_SH | LOCK_NB));
  report("unlock by flock", sys::flock(file, LOCK_UN));
  report("flock beside the lock by fcntl", sys::flock(file, LOCK_EX | LOCK_NB));
}
