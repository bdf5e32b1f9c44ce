// After lseek to the offset of a record getdents64 goes on with the next record, also through
// another descriptor. At offset 0 all records come again.
// Covers: getdents64 d_off, lseek
#include "wali/test.h"

namespace {

struct Record {
  char name[5];
  int64_t offset;
};

Record read_one(int directory) {
  alignas(8) uint8_t buffer[24] = {};
  setup::require_count("getdents64", sys::getdents64(directory, buffer, sizeof(buffer)), sizeof(buffer));
  linux_dirent64 entry;
  __builtin_memcpy(&entry, buffer, sizeof(entry));
  Record record = {{}, entry.d_off};
  __builtin_memcpy(record.name, buffer + sizeof(entry), sizeof(record.name));
  return record;
}

// The place among `all`, from 1 on, of the first record with the name of `one`.
int place(const Record &one, const Record (&all)[7]) {
  int place = 1;
  for (const Record &other : all) {
    if (Text(other.name) == Text(one.name))
      break;
    ++place;
  }
  return place;
}

} // namespace

void test() {
  setup::mkdir("directory");
  const char *names[] = {"directory/a", "directory/b", "directory/c", "directory/d", "directory/e"};
  for (const char *name : names)
    setup::write_file(name, "");
  Fd first = setup::open("directory", O_RDONLY | O_DIRECTORY),
     second = setup::open("directory", O_RDONLY | O_DIRECTORY);
  Record all[7];
  for (Record &record : all)
    record = read_one(first);
  report("offset of the third", all[2].offset);
  report("lseek", sys::lseek(first, all[2].offset, SEEK_SET));
  report("place of what comes then", place(read_one(first), all));
  report("offset of the first", all[0].offset);
  report("lseek back", sys::lseek(first, all[0].offset, SEEK_SET));
  report("place of what comes then", place(read_one(first), all));
  report("offset of the fifth", all[4].offset);
  report("lseek of another descriptor", sys::lseek(second, all[4].offset, SEEK_SET));
  report("place of what comes then", place(read_one(second), all));
  report("lseek to 0", sys::lseek(first, 0, SEEK_SET));
  for (int i = 0; i < 7; ++i)
    report("place", place(read_one(first), all));
}
