// A write to a file system that fills up is cut to the room that is left, and the next gives
// ENOSPC. Existing bytes can still be overwritten, and freed room can be filled again. A hole
// takes no room.
// Covers: write ENOSPC, short count, position
// Covers: pwrite64 ENOSPC, short count
// Covers: writev ENOSPC, short count
// Covers: ftruncate full file system
// REQUIRES: namespaces
#include "wali/test.h"

void test() {
  Line path = label(setup::disk, "/file");
  Fd file = setup::open(path.c_str(), O_RDWR | O_CREAT);
  struct statfs disk;
  setup::require_zero("fstatfs", sys::fstatfs(file, &disk));
  const int64_t page = static_cast<int64_t>(disk.f_bsize), room = page * static_cast<int64_t>(disk.f_bavail);
  static char block[300000];
  __builtin_memset(block, 'b', sizeof(block));
  report("page", page);
  report("room", room);
  report("write of more than fits", sys::write(file, block, sizeof(block)));
  report("write then", sys::write(file, block, 1));
  report("pwrite64", sys::pwrite64(file, block, 1, room));
  const iovec one[] = {{block, 1}};
  report("writev", sys::writev(file, one, 1));
  report("position", sys::lseek(file, 0, SEEK_CUR));
  report("size", setup::file_size(path.c_str()));
  report("pwrite64 over what is there", sys::pwrite64(file, "over", 4, 3));
  setup::resize(file, room - page);
  report("pwrite64 where a page is free", sys::pwrite64(file, block, sizeof(block), room - page));
  setup::resize(file, room - page);
  setup::seek(file, room - page);
  char start[] = "start";
  const iovec vector[] = {{start, 5}, {block, sizeof(block)}};
  report("writev where a page is free", sys::writev(file, vector, 2));
  report("ftruncate to more than there is room for", sys::ftruncate(file, 10 * room));
  char bytes[8];
  setup::require_count("pread64", sys::pread64(file, bytes, 8, 0), 8);
  report("first bytes", Text(bytes, 8));
  setup::require_count("pread64", sys::pread64(file, bytes, 8, room - page), 8);
  report("bytes of the last page", Text(bytes, 8));
}
