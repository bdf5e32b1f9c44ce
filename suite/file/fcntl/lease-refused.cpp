// A read lease needs a file that nobody has open for writing, and a write lease one that nobody else has open. Both
// need a regular file.
// Covers: fcntl F_SETLEASE, EAGAIN, EINVAL, lease refused
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd writer = setup::open("file", O_WRONLY), reader = setup::open("file", O_RDONLY);
  Pipe pipe = setup::pipe();
  report("read lease beside a writer", sys::fcntl(reader, F_SETLEASE, F_RDLCK));
  report("write lease beside another", sys::fcntl(writer, F_SETLEASE, F_WRLCK));
  report("read lease by the writer", sys::fcntl(writer, F_SETLEASE, F_RDLCK));
  report("type 3", sys::fcntl(reader, F_SETLEASE, 3));
  report("pipe", sys::fcntl(pipe.read, F_SETLEASE, F_RDLCK));
  writer.reset();
  report("read lease without a writer", sys::fcntl(reader, F_SETLEASE, F_RDLCK));
  report("F_GETLEASE", Choice{abi::sets::lock_type, sys::fcntl(reader, F_GETLEASE, 0).value});
}
