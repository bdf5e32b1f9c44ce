// getcwd returns the length of the path with its NUL, writes the NUL too, and writes nothing behind it.
// Covers: getcwd length
#include "wali/test.h"

void test() {
  GuardedBytes<1024> before, after;
  Result length = sys::getcwd(reinterpret_cast<char *>(*&before), 1024);
  report("getcwd", length);
  setup::mkdir("nine-char");
  setup::chdir("nine-char");
  Result longer = sys::getcwd(reinterpret_cast<char *>(*&after), 1024);
  report("getcwd nine characters and a slash deeper", longer);
  report("first byte", after.bytes(1));
  report("bytes that differ from the path above", uint64_t{differing_bytes(*&before, *&after, length.size() - 1)});
  report("last bytes", after.bytes(longer.size()).part(longer.size() - 11));
  report_poison("rest", *&after + longer.size(), 1024 - longer.size());
  report_walls("walls", after);
}
