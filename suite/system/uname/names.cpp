// uname fills six fields of 65 bytes, NULs behind each name; this is
// Linux.
// Covers: uname layout
#include "wali/test.h"

void test() {
  Guarded<utsname> names;
  report("uname", sys::uname(&names));
  report_walls("walls", names);
  report("sysname", names->sysname);
  report("release against nothing", compared(Text(names->release).size, size_t{0}));
  report("version against nothing", compared(Text(names->version).size, size_t{0}));
  report("machine against nothing", compared(Text(names->machine).size, size_t{0}));
  report("byte after the last name's end", names->domainname[64]);
}
