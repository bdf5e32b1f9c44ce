// A target of 4095 bytes is kept and read back whole. readlink follows links on the way,
// and reads the last one.
// Covers: readlink long target
// Covers: symlink long target
// REQUIRES: long-links
#include "wali/test.h"

void test() {
  static char target[PATH_MAX], buffer[PATH_MAX + 1];
  for (int i = 0; i < PATH_MAX - 1; ++i)
    target[i] = static_cast<char>('a' + i % 23);
  setup::mkdir("directory");
  setup::symlink("directory", "way");
  report("symlink", sys::symlink(target, "directory/link"));
  report("readlink", sys::readlink("way/link", buffer, sizeof(buffer)));
  report("bytes that differ", differing_bytes(buffer, target, PATH_MAX - 1));
  report("readlink of the way", sys::readlink("way", buffer, sizeof(buffer)));
  report("bytes", Text(buffer, 9));
}
