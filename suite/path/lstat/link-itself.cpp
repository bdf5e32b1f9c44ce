// lstat gives the status of a symbolic link itself: its type, the length of its target, its own
// inode and times. Links on the way are followed, and so is a link with a slash behind it.
// Covers: lstat S_IFLNK, st_size
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file", "contents of it");
  setup::symlink("file", "directory/link");
  setup::symlink("directory", "way");
  setup::symlink("not there", "dangling");
  const timespec times[2] = {{111, 1}, {222, 2}};
  setup::require_zero("utimensat", sys::utimensat(AT_FDCWD, "directory/link", times, AT_SYMLINK_NOFOLLOW));
  Guarded<struct stat> status;
  report("lstat", sys::lstat("way/link", &status));
  report_walls("walls", status);
  report("st_mode", FileMode{status->st_mode});
  report("st_size", status->st_size);
  report("st_nlink", status->st_nlink);
  report("st_mtim", status->st_mtim);
  struct stat target = setup::stat("directory/file");
  report("st_dev", status->st_dev);
  report("st_dev of the target", target.st_dev);
  report("inodes of both, bytes that differ compared with 0",
         compared(differing_bytes(&status->st_ino, &target.st_ino, 8), size_t{0}));
  report("lstat of the way", sys::lstat("way", &status));
  report("type", Choice{sets::file_type, status->st_mode & S_IFMT});
  report("lstat of the way with a slash behind it", sys::lstat("way/", &status));
  report("type", Choice{sets::file_type, status->st_mode & S_IFMT});
  report("lstat of a dangling link", sys::lstat("dangling", &status));
  report("st_size", status->st_size);
}
