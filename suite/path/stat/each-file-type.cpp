// stat follows links, lstat and fstatat with AT_SYMLINK_NOFOLLOW do not; otherwise
// the three agree in every byte, for each type of file.
// Covers: stat S_IFREG, S_IFDIR, S_IFLNK, S_IFIFO, S_IFSOCK, S_IFCHR
// Covers: lstat S_IFREG, S_IFDIR, S_IFLNK, S_IFIFO, S_IFSOCK, S_IFCHR
// Covers: fstatat AT_SYMLINK_NOFOLLOW
#include "wali/test.h"

namespace {

// Makes a FIFO, by a host program: the calls have no mknod.
void make_fifo(const char *path) {
  Child child = setup::fork([&] {
    const char *const argv[] = {"mkfifo", path, nullptr};
    const char *const envp[] = {"PATH=/bin:/usr/bin", nullptr};
    sys::execve("/bin/mkfifo", argv, envp);
    sys::execve("/usr/bin/mkfifo", argv, envp);
    return 127;
  });
  setup::require("mkfifo", {child.wait().value ? -ENOENT : 0});
}

// Makes a socket in the file system; it stays when its descriptor is closed.
void make_socket(Text path) {
  sockaddr_un address = {AF_UNIX, {}};
  __builtin_memcpy(address.sun_path, path.data, path.size);
  Fd socket(static_cast<int>(setup::require("socket", sys::socket(AF_UNIX, SOCK_STREAM, 0))));
  setup::require("bind", sys::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof(address)));
}

} // namespace

void test() {
  setup::write_file("file", "four");
  setup::mkdir("directory");
  setup::symlink("file", "link");
  make_fifo("fifo");
  make_socket("socket");
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
  }
}
