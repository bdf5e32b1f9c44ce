// The length of the working directory's path comes back with its NUL, which is
// written too, and nothing behind it.
// Covers: getcwd length
#include "wali/test.h"

void test() {
  GuardedBytes<1024> before, after;
  int64_t length = setup::require_count("getcwd", sys::getcwd(reinterpret_cast<char *>(*&before), 1024), 1024);
  setup::mkdir("nine-char");
  setup::chdir("nine-char");
  Result result = sys::getcwd(reinterpret_cast<char *>(*&after), 1024);
  report("longer by", result.value - length);
  report("first byte", after.bytes(1));
  report("last bytes", after.bytes().part(static_cast<size_t>(length) - 1, 11));
  report_poison("rest", *&after + result.size(), 1024 - result.size());
  report_walls("walls", after);
}
