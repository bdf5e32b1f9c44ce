// A working directory may lie deeper than any path reaches: its own cannot be told,
// and relative names work there still.
// Covers: getcwd ENAMETOOLONG
#include "wali/test.h"

void test() {
  for (int depth = 0; depth < 17; ++depth) {
    setup::mkdir(setup::name_of(250));
    setup::require("chdir", sys::chdir(setup::name_of(250)));
  }
  static GuardedBytes<8192> buffer;
  buffer.fill();
  report("getcwd", sys::getcwd(reinterpret_cast<char *>(*&buffer), 8192));
  report_poison("buffer", buffer);
  setup::write_file("file", "deep");
  report("file", setup::read_file("file"));
  setup::require("chdir", sys::chdir("../.."));
  report("two levels up, against 3750 bytes",
         compared(sys::getcwd(reinterpret_cast<char *>(*&buffer), 8192).value, int64_t{3750}));
}
