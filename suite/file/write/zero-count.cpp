// A count of 0 writes nothing and waits for nothing, even at a full pipe, but the
// descriptor is checked.
// Covers: write count 0, NULL with count 0, EBADF
#include "wali/test.h"

void test() {
  setup::write_file("file", "data");
  Fd file = setup::open("file", O_WRONLY), reader = setup::open("file", O_RDONLY);
  Pipe pipe = setup::pipe(O_NONBLOCK);
  setup::set_capacity(pipe.write, 4096);
  static char page[4096];
  report("file", sys::write(file, "lost", 0));
  report("file, no buffer", sys::write(file, nullptr, 0));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("contents", setup::read_file("file"));
  report("pipe", sys::write(pipe.write, "lost", 0));
  setup::write_all(pipe.write, {page, sizeof(page)});
  report("full pipe", sys::write(pipe.write, "lost", 0));
  pipe.write.reset();
  report("bytes in the pipe", setup::read_all(pipe.read).size);
  report("read-only", sys::write(reader, "lost", 0));
  report("closed", sys::write(-1, "lost", 0));
}
