// getrandom refuses a bad buffer, an unknown flag and two flags that exclude each other, and writes nothing.
// GRND_INSECURE and GRND_NONBLOCK go together.
// Covers: getrandom EFAULT, EINVAL, GRND_INSECURE, GRND_NONBLOCK
#include "wali/test.h"

void test() {
  GuardedBytes<8> buffer;
  report("bad buffer", sys::getrandom(setup::bad_address(), 8, 0));
  report("random and insecure", sys::getrandom(&buffer, 8, GRND_RANDOM | GRND_INSECURE));
  report("unknown flag", sys::getrandom(&buffer, 8, 0x80));
  report_poison("buffer", buffer);
  report("insecure", sys::getrandom(&buffer, 8, GRND_INSECURE));
  report("insecure and without waiting", sys::getrandom(&buffer, 8, GRND_INSECURE | GRND_NONBLOCK));
}
