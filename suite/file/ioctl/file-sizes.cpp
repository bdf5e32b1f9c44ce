// FIGETBSZ gives four bytes, FIOQSIZE eight.
// Covers: ioctl FIGETBSZ, FIOQSIZE, ENOTTY
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  Pipe pipe = setup::pipe();
  Guarded<int32_t> block;
  report("FIGETBSZ", sys::ioctl(file, FIGETBSZ, &block));
  report_walls("walls", block);
  report("block against 512 less 1", compared(*block, 511));
  Guarded<int64_t> size;
  report("FIOQSIZE", sys::ioctl(file, FIOQSIZE, &size));
  report_walls("walls", size);
  report("size of the empty file", *size);
  size.fill();
  report("FIOQSIZE of a pipe", sys::ioctl(pipe.read, FIOQSIZE, &size));
  report_poison("size", size);
  report("FIGETBSZ at a bad address", sys::ioctl(file, FIGETBSZ, setup::bad_address()));
  report("FIOQSIZE at a bad address", sys::ioctl(file, FIOQSIZE, setup::bad_address()));
}
