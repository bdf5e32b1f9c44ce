// A directory of 300 files is read over many calls. Each name comes once, and each record has its
// type and a length that is a multiple of eight and within the buffer.
// Covers: getdents64 many entries, d_type, d_reclen
#include "wali/test.h"

namespace {

struct Tally {
  int calls, names, dots, others, wrong_type, wrong_length, twice;
  bool seen[300];
};

// Reads "n123" as 123; anything else as -1.
int number_of(Text name) {
  if (name.size != 4 || name.data[0] != 'n')
    return -1;
  return (name.data[1] - '0') * 100 + (name.data[2] - '0') * 10 + (name.data[3] - '0');
}

void count(Tally &tally, const uint8_t *record, const linux_dirent64 &entry, size_t room) {
  Text name(reinterpret_cast<const char *>(record + sizeof(entry)));
  int number = number_of(name);
  tally.wrong_length += entry.d_reclen % 8 != 0 || entry.d_reclen > room;
  if (number < 0 || number >= 300) {
    tally.dots += name == Text(".") || name == Text("..");
    ++tally.others;
    return;
  }
  ++tally.names;
  tally.twice += tally.seen[number];
  tally.seen[number] = true;
  tally.wrong_type += entry.d_type != DT_REG;
}

} // namespace

void test() {
  setup::mkdir("many");
  for (int i = 0; i < 300; ++i)
    setup::open(label("many/n", i / 100, i / 10 % 10, i % 10).c_str(), O_WRONLY | O_CREAT);
  Fd directory = setup::open("many", O_RDONLY | O_DIRECTORY);
  static Tally tally;
  alignas(8) static uint8_t buffer[512];
  Result result;
  while ((result = sys::getdents64(directory, buffer, sizeof(buffer))).value > 0) {
    ++tally.calls;
    for (size_t at = 0; at < result.size();) {
      linux_dirent64 entry;
      __builtin_memcpy(&entry, buffer + at, sizeof(entry));
      count(tally, buffer + at, entry, result.size() - at);
      at += entry.d_reclen ? entry.d_reclen : sizeof(buffer);
    }
  }
  report("last getdents64", result);
  report("calls compared with 9", compared(tally.calls, 9));
  report("names", tally.names);
  report("other names", tally.others);
  report("dots among them", tally.dots);
  report("names seen twice", tally.twice);
  report("types that are not DT_REG", tally.wrong_type);
  report("lengths that are wrong", tally.wrong_length);
}
