// SEEK_DATA and SEEK_HOLE find the next data and the next hole, beyond 4 GiB too. The end counts as a hole. Beyond it
// there is neither.
// Covers: lseek SEEK_DATA, SEEK_HOLE, ENXIO
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  constexpr int64_t far = int64_t{5} << 30;
  static char block[65536];
  // A tmpfs knows its holes; the scratch file system may have none.
  Fd file = setup::open(label(setup::disk, "/sparse").c_str(), O_RDWR | O_CREAT);
  setup::require_value("pwrite64", sys::pwrite64(file, block, sizeof(block), far), sizeof(block));
  report("data from 0", sys::lseek(file, 0, SEEK_DATA));
  report("data from within it", sys::lseek(file, far + 17, SEEK_DATA));
  report("hole from 1", sys::lseek(file, 1, SEEK_HOLE));
  report("hole from within the data", sys::lseek(file, far + 17, SEEK_HOLE));
  report("where it stands", sys::lseek(file, 0, SEEK_CUR));
  report("data at the end", sys::lseek(file, far + 65536, SEEK_DATA));
  report("hole at the end", sys::lseek(file, far + 65536, SEEK_HOLE));
  report("data behind the end", sys::lseek(file, far + 70000, SEEK_DATA));
  report("hole from a negative offset", sys::lseek(file, -1, SEEK_HOLE));
  report("data from a negative offset", sys::lseek(file, -1, SEEK_DATA));
  report("where it stands", sys::lseek(file, 0, SEEK_CUR));
  setup::resize(file, 2 * far);
  report("hole from within the data of the longer file", sys::lseek(file, far + 17, SEEK_HOLE));
  report("hole from within the hole at its end", sys::lseek(file, 2 * far - 1, SEEK_HOLE));
  report("data from within the hole at its end", sys::lseek(file, 2 * far - 1, SEEK_DATA));
}
