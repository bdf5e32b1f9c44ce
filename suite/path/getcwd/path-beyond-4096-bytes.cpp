// A working directory may lie deeper than any path reaches: its own cannot be told,
// and relative names work there still.
// Covers: getcwd ENAMETOOLONG
#include "wali/test.h"

namespace {

// A name of `size` bytes.
const char *name_of(size_t size) {
  static char name[PATH_MAX + 1];
  __builtin_memset(name, 'n', size);
  name[size] = 0;
  return name;
}

} // namespace

void test() {
  for (int depth = 0; depth < 17; ++depth) {
    setup::mkdir(name_of(250));
    setup::require("chdir", sys::chdir(name_of(250)));
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
