// __proc_exit does not return for status 0 either, with which every program ends
// whose main function returned.
// Covers: start __proc_exit, status 0
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
  report("leaves with", 0);
  leave(0);
  report("still here after __proc_exit of", 0);
}
