// A path may lead over 40 symbolic links, in a row or nested. The last, which is read and not followed, is not
// counted.
// Covers: readlink ELOOP
// Covers: symlink loops
#include "wali/test.h"

namespace {

// Where something is mounted in the meantime the kernel walks the path anew, and does
// not begin to count anew: hence several tries.
Result read(Line path) {
  char buffer[16];
  Result result = {-ELOOP};
  for (int tries = 0; tries < 20 && result.value == -ELOOP; ++tries)
    result = sys::readlink(path.c_str(), buffer, sizeof(buffer));
  return result;
}

// So many times `here/`, and `end`.
Line in_a_row(int count, const char *end) {
  Line path;
  for (int i = 0; i < count; ++i)
    path << "here/";
  path << end;
  return path;
}

} // namespace

void test() {
  setup::mkdir("nested0");
  setup::symlink("target", "nested0/link");
  setup::symlink("target", "link");
  setup::symlink(".", "here");
  for (int i = 1; i <= 41; ++i)
    setup::symlink(label("nested", i - 1).c_str(), label("nested", i).c_str());
  report("40 in a row", read(in_a_row(40, "link")));
  report("41 in a row", read(in_a_row(41, "link")));
  report("40 nested", read(label("nested40/link")));
  report("41 nested", read(label("nested41/link")));
  report("20 nested behind 20 in a row", read(in_a_row(20, "nested20/link")));
  report("21 nested behind 20 in a row", read(in_a_row(20, "nested21/link")));
  report("the 41st itself", read(label("nested41")));
}
