// With AT_EMPTY_PATH an empty path means the descriptor itself, of any kind, or the working
// directory. Without the flag it is refused.
// Covers: fstatat AT_EMPTY_PATH, ENOENT, kinds of descriptor
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::write_all(file, "12345");
  setup::symlink("file", "link");
  Fd link = setup::open("link", O_PATH | O_NOFOLLOW);
  Pipe pipe = setup::pipe();
  Guarded<struct stat> status;
  report("file without the flag", sys::fstatat(file, "", &status, 0));
  report_poison("structure", status);
  report("file", sys::fstatat(file, "", &status, AT_EMPTY_PATH));
  report("its size", status->st_size);
  report("link", sys::fstatat(link, "", &status, AT_EMPTY_PATH));
  report("its type", Choice{sets::file_type, status->st_mode & S_IFMT});
  report("pipe", sys::fstatat(pipe.read, "", &status, AT_EMPTY_PATH));
  report("its type", Choice{sets::file_type, status->st_mode & S_IFMT});
  report("working directory", sys::fstatat(AT_FDCWD, "", &status, AT_EMPTY_PATH));
  report("its inode", status->st_ino);
  report("inode of .", setup::stat(".").st_ino);
  report("path that is not empty", sys::fstatat(AT_FDCWD, "file", &status, AT_EMPTY_PATH));
  report("its size", status->st_size);
  report("descriptor that is not open", sys::fstatat(-1, "", &status, AT_EMPTY_PATH));
}
