// Every name that stays comes once, though others are removed while the directory is
// being read.
// Covers: getdents64 deletion while reading
#include "wali/test.h"

void test() {
  setup::mkdir("many");
  for (int i = 0; i < 200; ++i)
    setup::write_file(label("many/", i / 100, i / 10 % 10, i % 10).c_str(), "");
  Fd directory = setup::open("many", O_RDONLY | O_DIRECTORY);
  alignas(8) static uint8_t buffer[256];
  static int seen[200];
  Result result;
  int removed = 0;
  while ((result = sys::getdents64(directory, buffer, sizeof(buffer))).value > 0)
    for (size_t at = 0; at < result.size();) {
      linux_dirent64 entry;
      __builtin_memcpy(&entry, buffer + at, sizeof(entry));
      const char *name = reinterpret_cast<char *>(buffer) + at + sizeof(entry);
      at += entry.d_reclen ? entry.d_reclen : sizeof(buffer);
      if (name[0] == '.')
        continue;
      int number = (name[0] - '0') * 100 + (name[1] - '0') * 10 + name[2] - '0';
      ++seen[number];
      // Every other name goes as soon as it was seen.
      if (number % 2 == 0) {
        setup::unlink(label("many/", name).c_str());
        ++removed;
      }
    }
  report("last getdents64", result);
  int once = 0, other = 0;
  for (int i = 0; i < 200; ++i) {
    once += seen[i] == 1;
    other += seen[i] > 1;
  }
  report("names seen once", once);
  report("names seen more often", other);
  report("removed", removed);
}
