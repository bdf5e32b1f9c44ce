// getdents64 gives one record in a buffer of its size, and refuses a smaller buffer. At the end of
// the directory it gives 0. The bytes behind a record are not written.
// Covers: getdents64 EINVAL, d_ino, d_reclen, record layout
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/twelve-chars", "");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  GuardedBytes<64> buffer;
  report("too small for any", sys::getdents64(directory, *&buffer, 23));
  report("of no size", sys::getdents64(directory, *&buffer, 0));
  report_poison("buffer", buffer);
  uint64_t inode = 0;
  Line longest;
  int dots = 0;
  int64_t refused = 0, total = 0, lengths = 0;
  for (int i = 0; i < 3; ++i) {
    buffer.fill();
    linux_dirent64 entry;
    Result result = sys::getdents64(directory, *&buffer, 24);
    refused += result.value == -EINVAL;
    result = result.ok() ? result : sys::getdents64(directory, *&buffer, 32);
    __builtin_memcpy(&entry, *&buffer, sizeof(entry));
    Text name(reinterpret_cast<char *>(*&buffer) + sizeof(entry));
    dots += name == Text(".") || name == Text("..");
    if (name.data[0] == 't') {
      inode = entry.d_ino;
      longest = label(Quoted{name});
    }
    total += result.value;
    lengths += entry.d_reclen;
    report_poison("rest", *&buffer + result.size(), 64 - result.size());
  }
  report("dots", dots);
  report("records that did not fit into 24 bytes", refused);
  report("sum of the results", total);
  report("sum of d_reclen", lengths);
  report("d_ino", inode);
  report("st_ino", setup::stat("directory/twelve-chars").st_ino);
  report("name", longest);
  buffer.fill();
  report("at the end", sys::getdents64(directory, *&buffer, 64));
  report_poison("buffer", buffer);
  report_walls("walls", buffer);
}
