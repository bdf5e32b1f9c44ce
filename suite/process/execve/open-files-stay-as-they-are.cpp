// execve changes neither the status flags nor the position of an open file, which the executed
// program shares with its parent.
// Covers: execve descriptors, status flags, position
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT | O_APPEND | O_NONBLOCK);
  setup::write_all(file, "0123456789");
  setup::seek(file, 4);
  Pipe pipe = setup::pipe();
  setup::set_status_flags(pipe.read, O_NONBLOCK);
  report("child", setup::fork([] {
                    const char *const argv[] = {"true", nullptr};
                    blocked("execve", sys::execve("/bin/true", argv, nullptr));
                  }).wait());
  report("flags of the file", setup::status_flags(file));
  report("flags of the pipe", setup::status_flags(pipe.read));
  report("position", sys::lseek(file, 0, SEEK_CUR));
}
