// RENAME_EXCHANGE exchanges a file and a full directory. The directory's `..` then leads
// to its new parent.
// Covers: renameat2 RENAME_EXCHANGE, file and directory
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  setup::mkdir("parent");
  setup::mkdir("parent/directory");
  setup::write_file("parent/directory/inside", "kept");
  report("inode of .", setup::stat(".").st_ino);
  report("inode of file", setup::stat("file").st_ino);
  report("inode of directory", setup::stat("parent/directory").st_ino);
  report("exchange", sys::renameat2(AT_FDCWD, "file", AT_FDCWD, "parent/directory", RENAME_EXCHANGE));
  report("inode of directory", setup::stat("parent/directory").st_ino);
  report("inode of file", setup::stat("file").st_ino);
  report("file/inside", setup::read_file("file/inside"));
  report("directory", setup::read_file("parent/directory"));
  report("inode of file/..", setup::stat("file/..").st_ino);
}
