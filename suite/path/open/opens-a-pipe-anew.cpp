// open of /proc/self/fd/N opens a pipe anew, for either direction, and a reader does not wait for a writer. Looking
// at the name does not keep the pipe.
// Covers: open /proc/self/fd of a pipe
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe(O_NONBLOCK);
  Line name = label("/proc/self/fd/", int{pipe.read});
  struct stat status = {};
  for (const char *directory : {"/proc/self/fd/", "/proc/self/fdinfo/"})
    report(label("lstat in ", directory), sys::lstat(label(directory, int{pipe.write}).c_str(), &status));
  setup::write_all(pipe.write, "kept");
  pipe.write.reset();
  const Result reader = sys::open(name.c_str(), O_RDONLY, 0);
  report("open to read", reader);
  char buffer[16] = {};
  report("read", sys::read(reader.fd(), buffer, 4));
  report("bytes", Text(buffer, 4));
  report("read at the end", sys::read(pipe.read, buffer, sizeof(buffer)));
  const Result writer = sys::open(name.c_str(), O_WRONLY, 0);
  report("open to write", writer);
  report("read with a writer", sys::read(pipe.read, buffer, sizeof(buffer)));
  setup::write_all(writer.fd(), "more");
  report("read of what it wrote", sys::read(pipe.read, buffer, sizeof(buffer)));
}
