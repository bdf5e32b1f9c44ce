// Only the owner may take a lease.
// Covers: fcntl F_SETLEASE, EACCES
// REQUIRES: user
#include "wali/test.h"

void test() {
  Fd file = setup::open("/etc/passwd", O_RDONLY);
  report("F_SETLEASE", sys::fcntl(file, F_SETLEASE, F_RDLCK));
}
