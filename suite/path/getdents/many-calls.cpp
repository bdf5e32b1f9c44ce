// Many calls of getdents read a directory of 200 files, and give each name once. lseek to the offset
// of a record goes on with the next record.
// Covers: getdents many entries, d_off
#include "wali/test.h"

namespace {

struct Tally {
  int calls, dots, others, times[200];
};

// The number that a name such as `007` says, -1 for any other name.
int number_of(Text name) {
  if (name.size != 3)
    return -1;
  const int number = (name.data[0] - '0') * 100 + (name.data[1] - '0') * 10 + name.data[2] - '0';
  const bool is_made = number < 200 && name == label(number / 100, number / 10 % 10, number % 10).text();
  return is_made ? number : -1;
}

// Counts the names of a call's records; the last record.
linux_dirent count(Tally &tally, const uint8_t *buffer, size_t size) {
  linux_dirent entry = {};
  for (size_t at = 0; at < size; at += entry.d_reclen ? entry.d_reclen : size) {
    __builtin_memcpy(&entry, buffer + at, sizeof(entry));
    Text name(reinterpret_cast<const char *>(buffer) + at + sizeof(entry));
    const int number = number_of(name);
    if (number >= 0)
      ++tally.times[number];
    else if (name == Text(".") || name == Text(".."))
      ++tally.dots;
    else
      ++tally.others;
  }
  ++tally.calls;
  return entry;
}

} // namespace

void test() {
  setup::mkdir("many");
  for (int i = 0; i < 200; ++i)
    setup::write_file(label("many/", i / 100, i / 10 % 10, i % 10).c_str(), "");
  Fd directory = setup::open("many", O_RDONLY | O_DIRECTORY);
  alignas(8) static uint8_t buffer[240], again[240];
  static Tally tally;
  Result result;
  uint64_t tenth = 0;
  while ((result = sys::getdents(directory, buffer, sizeof(buffer))).value > 0) {
    linux_dirent last = count(tally, buffer, result.size());
    if (tally.calls == 10)
      tenth = last.d_off;
    if (tally.calls == 11)
      __builtin_memcpy(again, buffer, sizeof(again));
  }
  report("last getdents", result);
  report("calls", tally.calls);
  int once = 0;
  for (int times : tally.times)
    once += times == 1;
  report("names seen once", once);
  report("dots", tally.dots);
  report("other names", tally.others);
  report("offset of the tenth call's last record", tenth);
  report("lseek", sys::lseek(directory, static_cast<int64_t>(tenth), SEEK_SET));
  report("getdents", sys::getdents(directory, buffer, sizeof(buffer)));
  report("bytes that differ from the eleventh call's", uint64_t{differing_bytes(buffer, again, sizeof(buffer))});
}
