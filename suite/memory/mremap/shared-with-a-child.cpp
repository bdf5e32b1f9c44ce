// If mremap moves a shared mapping without a file, it is still shared with children.
// Covers: mremap MAP_SHARED, fork
#include "wali/test.h"

void test() {
  uint8_t *place = setup::map(8192);
  auto *shared = static_cast<uint8_t *>(setup::shared_memory(8192));
  __builtin_memcpy(shared + 4096, "kept", 4);
  report("place", reinterpret_cast<uintptr_t>(place));
  report("mremap", sys::mremap(shared, 8192, 8192, MREMAP_MAYMOVE | MREMAP_FIXED, place));
  report("contents", Text(place + 4096, 4));
  setup::in_child([=] {
    report("in the child, contents", Text(place + 4096, 4));
    __builtin_memcpy(place + 4096, "by child", 8);
  });
  report("contents afterwards", Text(place + 4096, 8));
}
