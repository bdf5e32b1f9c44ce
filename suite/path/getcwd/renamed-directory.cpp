// A directory above the working directory may get another name: the path has it at once.
// Covers: getcwd path, renamed directory
#include "wali/test.h"

void test() {
  setup::mkdir("old");
  setup::mkdir("old/inner");
  GuardedBytes<1024> buffer;
  char *path = reinterpret_cast<char *>(*&buffer);
  setup::chdir("old/inner");
  int64_t length = setup::require_count("getcwd", sys::getcwd(path, 1024), 1024);
  setup::rename("../../old", "../../another");
  buffer.fill();
  Result result = sys::getcwd(path, 1024);
  report("longer by", result.value - length);
  report("last bytes", buffer.bytes(result.size()).part(result.size() - 15));
  report_poison("rest", path + result.size(), 1024 - result.size());
}
