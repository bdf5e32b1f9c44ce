// A count of 0 reads nothing and waits for nothing, but the descriptor is checked.
// Covers: read count 0, NULL with count 0, EBADF, EISDIR
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_RDONLY), writer = setup::open("file", O_WRONLY),
     directory = setup::open(".", O_RDONLY);
  Pipe pipe = setup::pipe();
  GuardedBytes<4> buffer;
  report("file", sys::read(file, &buffer, 0));
  report("file, no buffer", sys::read(file, nullptr, 0));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("empty pipe", sys::read(pipe.read, &buffer, 0));
  report("write-only", sys::read(writer, &buffer, 0));
  report("directory", sys::read(directory, &buffer, 0));
  report("closed", sys::read(-1, &buffer, 0));
  report_poison("buffer", buffer);
}
