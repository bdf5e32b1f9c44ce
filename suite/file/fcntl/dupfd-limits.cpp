// A floor at the limit is EINVAL. A floor with nothing free above it is EMFILE.
// Covers: fcntl EINVAL, EMFILE
// Covers: fcntl RLIMIT_NOFILE, F_DUPFD, F_DUPFD_CLOEXEC
#include "wali/test.h"

void test() {
  Fd file = setup::open(".", O_RDONLY);
  setup::limit(RLIMIT_NOFILE, 100);
  report("F_DUPFD: floor at the limit", sys::fcntl(file, F_DUPFD, 100));
  report("F_DUPFD: floor -1", sys::fcntl(file, F_DUPFD, 0xffffffff));
  report("F_DUPFD_CLOEXEC: floor at the limit", sys::fcntl(file, F_DUPFD_CLOEXEC, 100));
  report("F_DUPFD: last number", sys::fcntl(file, F_DUPFD, 99));
  report("F_DUPFD: last number again", sys::fcntl(file, F_DUPFD, 99));
  report("F_DUPFD_CLOEXEC: last number", sys::fcntl(file, F_DUPFD_CLOEXEC, 99));
}
