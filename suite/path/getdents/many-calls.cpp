// Many calls of getdents read a directory of 200 names, each name once, and lseek to the
// offset of a record goes on behind it.
// Covers: getdents many entries, d_off
#include "wali/test.h"

void test() {
  setup::mkdir("many");
  for (int i = 0; i < 200; ++i)
    setup::write_file(label("many/", i / 100, i / 10 % 10, i % 10).c_str(), "");
  Fd directory = setup::open("many", O_RDONLY | O_DIRECTORY);
  alignas(8) static uint8_t buffer[240];
  static int seen[200];
  Result result;
  int calls = 0;
  uint64_t tenth = 0;
  while ((result = sys::getdents(directory, buffer, sizeof(buffer))).value > 0) {
    ++calls;
    linux_dirent entry;
    for (size_t at = 0; at < result.size(); at += entry.d_reclen ? entry.d_reclen : sizeof(buffer)) {
      __builtin_memcpy(&entry, buffer + at, sizeof(entry));
      const char *name = reinterpret_cast<char *>(buffer) + at + sizeof(entry);
      if (name[0] != '.')
        ++seen[((name[0] - '0') * 100 + (name[1] - '0') * 10 + name[2] - '0') % 200];
      tenth = calls == 10 ? entry.d_off : tenth;
    }
  }
  report("last getdents", result);
  report("calls", calls);
  int once = 0;
  for (int count : seen)
    once += count == 1;
  report("names seen once", once);
  report("offset behind the tenth call", tenth);
  report("lseek", sys::lseek(directory, static_cast<int64_t>(tenth), SEEK_SET));
  int rest = 0;
  while (sys::getdents(directory, buffer, sizeof(buffer)).value > 0)
    ++rest;
  report("calls from there", rest);
}
