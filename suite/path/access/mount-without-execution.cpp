// On a mount without execution no file is X_OK, whatever its mode. Its directories can still be
// searched.
// Covers: access EACCES, X_OK, mount without execution
// Covers: faccessat EACCES, X_OK
// Covers: faccessat2 EACCES, X_OK, AT_EACCESS
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::chdir(setup::disk);
  setup::write_file("program", "");
  setup::chmod("program", 0777);
  setup::mkdir("directory", 0777);
  for (const char *mount : {setup::disk, setup::read_only_disk}) {
    setup::chdir(mount);
    for (const char *path : {"program", "directory"}) {
      report(label("access: ", path), sys::access(path, X_OK));
      report(label("faccessat: ", path), sys::faccessat(AT_FDCWD, path, X_OK, 0));
      report(label("faccessat2: ", path), sys::faccessat2(AT_FDCWD, path, X_OK, AT_EACCESS));
    }
  }
  report("access to read", sys::access("program", R_OK));
}
