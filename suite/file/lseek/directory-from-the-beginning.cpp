// A directory that has been read to its end is read again from position 0, with what it contains
// then.
// Covers: lseek directory
// Covers: getdents64 lseek
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/a", "");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  alignas(8) uint8_t entries[1024];
  const auto read = [&] { return sys::getdents64(directory, entries, sizeof(entries)); };
  report("first time", read());
  report("at the end", read());
  setup::write_file("directory/b", "");
  report("lseek", sys::lseek(directory, 0, SEEK_SET));
  report("second time", read());
  report("at the end", read());
}
