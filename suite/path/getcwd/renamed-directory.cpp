// If a directory above the working directory is renamed, getcwd gives the new path at once.
// Covers: getcwd path, renamed directory
#include "wali/test.h"

void test() {
  setup::mkdir("old");
  setup::mkdir("old/inner");
  GuardedBytes<1024> buffer;
  char *path = reinterpret_cast<char *>(*&buffer);
  setup::chdir("old/inner");
  report("getcwd", sys::getcwd(path, 1024));
  setup::rename("../../old", "../../another");
  buffer.fill();
  Result result = sys::getcwd(path, 1024);
  report("getcwd after the change of three letters to seven", result);
  report("last bytes", buffer.bytes(result.size()).part(result.size() - 15));
  report_poison("rest", path + result.size(), 1024 - result.size());
}
