// Locks of open files conflict between two opens in one process, and with record locks. No
// process holds them: l_pid is -1, and must be 0 in the argument.
// Covers: fcntl F_OFD_SETLK, F_OFD_GETLK, EAGAIN, EINVAL, l_pid, open files of one process
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "");
  Fd first = setup::open("file", O_RDWR), second = setup::open("file", O_RDWR);
  constexpr int64_t start = int64_t{3} << 33;
  report("first", locks::lock(first, F_OFD_SETLK, locks::range(F_WRLCK, start, start)));
  report("second, on its last byte", locks::lock(second, F_OFD_SETLK, locks::range(F_RDLCK, 2 * start - 1, 1)));
  report("second, behind it", locks::lock(second, F_OFD_SETLK, locks::range(F_RDLCK, 2 * start, 1)));
  report("record lock of this process", locks::lock(second, F_SETLK, locks::range(F_RDLCK, start, 1)));
  Guarded<struct flock> found;
  *found = locks::range(F_RDLCK, 0, 0);
  report("F_OFD_GETLK by the second", sys::fcntl(second, F_OFD_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report_walls("walls", found);
  report("lock", *found);
  *found = locks::range(F_RDLCK, 0, 0);
  setup::require_zero("fcntl", sys::fcntl(second, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report("l_pid as F_GETLK has it", found->l_pid);
  *found = locks::range(F_WRLCK, 0, 1);
  found->l_pid = 1;
  report("F_OFD_SETLK with l_pid 1", sys::fcntl(first, F_OFD_SETLK, reinterpret_cast<uintptr_t>(&found)));
  report("F_OFD_GETLK with l_pid 1", sys::fcntl(first, F_OFD_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report("F_OFD_SETLKW with l_pid 1", sys::fcntl(first, F_OFD_SETLKW, reinterpret_cast<uintptr_t>(&found)));
  report("F_OFD_SETLK of type 3", locks::lock(first, F_OFD_SETLK, locks::range(3, 0, 1)));
}
