// __proc_exit ends the program with the low byte of the status given; nothing that
// stands behind it happens.
// Covers: start __proc_exit, status
#include "wali/test.h"

namespace {

// Called through a pointer: should it return, so be it.
#ifdef __wasm32__
void (*volatile leave)(int) = start::wali_proc_exit;
#else
void leave(int status) { sys::exit_group(status); }
#endif

} // namespace

void test() {
  report("status", 0x1207);
  leave(0x1207);
  report("still here", 1);
  sys::exit_group(9);
}
