// Each record says the type of its file.
// Covers: getdents64 DT_REG, DT_DIR, DT_LNK, DT_FIFO, DT_SOCK
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
  setup::mkdir("types");
  setup::require("chdir", sys::chdir("types"));
  setup::write_file("file", "");
  setup::mkdir("directory");
  setup::symlink("file", "link");
  make_fifo("fifo");
  make_socket("socket");
  Fd directory = setup::open(".", O_RDONLY | O_DIRECTORY);
  alignas(8) static uint8_t buffer[1024];
  Result result = sys::getdents64(directory, buffer, sizeof(buffer));
  report("getdents64", result);
  const char *names[] = {".", "..", "file", "directory", "link", "fifo", "socket"};
  for (const char *wanted : names) {
    int type = -1;
    for (size_t at = 0; at < result.size();) {
      linux_dirent64 entry;
      __builtin_memcpy(&entry, buffer + at, sizeof(entry));
      type = Text(reinterpret_cast<char *>(buffer) + at + sizeof(entry)) == Text(wanted) ? entry.d_type : type;
      at += entry.d_reclen ? entry.d_reclen : sizeof(buffer);
    }
    report(wanted, Choice{sets::dirent_type, type});
  }
}
