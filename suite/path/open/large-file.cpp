// A file larger than 2 GiB is opened without O_LARGEFILE and written at its end. F_GETFL has the flag anyway.
// Covers: open O_LARGEFILE
// Covers: openat O_LARGEFILE
#include "wali/test.h"

void test() {
  constexpr int64_t size = (int64_t{1} << 31) + 5;
  setup::require_zero("ftruncate", sys::ftruncate(setup::open("file", O_RDWR | O_CREAT), size));
  Fd opened(sys::open("file", O_RDWR, 0).fd()), opened_at(sys::openat(AT_FDCWD, "file", O_RDONLY, 0).fd());
  report("status flags, open", setup::status_flags(opened));
  report("status flags, openat", setup::status_flags(opened_at));
  report("lseek to the end", sys::lseek(opened, 0, SEEK_END));
  report("write", sys::write(opened, "last", 4));
  char buffer[8];
  report("pread64", sys::pread64(opened_at, buffer, 8, size - 2));
  report("bytes", Text(buffer, 6));
}
