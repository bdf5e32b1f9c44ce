// O_NONBLOCK and O_ASYNC belong to the open file: set by a copy that dup, dup2, dup3 or
// F_DUPFD made, they are there for all descriptors of a pipe's end.
// Covers: dup shared flags
// Covers: dup2 shared flags
// Covers: dup3 shared flags
// Covers: fcntl F_DUPFD, shared flags
#include "wali/test.h"

namespace {

void show(const char *name, int end, Result copy) {
  report(label("F_SETFL of the copy by ", name), sys::fcntl(copy.fd(), F_SETFL, O_NONBLOCK));
  report("flags of the first", setup::status_flags(end));
  report("F_SETFL of the first", sys::fcntl(end, F_SETFL, O_ASYNC));
  report("flags of the copy", setup::status_flags(copy.fd()));
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  show("dup", pipe.read, sys::dup(pipe.read));
  show("dup2", pipe.read, sys::dup2(pipe.read, 40));
  show("dup3", pipe.read, sys::dup3(pipe.read, 41, O_CLOEXEC));
  show("F_DUPFD", pipe.read, sys::fcntl(pipe.read, F_DUPFD, 42));
}
