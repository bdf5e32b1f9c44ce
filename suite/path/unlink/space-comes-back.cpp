// The space of a file without names is free when the last descriptor is closed, and
// no sooner.
// Covers: unlink space
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  constexpr size_t more_than_there_is = 300000;
  setup::require("chdir", sys::chdir(setup::disk));
  Fd full = setup::open("full", O_WRONLY | O_CREAT), second = setup::open("full", O_RDONLY),
     other = setup::open("other", O_WRONLY | O_CREAT);
  report("write", sys::write(full, setup::map(more_than_there_is), more_than_there_is));
  report("write to another file", sys::write(other, "x", 1));
  report("unlink", sys::unlink("full"));
  report("write to another file", sys::write(other, "x", 1));
  full.reset();
  report("write to another file", sys::write(other, "x", 1));
  second.reset();
  report("write to another file, none has it open", sys::write(other, "x", 1));
}
