// If the system allows no further thread, __wasm_thread_spawn returns a negative number.
// Covers: threads limit
// Covers: setrlimit RLIMIT_NPROC
// REQUIRES: user
#include "wali/test.h"

namespace {

// The oracle looks for the stack's end here.
uint8_t stack[16384];
struct {
  void *stack_end = stack + sizeof(stack);
} start_of_thread;

void run(int, void *) { sys::exit(0); }

} // namespace

void test() {
  setup::limit(RLIMIT_NPROC, 1);
  report("__wasm_thread_spawn", start::wali_thread_spawn(run, &start_of_thread));
}
