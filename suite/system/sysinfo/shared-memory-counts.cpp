// Shared memory that was touched is part of sharedram, which is less than all memory.
// Covers: sysinfo sharedram
#include "wali/test.h"

void test() {
  constexpr size_t size = 8 << 20;
  auto *bytes = static_cast<volatile uint8_t *>(setup::shared_memory(size));
  for (size_t i = 0; i < size; i += 4096)
    bytes[i] = 1;
  struct sysinfo info = {};
  report("sysinfo", sys::sysinfo(&info));
  // Processors count for themselves, and are added up a little later.
  report("sharedram compared with the half of it", compared(info.sharedram * info.mem_unit, uint64_t{size / 2}));
  report("sharedram compared with totalram", compared(info.sharedram, info.totalram));
}
