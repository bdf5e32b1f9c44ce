// A directory that was read to its end shows what was made, removed and renamed since, once lseek
// goes back to its start.
// Covers: getdents64 lseek, new names
#include "wali/test.h"

namespace {

// All records of a directory with names of at most four bytes: how many bytes they take.
Result read_names(int directory, uint8_t *buffer) {
  setup::require_zero("lseek", sys::lseek(directory, 0, SEEK_SET));
  return sys::getdents64(directory, buffer, 512);
}

void report_type(const uint8_t *buffer, size_t size, const char *wanted) {
  int type = -1;
  for (size_t at = 0; at < size; at += 24) {
    linux_dirent64 entry;
    __builtin_memcpy(&entry, buffer + at, sizeof(entry));
    type = Text(reinterpret_cast<const char *>(buffer) + at + sizeof(entry)) == Text(wanted) ? entry.d_type : type;
  }
  report(wanted, Choice{sets::dirent_type, type});
}

} // namespace

void test() {
  setup::mkdir("top");
  setup::write_file("top/keep", "");
  setup::write_file("top/goes", "");
  setup::write_file("top/old", "");
  Fd directory = setup::open("top", O_RDONLY | O_DIRECTORY);
  GuardedBytes<512> buffer;
  report("getdents64", read_names(directory, *&buffer));
  report("getdents64 at the end", sys::getdents64(directory, *&buffer, 512));
  setup::unlink("top/goes");
  setup::rename("top/old", "top/new");
  setup::mkdir("top/dir");
  setup::symlink("keep", "top/link");
  buffer.fill();
  Result result = read_names(directory, *&buffer);
  report("getdents64 after the changes", result);
  for (const char *name : {"keep", "goes", "old", "new", "dir", "link"})
    report_type(*&buffer, result.size(), name);
}
