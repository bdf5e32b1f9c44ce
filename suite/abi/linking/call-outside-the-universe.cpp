// An import that the interface does not define never reports success without acting: if it
// fails or traps, the program does its work in another way.
// Covers: linking no silent success
// Imports: SYS_truncate (i32, i64) -> i64
#include "wali/test.h"

namespace {

#ifdef __wasm32__
extern "C" __attribute__((import_module("wali"), import_name("SYS_truncate"))) int64_t import_truncate(const char *path,
                                                                                                       int64_t length);
#else
int64_t import_truncate(const char *path, int64_t length) {
  constexpr int number = 76;
  return native::syscall(number, reinterpret_cast<long>(path), length);
}
#endif

} // namespace

void test() {
  setup::write_file("file", "ten bytes.");
  Child caller = setup::fork([] { return int{!Result{import_truncate("file", 3)}.ok()}; });
  // It failed, or trapped: what a libc without the call would do.
  if (caller.wait().value != 0)
    setup::require_zero("ftruncate", sys::ftruncate(setup::open("file", O_WRONLY), 3));
  report("contents", setup::read_file("file"));
}
