// Two processes may hold read locks on the same bytes. A write lock waits for the last of them.
// Covers: fcntl F_SETLK, F_RDLCK, EAGAIN, shared locks
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR);
  Pipe done = setup::pipe();
  Child child = locks::holding(done, file, locks::range(F_RDLCK, 2, 4));
  report("read lock", locks::lock(file, F_SETLK, locks::range(F_RDLCK, 0, 10)));
  report("upgrade beside it", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 6, 4)));
  report("upgrade of the shared bytes", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 5, 1)));
  struct flock found = locks::range(F_WRLCK, 0, 0);
  setup::require_zero("fcntl", sys::fcntl(file, F_GETLK, reinterpret_cast<uintptr_t>(&found)));
  report("what is in the way",
         label(Choice{abi::sets::lock_type, found.l_type}, " ", found.l_start, " length ", found.l_len));
  done.write.reset();
  report("child", child.wait());
  report("upgrade of the shared bytes", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 5, 1)));
}
