// An import that the interface does not define is refused when the module is linked, traps
// when it is called, or returns -ENOSYS.
// Covers: linking import that the interface does not define
// Imports: SYS_no_such_call (i32, i32) -> i64
// Oracle: ABI.md, Imports that this interface does not define
#include "wali/test.h"

namespace {

#ifdef __wasm32__
extern "C" __attribute__((import_module("wali"), import_name("SYS_no_such_call"))) int64_t no_such_call(int a, int b);
#else
int64_t no_such_call(int, int) { return -ENOSYS; }
#endif

} // namespace

void test() {
  // A trap ends the child, and leaves the result that stands here.
  struct Seen {
    int calls;
    int64_t result;
  };
  auto &seen = setup::shared<Seen>();
  seen = {0, -ENOSYS};
  Child caller = setup::fork([&] {
    ++seen.calls;
    seen.result = no_such_call(1, 2);
  });
  caller.wait();
  report("calls", seen.calls);
  report("SYS_no_such_call, unless it trapped", Result{seen.result});
}
