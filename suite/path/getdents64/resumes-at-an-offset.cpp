// After lseek to the offset of a record getdents64 goes on with the next record, also through
// another descriptor. At offset 0 all records come again.
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
  char order[8] = {}, again[8] = {};
  int64_t offsets[7], ignored;
  for (int i = 0; i < 7; ++i)
    order[i] = read_one(first, offsets[i]);
  report("offset of the third", offsets[2]);
  report("lseek", sys::lseek(first, offsets[2], SEEK_SET));
  again[0] = read_one(first, ignored);
  report("offset of the first", offsets[0]);
  report("lseek back", sys::lseek(first, offsets[0], SEEK_SET));
  again[1] = read_one(first, ignored);
  report("offset of the fifth", offsets[4]);
  report("lseek of another descriptor", sys::lseek(second, offsets[4], SEEK_SET));
  again[2] = read_one(second, ignored);
  const char wanted[] = {order[3], order[1], order[5]};
  report("names there, bytes that differ from the fourth, second and sixth",
         uint64_t{differing_bytes(again, wanted, sizeof(wanted))});
  report("lseek to 0", sys::lseek(first, 0, SEEK_SET));
  for (int i = 0; i < 7; ++i)
    again[i] = read_one(first, ignored);
  report("names again, bytes that differ", uint64_t{differing_bytes(order, again, 7)});
}
