// F_GETFL shows the access mode and the status flags, and none of the flags that only affect open. F_SETFL changes
// O_APPEND, O_NONBLOCK and O_NOATIME, but not O_SYNC or O_DSYNC.
// Covers: fcntl F_GETFL, F_SETFL, O_APPEND, O_NONBLOCK, O_NOATIME, flags that only open looks at
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_WRONLY | O_CREAT | O_EXCL | O_TRUNC | O_CLOEXEC | O_DSYNC);
  Fd reader = setup::open("file", O_RDONLY | O_NOFOLLOW | O_NONBLOCK),
     both = setup::open("file", O_RDWR | O_APPEND | O_NOCTTY);
  report("write-only", setup::status_flags(file));
  report("read-only", setup::status_flags(reader));
  report("both", setup::status_flags(both));
  report("F_SETFL", sys::fcntl(file, F_SETFL, O_RDWR | O_APPEND | O_NONBLOCK | O_NOATIME | O_SYNC | O_CREAT | O_TRUNC));
  report("flags", setup::status_flags(file));
  report("F_SETFL of one", sys::fcntl(file, F_SETFL, O_NONBLOCK));
  report("flags", setup::status_flags(file));
  report("F_SETFL of none", sys::fcntl(file, F_SETFL, 0));
  report("flags", setup::status_flags(file));
}
