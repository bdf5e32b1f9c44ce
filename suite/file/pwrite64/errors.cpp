// pwrite64 refuses bad descriptors, pipes, offsets below 0 or beyond 64 bits, and bad addresses. Nothing is written.
// Covers: pwrite64 EBADF, ESPIPE, EINVAL, EFAULT, ENOSPC
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_WRONLY), reader = setup::open("file", O_RDONLY),
     device = setup::open("/dev/full", O_WRONLY);
  Pipe pipe = setup::pipe();
  report("pwrite64: closed", sys::pwrite64(-1, "lost", 4, 0));
  report("pwrite64: read-only", sys::pwrite64(reader, "lost", 4, 0));
  report("pwrite64: pipe", sys::pwrite64(pipe.write, "lost", 4, 0));
  report("pwrite64: offset -1", sys::pwrite64(file, "lost", 4, -1));
  report("pwrite64: offset -1 of a closed descriptor", sys::pwrite64(-1, "lost", 4, -1));
  report("pwrite64: offset -4 GiB", sys::pwrite64(file, "lost", 4, -0x100000000));
  report("pwrite64: ends beyond 64 bits", sys::pwrite64(file, "lost", 4, 0x7fffffffffffffff));
  report("pwrite64: full device", sys::pwrite64(device, "lost", 4, 0));
  report("pwrite64: bad buffer", sys::pwrite64(file, setup::bad_address(), 4, 0));
  pipe.write.reset();
  report("the pipe has", setup::read_all(pipe.read));
  report("contents", setup::read_file("file"));
}
