// flock and fcntl locks do not see each other.
// Covers: flock and fcntl
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR), other = setup::open("file", O_RDWR);
  report("flock exclusive", sys::flock(file, LOCK_EX | LOCK_NB));
  struct flock whole = {};
  whole.l_type = F_WRLCK;
  report("F_OFD_SETLK by another open", sys::fcntl(other, F_OFD_SETLK, reinterpret_cast<uintptr_t>(&whole)));
  report("flock by that open", sys::flock(other, LOCK_SH | LOCK_NB));
}
