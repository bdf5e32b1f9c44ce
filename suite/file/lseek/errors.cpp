// lseek refuses bad descriptors, pipes and sockets, unknown origins and results below 0 or beyond 64 bits. The
// position stays as it was.
// Covers: lseek EBADF, ESPIPE, EINVAL
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY), path = setup::open("file", O_PATH);
  setup::seek(file, 4);
  Pipe pipe = setup::pipe();
  SocketPair sockets = setup::socketpair();
  report("lseek: closed", sys::lseek(-1, 0, SEEK_SET));
  report("lseek: O_PATH", sys::lseek(path, 0, SEEK_SET));
  report("lseek: pipe", sys::lseek(pipe.read, 0, SEEK_CUR));
  report("lseek: socket", sys::lseek(sockets.first, 0, SEEK_CUR));
  report("lseek: origin 5 of a pipe", sys::lseek(pipe.read, 0, 5));
  report("lseek: origin 5 of a closed descriptor", sys::lseek(-1, 0, 5));
  report("lseek: origin 5", sys::lseek(file, 0, 5));
  report("lseek: origin -1", sys::lseek(file, 0, -1));
  report("lseek: SEEK_SET to -1", sys::lseek(file, -1, SEEK_SET));
  report("lseek: SEEK_CUR to -1", sys::lseek(file, -5, SEEK_CUR));
  report("lseek: SEEK_END to -1", sys::lseek(file, -11, SEEK_END));
  report("lseek: SEEK_CUR beyond 64 bits", sys::lseek(file, 0x7fffffffffffffff, SEEK_CUR));
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
