// brk returns the same value for any argument, and never the argument. It changes neither memory
// nor its size.
// Covers: memory brk
// Covers: brk result
// Oracle: ABI.md, Memory
#include "wali/test.h"

namespace {

#ifdef __wasm32__
size_t pages() { return __builtin_wasm_memory_size(0); }
#else
size_t pages() { return 0; }
#endif

} // namespace

void test() {
  static uint8_t own[8192];
  __builtin_memset(own, 0x3c, sizeof(own));
  uint8_t *mapped = setup::map(8192);
  __builtin_memset(mapped, 0x3d, 8192);
  const size_t before = pages();
  report("memory.size", before);
  int64_t now = sys::brk(nullptr).value;
  int others = 0, arguments = 0;
  for (uintptr_t address : {uintptr_t{1}, reinterpret_cast<uintptr_t>(own), reinterpret_cast<uintptr_t>(own) + 4096,
                            reinterpret_cast<uintptr_t>(mapped), uintptr_t{1} << 20, uintptr_t{before} * 65536,
                            uintptr_t{before} * 65536 + 65536, uintptr_t{0x7fffffff}, uintptr_t{0xfffff000}}) {
    int64_t answer = sys::brk(reinterpret_cast<void *>(address)).value;
    others += answer != now;
    arguments += answer == static_cast<int64_t>(address);
  }
  report("answers that differ", others);
  report("answers that are the argument", arguments);
  report("memory.size afterwards", pages());
  int changed = 0;
  for (size_t i = 0; i < sizeof(own); ++i)
    changed += own[i] != 0x3c || mapped[i] != 0x3d;
  report("changed bytes", changed);
}
