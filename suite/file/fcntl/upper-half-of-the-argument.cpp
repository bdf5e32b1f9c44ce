// Commands that take an int use only the argument's low 32 bits, and an address is the low 32
// bits of the argument.
// Covers: fcntl argument width, F_DUPFD, F_SETFD, F_GETLK
#include "wali/test.h"

void test() {
  setup::write_file("file", "");
  Fd file = setup::open("file", O_RDWR);
  constexpr uint64_t stale = uint64_t{0xdead0001} << 32;
  report("F_DUPFD with a floor of 40", sys::fcntl(file, F_DUPFD, stale + 40));
  report("F_SETFD", sys::fcntl(40, F_SETFD, stale));
  report("flags", sys::fcntl(40, F_GETFD, stale));
  Guarded<struct flock> found;
  *found = {};
  found->l_type = F_WRLCK;
  uint64_t address = reinterpret_cast<uintptr_t>(&found);
#ifdef __wasm32__
  address += stale;
#endif
  report("F_SETLK", sys::fcntl(file, F_SETLK, address));
  report("F_GETLK", sys::fcntl(file, F_GETLK, address));
  report_walls("walls", found);
  report("l_type", Choice{abi::sets::lock_type, found->l_type});
}
