// A record of getdents64 has the inode at 0, the next position at 8, its length at 16, the type at
// 18 and the name from 19 on. The length leads to the next record, and the position is where a read
// goes on.
// Covers: layouts linux_dirent64
// Covers: getdents64 layout
#include "suite/abi/layouts/raw.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/file-with-a-name", "");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  layouts::Raw<512> records;
  report("inode of the file", setup::stat("directory/file-with-a-name").st_ino);
  const size_t size = setup::require_count("getdents64", sys::getdents64(directory, records, 512), 512);
  size_t at = 0;
  while (at < size && !(records.string(at + 19) == "file-with-a-name"))
    at += records.get<uint16_t>(at + 16);
  report("inode in its record", records.get<uint64_t>(at));
  report("length of its record", records.get<uint16_t>(at + 16));
  report("type", *records.at(at + 18));
  report("name", records.string(at + 19));
  const int64_t next = records.get<int64_t>(at + 8);
  report("next position", next);
  report("lseek to it", sys::lseek(directory, next, SEEK_SET));
  report_poison("behind the last record", records.at(size), 512 - size);
  records.report_walls();
}
