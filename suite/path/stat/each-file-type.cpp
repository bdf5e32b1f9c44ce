// stat follows links. lstat, and fstatat and statx with AT_SYMLINK_NOFOLLOW, do not. For each type of file stat,
// lstat and fstatat agree in every byte, and statx in mode and size.
// Covers: stat S_IFREG, S_IFDIR, S_IFLNK, S_IFIFO, S_IFSOCK, S_IFCHR
// Covers: lstat S_IFREG, S_IFDIR, S_IFLNK, S_IFIFO, S_IFSOCK, S_IFCHR
// Covers: fstatat AT_SYMLINK_NOFOLLOW
// Covers: statx AT_SYMLINK_NOFOLLOW, stx_mode, stx_size
#include "wali/test.h"

void test() {
  setup::write_file("file", "four");
  setup::mkdir("directory");
  setup::symlink("file", "link");
  setup::make_fifo("fifo");
  setup::make_socket("socket");
  const char *paths[] = {"file", "directory", "link", "fifo", "socket", "/dev/zero"};
  for (const char *path : paths) {
    Guarded<struct stat> followed, itself, at_followed, at_itself;
    report(label("stat of ", path), sys::stat(path, &followed));
    report("type", Choice{sets::file_type, followed->st_mode & S_IFMT});
    report("fstatat", sys::fstatat(AT_FDCWD, path, &at_followed, 0));
    report("bytes that differ from stat's", differing_bytes(&at_followed, &followed, sizeof(struct stat)));
    // From here on nothing follows the link, which would change its access time.
    report("lstat", sys::lstat(path, &itself));
    report("st_mode and st_size", label(Octal{itself->st_mode}, " ", itself->st_size));
    report("fstatat, AT_SYMLINK_NOFOLLOW", sys::fstatat(AT_FDCWD, path, &at_itself, AT_SYMLINK_NOFOLLOW));
    report("bytes that differ from lstat's", differing_bytes(&at_itself, &itself, sizeof(struct stat)));
    Guarded<struct statx> extended;
    report("statx, AT_SYMLINK_NOFOLLOW", sys::statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, &extended));
    report("stx_mode and stx_size", label(Octal{extended->stx_mode}, " ", extended->stx_size));
  }
}
