// getdents64 may write records up to the last byte of memory. A record that does not fit there
// gives -EFAULT.
// Covers: getdents64 last valid byte, EFAULT
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  report("record across the end", sys::getdents64(directory, setup::last_bytes(16), 24));
  uint8_t *last = setup::last_bytes(48);
  report("records up to the last byte", sys::getdents64(directory, last, 48));
  linux_dirent64 entry;
  __builtin_memcpy(&entry, last + 24, sizeof(entry));
  report("type of the second", Choice{sets::dirent_type, entry.d_type});
  report("its length", entry.d_reclen);
}
