// stat follows links, lstat and fstatat with AT_SYMLINK_NOFOLLOW do not; otherwise
// the three agree in every byte for each type of file, and statx with them.
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
    report("against stat", compared(__builtin_memcmp(&followed, &at_followed, sizeof(struct stat)), 0));
    // From here on nothing follows the link, which would change its access time.
    report("lstat", sys::lstat(path, &itself));
    report("type", Choice{sets::file_type, itself->st_mode & S_IFMT});
    report("fstatat, AT_SYMLINK_NOFOLLOW", sys::fstatat(AT_FDCWD, path, &at_itself, AT_SYMLINK_NOFOLLOW));
    report("against lstat", compared(__builtin_memcmp(&itself, &at_itself, sizeof(struct stat)), 0));
    Guarded<struct statx> extended;
    report("statx, AT_SYMLINK_NOFOLLOW", sys::statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW, STATX_BASIC_STATS, &extended));
    report("stx_mode against lstat's", compared(uint32_t{extended->stx_mode}, itself->st_mode));
    report("stx_size against lstat's", compared(static_cast<int64_t>(extended->stx_size), itself->st_size));
  }
}
