// F_DUPFD_QUERY returns whether two descriptors refer to one open file, and F_CREATED_QUERY whether the open created
// the file.
// Covers: fcntl F_DUPFD_QUERY, F_CREATED_QUERY, EBADF
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT), other = setup::open("file", O_RDWR | O_CREAT);
  Fd copy = setup::duplicate(file);
  report("F_DUPFD_QUERY: a copy", sys::fcntl(file, F_DUPFD_QUERY, static_cast<uint32_t>(int{copy})));
  report("F_DUPFD_QUERY: another open", sys::fcntl(file, F_DUPFD_QUERY, static_cast<uint32_t>(int{other})));
  report("F_DUPFD_QUERY: not open", sys::fcntl(file, F_DUPFD_QUERY, 1000));
  report("F_CREATED_QUERY: the first open", sys::fcntl(file, F_CREATED_QUERY, 0));
  report("F_CREATED_QUERY: the second", sys::fcntl(other, F_CREATED_QUERY, 0));
  report("descriptor flags of the other", setup::descriptor_flags(other));
}
