// FIGETBSZ gives the size of the file system's blocks in four bytes, FIOQSIZE the room that
// a file takes up in eight.
// Covers: ioctl FIGETBSZ, FIOQSIZE, ENOTTY
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  Line path = label(setup::disk, "/file");
  Fd file = setup::open(path.c_str(), O_RDWR | O_CREAT), procs = setup::open("/proc", O_RDONLY);
  Pipe pipe = setup::pipe();
  Guarded<int32_t> block;
  report("FIGETBSZ", sys::ioctl(procs, FIGETBSZ, &block));
  report_walls("walls", block);
  report("block of /proc", *block); // some file systems of the scratch have none
  Guarded<int64_t> size;
  report("FIOQSIZE", sys::ioctl(file, FIOQSIZE, &size));
  report_walls("walls", size);
  report("size of the empty file", *size);
  static char bytes[5000];
  setup::write_all(file, {bytes, sizeof(bytes)});
  report("bytes by st_blocks", 512 * setup::stat(path.c_str()).st_blocks);
  report("FIOQSIZE", sys::ioctl(file, FIOQSIZE, &size));
  report("size", *size);
  size.fill();
  report("FIOQSIZE of a pipe", sys::ioctl(pipe.read, FIOQSIZE, &size));
  report_poison("size afterwards", size);
  report("FIGETBSZ at a bad address", sys::ioctl(procs, FIGETBSZ, setup::bad_address()));
  report("FIOQSIZE at a bad address", sys::ioctl(file, FIOQSIZE, setup::bad_address()));
}
