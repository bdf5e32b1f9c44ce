// A child has its parent's lease through its copy of the descriptor, and can give it up. The
// child's end alone leaves it.
// Covers: fcntl F_SETLEASE, F_GETLEASE, fork
#include "wali/test.h"

namespace {

Choice lease(int fd) { return {abi::sets::lock_type, sys::fcntl(fd, F_GETLEASE, 0).value}; }

} // namespace

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDONLY);
  report("F_SETLEASE", sys::fcntl(file, F_SETLEASE, F_RDLCK));
  setup::in_child([&] { report("in a child, lease", lease(file)); });
  report("lease after its end", lease(file));
  setup::in_child([&] { report("in another, F_SETLEASE F_UNLCK", sys::fcntl(file, F_SETLEASE, F_UNLCK)); });
  report("lease", lease(file));
}
