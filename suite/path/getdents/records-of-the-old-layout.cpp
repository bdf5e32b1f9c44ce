// Each record of getdents has its inode, offset, length and name, and the type in its last byte.
// The bytes behind the records are not written.
// Covers: getdents record layout, DT_REG, DT_DIR, DT_LNK, DT_FIFO, DT_SOCK
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::chdir("directory");
  setup::write_file("eight-ch", "");
  setup::mkdir("inner");
  setup::symlink("x", "link");
  setup::make_fifo("fifo");
  setup::make_socket("socket");
  Fd directory = setup::open(".", O_RDONLY | O_DIRECTORY);
  GuardedBytes<256> buffer;
  Result result = sys::getdents(directory, *&buffer, 256);
  report("getdents", result);
  const char *names[] = {".", "..", "eight-ch", "inner", "link", "fifo", "socket"};
  for (const char *wanted : names) {
    linux_dirent entry = {}, found = {};
    int type = -1;
    for (size_t at = 0; at < result.size(); at += entry.d_reclen ? entry.d_reclen : 256) {
      __builtin_memcpy(&entry, *&buffer + at, sizeof(entry));
      bool is_it = Text(reinterpret_cast<char *>(*&buffer) + at + sizeof(entry)) == Text(wanted);
      found = is_it ? entry : found;
      type = is_it ? (*buffer)[at + entry.d_reclen - 1] : type;
    }
    report(wanted, Choice{sets::dirent_type, type});
    report("length", found.d_reclen);
    report("d_ino", uint64_t{found.d_ino});
    report("st_ino", setup::stat(wanted).st_ino);
  }
  report_poison("rest", *&buffer + result.size(), 256 - result.size());
  report_walls("walls", buffer);
  report("at the end", sys::getdents(directory, *&buffer, 256));
}
