// Copies of a descriptor and a child share an open file's lock. It outlives the close of another
// descriptor, and ends with the last copy.
// Covers: fcntl F_OFD_SETLK, fork, last close, open file's lock after fork
// Covers: fork locks of open files
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "");
  Fd holder = setup::open("file", O_RDWR), contender = setup::open("file", O_RDWR);
  Fd copy = setup::duplicate(holder);
  report("lock", locks::lock(holder, F_OFD_SETLK, locks::range(F_WRLCK, 0, 10)));
  setup::in_child([&] {
    report("larger lock by a child", locks::lock(holder, F_OFD_SETLK, locks::range(F_WRLCK, 0, 20)));
    report("contender in the child", locks::lock(contender, F_OFD_SETLK, locks::range(F_WRLCK, 0, 1)));
  });
  setup::open("file", O_RDWR).reset();
  report("contender after another close", locks::lock(contender, F_OFD_SETLK, locks::range(F_RDLCK, 19, 1)));
  holder.reset();
  report("contender after the first copy's close", locks::lock(contender, F_OFD_SETLK, locks::range(F_RDLCK, 19, 1)));
  copy.reset();
  report("contender after the last copy's close", locks::lock(contender, F_OFD_SETLK, locks::range(F_RDLCK, 19, 1)));
}
