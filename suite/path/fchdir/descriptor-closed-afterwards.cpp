// fchdir needs the descriptor only for the call: the working directory stays when it is closed, and
// when another directory gets its number.
// Covers: fchdir closed descriptor
#include "wali/test.h"

void test() {
  setup::mkdir("a");
  setup::mkdir("b");
  setup::write_file("a/name", "in a");
  setup::write_file("b/name", "in b");
  Fd other = setup::open("b", O_RDONLY | O_DIRECTORY);
  const int number = setup::open("a", O_RDONLY | O_DIRECTORY).release();
  report("fchdir", sys::fchdir(number));
  report("close", sys::close(number));
  report("name", setup::read_file("name"));
  setup::require_value("dup2", sys::dup2(other, number), number);
  report("name", setup::read_file("name"));
  report("faccessat by AT_FDCWD", sys::faccessat(AT_FDCWD, "../b/name", F_OK, 0));
  report("close", sys::close(number));
  report("name", setup::read_file("name"));
}
