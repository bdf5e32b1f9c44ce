// getdents and getdents64 give names that begin with a dot like any others, beside those of
// the directory and its parent.
// Covers: getdents hidden names
// Covers: getdents64 hidden names
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::write_file("directory/.hidden", "");
  const Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  alignas(8) uint8_t buffer[256];
  // Records of 24 and 32 bytes: the longer name needs one more word.
  report("getdents64", sys::getdents64(directory, buffer, sizeof(buffer)));
  report("lseek", sys::lseek(directory, 0, SEEK_SET));
  report("getdents", sys::getdents(directory, buffer, sizeof(buffer)));
}
