// A target of 4095 bytes is kept and read back whole; links on the way are followed,
// the last one is not.
// Covers: readlink long target
// Covers: symlink long target
#include "wali/test.h"

void test() {
  static char target[PATH_MAX], buffer[PATH_MAX + 1];
  for (int i = 0; i < PATH_MAX - 1; ++i)
    target[i] = static_cast<char>('a' + i % 23);
  setup::mkdir("directory");
  setup::symlink("directory", "way");
  report("symlink", sys::symlink(target, "directory/link"));
  report("readlink", sys::readlink("way/link", buffer, sizeof(buffer)));
  report("bytes", compared(__builtin_memcmp(buffer, target, PATH_MAX - 1), 0));
  report("readlink of the way", sys::readlink("way", buffer, sizeof(buffer)));
  report("bytes", Text(buffer, 9));
}
