// A mapping can move to an address of 2 GiB and more, and shrink and grow there: the
// results are addresses, not errors.
// Covers: mremap address beyond 2 GiB, MREMAP_FIXED
// REQUIRES: memory-4g
#include "wali/test.h"

void test() {
  constexpr uintptr_t from = 0x90000000, to = 0xc0000000;
  auto *bytes = reinterpret_cast<uint8_t *>(from), *moved = reinterpret_cast<uint8_t *>(to);
  setup::require_address(
      "mmap", sys::mmap(bytes, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0), 4096);
  __builtin_memcpy(bytes, "moved", 5);
  const auto report_address = [](const char *name, Result result) {
    report(name, Hex{static_cast<uint64_t>(result.value)});
  };
  report_address("moved", sys::mremap(bytes, 4096, 8192, MREMAP_MAYMOVE | MREMAP_FIXED, moved));
  report("contents", Text(moved, 5));
  report_address("shrunk", sys::mremap(moved, 8192, 4096, 0, nullptr));
  report_address("grown", sys::mremap(moved, 4096, 3 * 4096, 0, nullptr));
  report("contents", Text(moved, 5));
}
