// getcwd gives a path of 4096 bytes with its NUL. A working directory that lies deeper gives
// -ENAMETOOLONG, and relative names still work there.
// Covers: getcwd ENAMETOOLONG
#include "wali/test.h"

namespace {

void descend(size_t name_size) {
  setup::mkdir(setup::name_of(name_size));
  setup::chdir(setup::name_of(name_size));
}

} // namespace

void test() {
  static GuardedBytes<8192> buffer;
  char *path = reinterpret_cast<char *>(*&buffer);
  size_t length = setup::require_count("getcwd", sys::getcwd(path, 8192), 8192);
  // Each name has a slash before it; the last is to end at 4096.
  for (; length + 251 < 4095; length += 251)
    descend(250);
  const size_t last = 4096 - length - 1;
  descend(last);
  buffer.fill();
  report("getcwd", sys::getcwd(path, 4096));
  report("first byte", buffer.bytes(1));
  report("last name and its NUL, bytes that differ",
         uint64_t{differing_bytes(path + 4095 - last, setup::name_of(last), last + 1)});
  report_poison("rest", path + 4096, 4096);
  report("in a smaller buffer", sys::getcwd(path, 4095));
  descend(1);
  buffer.fill();
  report("getcwd one deeper", sys::getcwd(path, 8192));
  report("in a smaller buffer", sys::getcwd(path, 1));
  report_poison("buffer", buffer);
  setup::write_file("file", "deep");
  report("file", setup::read_file("file"));
  setup::chdir("..");
  report("getcwd one up", sys::getcwd(path, 8192));
}
