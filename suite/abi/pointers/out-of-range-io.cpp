// Buffers and vectors outside memory give -EFAULT from read, write and writev. What there was to
// read can still be read.
// Covers: pointers read EFAULT, write EFAULT, writev EFAULT
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "data");
  setup::seek(file, 0);
  void *bad = setup::bad_address();
  report("read", sys::read(file, bad, 4));
  report("write", sys::write(file, bad, 4));
  report("writev with a bad vector", sys::writev(file, static_cast<iovec *>(bad), 1));
  const iovec vector[] = {{bad, 4}};
  report("writev with a bad base", sys::writev(file, vector, 1));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("contents", setup::read_file("file"));
}
