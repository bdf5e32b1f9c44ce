// If a function index is out of range or of another type, __wasm_thread_spawn returns an error, or
// harms at most the process that called it.
// Covers: threads bad function index
// Oracle: ABI.md, Start, end, arguments, environment
#include "wali/test.h"

namespace {

int64_t of_another_type(int64_t value) { return value; }

using Function = void (*)(int, void *);

} // namespace

void test() {
  for (uintptr_t index :
       {uintptr_t{0x7fffffff}, ~uintptr_t{0}, uintptr_t{0}, reinterpret_cast<uintptr_t>(of_another_type)}) {
    int pid = setup::split();
    if (pid == 0) {
      start::wali_thread_spawn(reinterpret_cast<Function>(index), nullptr);
      leave(0);
    }
    report("fork", pid);
    report("wait4", sys::wait4(pid, nullptr, 0, nullptr));
  }
  static int ran;
  Thread thread([](void *) { ran = 1; });
  thread.join();
  report("a good one's runs", ran);
}
