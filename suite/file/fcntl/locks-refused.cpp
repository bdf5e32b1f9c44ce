// F_SETLK and F_GETLK refuse a lock that the descriptor's access mode does not allow, and
// a type or range that does not exist.
// Covers: fcntl F_SETLK, EBADF, EINVAL, EOVERFLOW
#include "suite/file/locks.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR), reader = setup::open("file", O_RDONLY), writer = setup::open("file", O_WRONLY);
  report("F_SETLK: write lock, read-only", locks::lock(reader, F_SETLK, locks::range(F_WRLCK, 0, 1)));
  report("F_SETLK: read lock, write-only", locks::lock(writer, F_SETLK, locks::range(F_RDLCK, 0, 1)));
  report("F_SETLKW: write lock, read-only", locks::lock(reader, F_SETLKW, locks::range(F_WRLCK, 0, 1)));
  report("F_SETLK: read lock, read-only", locks::lock(reader, F_SETLK, locks::range(F_RDLCK, 0, 1)));
  report("F_SETLK: unlock, read-only", locks::lock(reader, F_SETLK, locks::range(F_UNLCK, 0, 1)));
  report("F_SETLK: type 3", locks::lock(file, F_SETLK, locks::range(3, 0, 1)));
  report("F_GETLK: type 3", locks::lock(file, F_GETLK, locks::range(3, 0, 1)));
  report("F_GETLK: type F_UNLCK", locks::lock(file, F_GETLK, locks::range(F_UNLCK, 0, 1)));
  report("F_SETLK: origin 3", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0, 1, 3)));
  report("F_SETLK: starts at -1", locks::lock(file, F_SETLK, locks::range(F_WRLCK, -1, 1)));
  report("F_SETLK: starts at -1 from the end", locks::lock(file, F_SETLK, locks::range(F_WRLCK, -11, 1, SEEK_END)));
  report("F_SETLK: reaches back to -1", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 4, -5)));
  report("F_SETLK: ends beyond 64 bits", locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0x7fffffffffffffff, 2)));
  report("F_SETLK: starts beyond 64 bits",
         locks::lock(file, F_SETLK, locks::range(F_WRLCK, 0x7fffffffffffffff, 1, SEEK_END)));
  report("F_GETLK: ends beyond 64 bits", locks::lock(file, F_GETLK, locks::range(F_WRLCK, 0x7fffffffffffffff, 2)));
}
