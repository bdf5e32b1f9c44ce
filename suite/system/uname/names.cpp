// uname fills six fields of 65 bytes, each with a name and NULs behind it: the kernel's
// own, as /proc/sys/kernel gives them one by one.
// Covers: uname layout
#include "wali/test.h"

namespace {

// A field as it should be: the file's line, and NULs to its end.
void report_field(const char *name, const char (&field)[65], const char *path) {
  char padded[65] = {};
  Text line = setup::read_file(path);
  __builtin_memcpy(padded, line.data, line.part(0, 65).size - 1);
  report(label("bytes of ", name), Text(field).size);
  report(label("bytes of ", name, " that differ"), differing_bytes(field, padded, sizeof(field)));
}

} // namespace

void test() {
  Guarded<utsname> names;
  report("uname", sys::uname(&names));
  report_walls("walls", names);
  report("sysname", names->sysname);
  report("bytes of machine", Text(names->machine).size);
  report_field("sysname", names->sysname, "/proc/sys/kernel/ostype");
  report_field("nodename", names->nodename, "/proc/sys/kernel/hostname");
  report_field("release", names->release, "/proc/sys/kernel/osrelease");
  report_field("version", names->version, "/proc/sys/kernel/version");
  report_field("domainname", names->domainname, "/proc/sys/kernel/domainname");
}
