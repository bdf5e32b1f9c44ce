// getdents64 gives every name that stays exactly once, though others are removed while the
// directory is being read.
// Covers: getdents64 deletion while reading
#include "wali/test.h"

namespace {

// The number that a name such as `007` says, -1 for any other name.
int number_of(Text name) {
  if (name.size != 3)
    return -1;
  const int number = (name.data[0] - '0') * 100 + (name.data[1] - '0') * 10 + name.data[2] - '0';
  const bool is_made = number < 200 && name == label(number / 100, number / 10 % 10, number % 10).text();
  return is_made ? number : -1;
}

} // namespace

void test() {
  setup::mkdir("many");
  for (int i = 0; i < 200; ++i)
    setup::write_file(label("many/", i / 100, i / 10 % 10, i % 10).c_str(), "");
  Fd directory = setup::open("many", O_RDONLY | O_DIRECTORY);
  alignas(8) static uint8_t buffer[256];
  static int seen[200];
  Result result;
  int removed = 0, others = 0;
  while ((result = sys::getdents64(directory, buffer, sizeof(buffer))).value > 0)
    for (size_t at = 0; at < result.size();) {
      linux_dirent64 entry;
      __builtin_memcpy(&entry, buffer + at, sizeof(entry));
      Text name(reinterpret_cast<char *>(buffer) + at + sizeof(entry));
      at += entry.d_reclen ? entry.d_reclen : sizeof(buffer);
      const int number = number_of(name);
      if (number < 0) {
        ++others;
        continue;
      }
      ++seen[number];
      // Every second name goes as soon as it was seen.
      if (number % 2 == 0) {
        setup::unlink(label("many/", name).c_str());
        ++removed;
      }
    }
  report("last getdents64", result);
  int once = 0, twice = 0;
  for (int i = 0; i < 200; ++i) {
    once += seen[i] == 1;
    twice += seen[i] > 1;
  }
  report("names seen once", once);
  report("names seen more often", twice);
  report("other names", others);
  report("removed", removed);
}
