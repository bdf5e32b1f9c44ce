// sigsetjmp links, and so does longjmp. The first return of sigsetjmp is 0, and the program goes
// on.
// Covers: linking sigsetjmp, longjmp
// Imports: sigsetjmp (i32, i32) -> i32
// Imports: longjmp (i32, i32) -> ()
// Oracle: ABI.md, Start, end, arguments, environment
#include "wali/test.h"

namespace {

#ifdef __wasm32__
#define WALI_IMPORT(name) __attribute__((import_module("wali"), import_name(name)))
extern "C" WALI_IMPORT("sigsetjmp") int import_sigsetjmp(void *environment, int save_mask);
extern "C" WALI_IMPORT("longjmp") void import_longjmp(void *environment, int value);
#else
int import_sigsetjmp(void *, int) { return 0; }
void import_longjmp(void *, int) {}
#endif

alignas(16) uint8_t environment[512];

} // namespace

void test() {
  // longjmp is linked and never called: no engine is known to implement it.
  asm volatile("" : : "r"(import_longjmp));
  report("sigsetjmp", import_sigsetjmp(environment, 1));
  report("descriptor 1 after it", setup::descriptor_flags(1));
}
