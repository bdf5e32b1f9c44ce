// A new file belongs to the effective user that setreuid has set.
// Covers: setreuid owner of new files
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::chmod(".", 0777);
  report("setreuid", sys::setreuid(-1, 1000));
  setup::write_file("of 1000", "");
  report("owner", setup::stat("of 1000").st_uid);
  report("setreuid back to 0", sys::setreuid(-1, 0));
  setup::write_file("of root", "");
  report("owner", setup::stat("of root").st_uid);
}
