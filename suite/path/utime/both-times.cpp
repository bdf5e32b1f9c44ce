// Access and modification get the whole seconds given, before 1970 and after 2038
// too; without times both become the present.
// Covers: utime times, NULL
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  setup::symlink("file", "link");
  const utimbuf cases[] = {{-3, -2000000000}, {4294967299, 2147483653}, {1, 2}};
  for (const utimbuf &times : cases) {
    report("utime", sys::utime("link", &times));
    report("st_atim", setup::stat("file").st_atim);
    report("st_mtim", setup::stat("file").st_mtim);
  }
  int64_t before = setup::now(CLOCK_REALTIME_COARSE).tv_sec;
  report("utime without times", sys::utime("file", nullptr));
  report("st_atim against before", compared(setup::stat("file").st_atim.tv_sec, before - 1));
  report("st_mtim against before", compared(setup::stat("file").st_mtim.tv_sec, before - 1));
  report("st_atim against an hour later", compared(setup::stat("file").st_atim.tv_sec, before + 3600));
  report("st_mtim against an hour later", compared(setup::stat("file").st_mtim.tv_sec, before + 3600));
}
