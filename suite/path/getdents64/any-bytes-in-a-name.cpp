// A name may hold every byte but the slash and the NUL. getdents64 gives it as it was made.
// Covers: getdents64 d_name
// Covers: openat names
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::chdir("directory");
  char name[130];
  const int starts[] = {1, 128};
  for (int start : starts) {
    for (int i = 0; i < 128; ++i)
      name[i] = static_cast<char>(start + i == '/' ? 'x' : start + i);
    name[start == 1 ? 127 : 128] = 0;
    report("openat", sys::close(sys::openat(AT_FDCWD, name, O_WRONLY | O_CREAT | O_EXCL, 0600).fd()));
  }
  Fd directory = setup::open(".", O_RDONLY | O_DIRECTORY);
  alignas(8) static uint8_t buffer[1024];
  Result result = sys::getdents64(directory, buffer, sizeof(buffer));
  report("getdents64", result);
  Text low, high;
  linux_dirent64 entry;
  for (size_t at = 0; at < result.size(); at += entry.d_reclen ? entry.d_reclen : sizeof(buffer)) {
    __builtin_memcpy(&entry, buffer + at, sizeof(entry));
    Text found(reinterpret_cast<char *>(buffer) + at + sizeof(entry));
    low = found.size == 127 ? found : low;
    high = found.size == 128 ? found : high;
  }
  report("low half", low);
  report("bytes of the high half that differ", uint64_t{differing_bytes(high.data, name, 128)});
  report("access by the name", sys::access(high.data, F_OK));
}
