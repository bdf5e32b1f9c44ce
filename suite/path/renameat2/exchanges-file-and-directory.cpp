// A file and a full directory change places, inodes and all.
// Covers: renameat2 RENAME_EXCHANGE
#include "wali/test.h"

void test() {
  setup::write_file("file", "contents");
  setup::mkdir("directory");
  setup::write_file("directory/inside", "kept");
  uint64_t file = setup::stat("file").st_ino, directory = setup::stat("directory").st_ino;
  report("exchange", sys::renameat2(AT_FDCWD, "file", AT_FDCWD, "directory", RENAME_EXCHANGE));
  report("inode of directory against the file's", compared(setup::stat("directory").st_ino, file));
  report("inode of file against the directory's", compared(setup::stat("file").st_ino, directory));
  report("file/inside", setup::read_file("file/inside"));
  report("directory", setup::read_file("directory"));
}
