// A lease belongs to the open file: it stays when one copy of its descriptor is closed, any copy
// can give it up, and it ends with the last copy.
// Covers: fcntl F_SETLEASE, F_GETLEASE, last close, lease of copies
#include "wali/test.h"

namespace {

Choice lease_of(int fd) { return {abi::sets::lock_type, sys::fcntl(fd, F_GETLEASE, 0).value}; }

Result opened_to_write() {
  Result result = sys::open("file", O_WRONLY | O_NONBLOCK, 0);
  return {result.ok() ? sys::close(result.fd()).value : result.value};
}

} // namespace

void test() {
  setup::write_file("file", "");
  setup::block(SIGIO);
  Fd file = setup::open("file", O_RDONLY), copy = setup::duplicate(file);
  report("F_SETLEASE F_RDLCK", sys::fcntl(file, F_SETLEASE, F_RDLCK));
  report("lease of the copy", lease_of(copy));
  report("copy gives it up", sys::fcntl(copy, F_SETLEASE, F_UNLCK));
  report("lease", lease_of(file));
  report("F_SETLEASE F_RDLCK", sys::fcntl(file, F_SETLEASE, F_RDLCK));
  file.reset();
  report("lease of the copy after the close", lease_of(copy));
  report("open to write", opened_to_write());
  copy.reset();
  report("open to write after the last close", opened_to_write());
}
