// Unlocking the middle leaves two locks, locking it again makes one, and a read
// lock in the middle makes three.
// Covers: fcntl F_SETLK, F_UNLCK, split, merge
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  report("lock", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 10, 100)));
  report("unlock the middle", locks::lock(file, F_SETLK, locks::range(F_UNLCK, 40, 20)));
  report("seen", locks::seen(file, 0));
  report("seen from 40", locks::seen(file, 40));
  report("lock the middle", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 35, 40)));
  report("seen", locks::seen(file, 0));
  report("read lock in the middle", locks::lock(file, F_SETLK, locks::range(F_RDLCK, 50, 10)));
  report("seen", locks::seen(file, 0));
  report("seen from 50", locks::seen(file, 50));
  report("seen from 60", locks::seen(file, 60));
}
