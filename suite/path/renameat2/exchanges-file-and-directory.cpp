// A file and a full directory change places, inodes and all; where that is another
// parent, the directory's `..` leads there.
// Covers: renameat2 RENAME_EXCHANGE, file and directory
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  setup::mkdir("parent");
  setup::mkdir("parent/directory");
  setup::write_file("parent/directory/inside", "kept");
  uint64_t file = setup::stat("file").st_ino, directory = setup::stat("parent/directory").st_ino;
  report("exchange", sys::renameat2(AT_FDCWD, "file", AT_FDCWD, "parent/directory", RENAME_EXCHANGE));
  report("inode of directory against the file's", compared(setup::stat("parent/directory").st_ino, file));
  report("inode of file against the directory's", compared(setup::stat("file").st_ino, directory));
  report("file/inside", setup::read_file("file/inside"));
  report("directory", setup::read_file("parent/directory"));
  report("inode of file/.. against that of .", compared(setup::stat("file/..").st_ino, setup::stat(".").st_ino));
}
