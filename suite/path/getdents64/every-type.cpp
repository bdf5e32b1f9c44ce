// Each record says the type of its file.
// Covers: getdents64 DT_REG, DT_DIR, DT_LNK, DT_FIFO, DT_SOCK
#include "wali/test.h"

void test() {
  setup::mkdir("types");
  setup::chdir("types");
  setup::write_file("file", "");
  setup::mkdir("directory");
  setup::symlink("file", "link");
  setup::make_fifo("fifo");
  setup::make_socket("socket");
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
