// SYS_exit links with the type (i32) -> (), which real binaries use. It ends the only thread, and
// so the process.
// Covers: linking SYS_exit without a result
// Covers: exit imported without a result
// Imports: SYS_exit (i32) -> ()
#include "wali/test.h"

namespace {

#ifdef __wasm32__
extern "C" __attribute__((import_module("wali"), import_name("SYS_exit"))) void exit_without_result(int status);
#else
void exit_without_result(int status) { sys::exit(status); }
#endif

} // namespace

void test() {
  report("exits with", 0x1207);
  exit_without_result(0x1207);
  report("still here after exit with", 0x1207);
}
