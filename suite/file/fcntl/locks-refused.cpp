// Locks that the descriptor's access mode does not allow, and ranges and types
// that are none.
// Covers: fcntl F_SETLK, EBADF, EINVAL, EOVERFLOW
#include "wali/test.h"

namespace {

struct flock range(int type, int64_t start, int64_t length, int whence = SEEK_SET) {
  struct flock lock = {};
  lock.l_type = static_cast<int16_t>(type);
  lock.l_whence = static_cast<int16_t>(whence);
  lock.l_start = start;
  lock.l_len = length;
  return lock;
}

Result lock(int fd, int command, struct flock region) {
  return sys::fcntl(fd, command, reinterpret_cast<uintptr_t>(&region));
}

} // namespace

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDWR), reader = setup::open("file", O_RDONLY), writer = setup::open("file", O_WRONLY);
  report("F_SETLK: write lock, read-only", lock(reader, F_SETLK, range(F_WRLCK, 0, 1)));
  report("F_SETLK: read lock, write-only", lock(writer, F_SETLK, range(F_RDLCK, 0, 1)));
  report("F_SETLKW: write lock, read-only", lock(reader, F_SETLKW, range(F_WRLCK, 0, 1)));
  report("F_SETLK: read lock, read-only", lock(reader, F_SETLK, range(F_RDLCK, 0, 1)));
  report("F_SETLK: unlock, read-only", lock(reader, F_SETLK, range(F_UNLCK, 0, 1)));
  report("F_SETLK: type 3", lock(file, F_SETLK, range(3, 0, 1)));
  report("F_GETLK: type 3", lock(file, F_GETLK, range(3, 0, 1)));
  report("F_GETLK: type F_UNLCK", lock(file, F_GETLK, range(F_UNLCK, 0, 1)));
  report("F_SETLK: origin 3", lock(file, F_SETLK, range(F_WRLCK, 0, 1, 3)));
  report("F_SETLK: starts at -1", lock(file, F_SETLK, range(F_WRLCK, -1, 1)));
  report("F_SETLK: starts at -1 from the end", lock(file, F_SETLK, range(F_WRLCK, -11, 1, SEEK_END)));
  report("F_SETLK: reaches back to -1", lock(file, F_SETLK, range(F_WRLCK, 4, -5)));
  report("F_SETLK: ends beyond 64 bits", lock(file, F_SETLK, range(F_WRLCK, 0x7fffffffffffffff, 2)));
  report("F_SETLK: starts beyond 64 bits", lock(file, F_SETLK, range(F_WRLCK, 0x7fffffffffffffff, 1, SEEK_END)));
  report("F_GETLK: ends beyond 64 bits", lock(file, F_GETLK, range(F_WRLCK, 0x7fffffffffffffff, 2)));
}
