// An open file and a working directory stay the same when they are renamed, and the old
// name is free at once.
// Covers: rename open files
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "first");
  Fd file = setup::open("directory/file", O_RDONLY);
  setup::chdir("directory");
  report("rename of the directory", sys::rename("../directory", "../moved"));
  report("rename of the file", sys::rename("file", "../moved/other"));
  setup::write_file("file", "second");
  report("the open one", setup::read_all(file));
  report("by its new path", setup::read_file("../moved/other"));
  report("the new one", setup::read_file("../moved/file"));
  char path[PATH_MAX];
  size_t length = setup::require_count("getcwd", sys::getcwd(path, sizeof(path)), sizeof(path));
  report("end of the working directory's path", Text(path + length - 7, 6));
}
