// pread64 refuses bad descriptors, pipes, directories, offsets below 0 or beyond 64 bits, and bad addresses. Nothing
// is stored.
// Covers: pread64 EBADF, ESPIPE, EINVAL, EISDIR, EFAULT
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY), writer = setup::open("file", O_WRONLY),
     directory = setup::open(".", O_RDONLY);
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "keep");
  GuardedBytes<8> buffer;
  report("pread64: closed", sys::pread64(-1, &buffer, 8, 0));
  report("pread64: write-only", sys::pread64(writer, &buffer, 8, 0));
  report("pread64: pipe", sys::pread64(pipe.read, &buffer, 4, 0));
  report("pread64: nothing of a pipe", sys::pread64(pipe.read, &buffer, 0, 0));
  report("pread64: directory", sys::pread64(directory, &buffer, 8, 0));
  report("pread64: offset -1", sys::pread64(file, &buffer, 8, -1));
  report("pread64: offset -1 of a closed descriptor", sys::pread64(-1, &buffer, 8, -1));
  report("pread64: offset -4 GiB", sys::pread64(file, &buffer, 8, -0x100000000));
  report("pread64: ends beyond 64 bits", sys::pread64(file, &buffer, 8, 0x7fffffffffffffff));
  report_poison("buffer", buffer);
  report("pread64: bad buffer", sys::pread64(file, setup::bad_address(), 8, 0));
  pipe.write.reset();
  report("the pipe still has", setup::read_all(pipe.read));
}
