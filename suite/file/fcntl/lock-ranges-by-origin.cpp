// A lock's range counts from the position or from the end. A negative length reaches backwards, and a length of 0
// reaches to infinity.
// Covers: fcntl F_SETLK, l_whence, negative l_len, l_len 0
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "01234567890123456789");
  Fd file = setup::open("file", O_RDWR);
  setup::seek(file, 5);
  report("SEEK_CUR, two on, four back", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 2, -4, SEEK_CUR)));
  report("seen", locks::seen(file, 0));
  report("SEEK_END, three back, two", locks::lock(file, F_SETLK, locks::range(F_RDLCK, -3, 2, SEEK_END)));
  report("seen from 7", locks::seen(file, 7));
  report("SEEK_END, one on, to infinity", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 1, 0, SEEK_END)));
  report("seen from 19", locks::seen(file, 19));
  report("the last byte that exists", locks::lock(file, F_SETLK, locks::range(F_UNLCK, 0x7fffffffffffffff, 1)));
  report("seen from 19", locks::seen(file, 19));
}
