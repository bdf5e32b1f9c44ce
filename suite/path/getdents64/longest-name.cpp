// A name of 255 bytes makes a record of 280 bytes. getdents64 refuses a buffer that is one byte
// smaller.
// Covers: getdents64 EINVAL, d_reclen, longest name
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::chdir("directory");
  setup::write_file(setup::name_of(255), "");
  Fd directory = setup::open(".", O_RDONLY | O_DIRECTORY);
  GuardedBytes<280> buffer;
  // The dots may come before it.
  Result result;
  while ((result = sys::getdents64(directory, *&buffer, 279)).value > 0)
    ;
  buffer.fill();
  report("buffer of 279 bytes", sys::getdents64(directory, *&buffer, 279));
  report_poison("buffer", buffer);
  report("buffer of 280 bytes", sys::getdents64(directory, *&buffer, 280));
  linux_dirent64 entry;
  __builtin_memcpy(&entry, *&buffer, sizeof(entry));
  report("d_reclen", entry.d_reclen);
  Text name(reinterpret_cast<char *>(*&buffer) + sizeof(entry), 256);
  report("bytes of the name that differ", uint64_t{differing_bytes(name.data, setup::name_of(255), 256)});
  report_poison("rest", name.data + 256, 280 - sizeof(entry) - 256);
  report_walls("walls", buffer);
}
