// If no lock conflicts, F_GETLK sets the type to F_UNLCK and leaves every other field unchanged. The caller's own
// locks never conflict.
// Covers: fcntl F_GETLK, F_OFD_GETLK, F_UNLCK, no lock in the way
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR);
  setup::require_zero("fcntl", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, 20)));
  Guarded<struct flock> found;
  *found = locks::range(F_WRLCK, -3, 2, SEEK_END);
  found->l_pid = 4242;
  report("F_GETLK", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report_walls("walls", found);
  report("lock", *found);
  *found = locks::range(F_RDLCK, 30, 0);
  report("F_OFD_GETLK behind its end", sys::fcntl(file, F_OFD_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report("lock", *found);
  *found = locks::range(3, 0, 7);
  report("F_GETLK of type 3", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report("type", found->l_type);
  report("length", found->l_len);
}
