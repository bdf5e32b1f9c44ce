// fsync and fdatasync synchronise files and directories of a read-only mount too.
// Covers: fsync read-only mount
// Covers: fdatasync read-only mount
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  setup::write_file(label(setup::disk, "/file").c_str(), "contents");
  Fd file = setup::open(label(setup::read_only_disk, "/file").c_str(), O_RDONLY);
  Fd directory = setup::open(setup::read_only_disk, O_RDONLY);
  report("fsync", sys::fsync(file));
  report("fdatasync", sys::fdatasync(file));
  report("fsync of the directory", sys::fsync(directory));
  report("fdatasync of the directory", sys::fdatasync(directory));
}
