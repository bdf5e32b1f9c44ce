// The offset of a record leads lseek to the next one: reading goes on there, in
// another descriptor too; at 0 all comes again.
// Covers: getdents64 d_off, lseek
#include "wali/test.h"

namespace {

// Reads one record; gives its name's first byte and its offset.
char read_one(int directory, int64_t &offset) {
  alignas(8) uint8_t buffer[24];
  setup::require_count("getdents64", sys::getdents64(directory, buffer, sizeof(buffer)), sizeof(buffer));
  linux_dirent64 entry;
  __builtin_memcpy(&entry, buffer, sizeof(entry));
  offset = entry.d_off;
  return static_cast<char>(buffer[sizeof(entry)] == '.' ? buffer[sizeof(entry) + 1] : buffer[sizeof(entry)]);
}

} // namespace

void test() {
  setup::mkdir("directory");
  const char *names[] = {"directory/a", "directory/b", "directory/c", "directory/d", "directory/e"};
  for (const char *name : names)
    setup::write_file(name, "");
  Fd first = setup::open("directory", O_RDONLY | O_DIRECTORY),
     second = setup::open("directory", O_RDONLY | O_DIRECTORY);
  char order[7], again[7];
  int64_t offsets[7], ignored;
  for (int i = 0; i < 7; ++i)
    order[i] = read_one(first, offsets[i]);
  report("lseek", compared(sys::lseek(first, offsets[2], SEEK_SET).value, offsets[2]));
  report("fourth again", compared(read_one(first, ignored), order[3]));
  report("lseek back", compared(sys::lseek(first, offsets[0], SEEK_SET).value, offsets[0]));
  report("second again", compared(read_one(first, ignored), order[1]));
  report("lseek of another descriptor", compared(sys::lseek(second, offsets[4], SEEK_SET).value, offsets[4]));
  report("sixth", compared(read_one(second, ignored), order[5]));
  report("lseek to 0", sys::lseek(first, 0, SEEK_SET));
  for (int i = 0; i < 7; ++i)
    again[i] = read_one(first, ignored);
  report("all again", compared(__builtin_memcmp(order, again, 7), 0));
}
