// Descriptors that share an open directory share its position, over fork too; one of
// its own starts anew.
// Covers: getdents64 dup, fork
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  const char *names[] = {"directory/a", "directory/b", "directory/c", "directory/d"};
  for (const char *name : names)
    setup::write_file(name, "");
  Fd first = setup::open("directory", O_RDONLY | O_DIRECTORY), other = setup::open("directory", O_RDONLY | O_DIRECTORY);
  Fd copy = setup::duplicate(first);
  alignas(8) uint8_t buffer[48];
  report("two records", sys::getdents64(first, buffer, 48));
  report("two of the copy", sys::getdents64(copy, buffer, 48));
  Child child = setup::fork([&] { return static_cast<int>(sys::getdents64(first, buffer, 48).value); });
  report("two of a child's", child.wait());
  report("no more of the first", sys::getdents64(first, buffer, 48));
  report("two of another", sys::getdents64(other, buffer, 48));
}
