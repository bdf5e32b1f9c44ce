// A count of 0 writes nothing, not even to a full pipe, but the descriptor is
// judged.
// Covers: write count 0, NULL with count 0, EBADF
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_WRONLY), reader = setup::open("file", O_RDONLY);
  Pipe pipe = setup::pipe();
  report("file", sys::write(file, "lost", 0));
  report("file, no buffer", sys::write(file, nullptr, 0));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("contents", setup::read_file("file"));
  report("pipe", sys::write(pipe.write, "lost", 0));
  pipe.write.reset();
  report("what the pipe has", setup::read_all(pipe.read));
  report("read-only", sys::write(reader, "lost", 0));
  report("closed", sys::write(-1, "lost", 0));
}
