// With MAP_POPULATE the pages are there when mmap returns: touching two hundred
// of them takes few faults, if any.
// Covers: mmap MAP_POPULATE
#include "wali/test.h"

namespace {

int64_t faults() {
  rusage usage = {};
  setup::require("getrusage", sys::getrusage(RUSAGE_SELF, &usage));
  return usage.ru_minflt;
}

} // namespace

void test() {
  constexpr size_t pages = 200;
  Result result = sys::mmap(nullptr, pages * 4096, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
  setup::require("mmap", result);
  uint8_t found = 0;
  int64_t before = faults();
  for (size_t page = 0; page < pages; ++page)
    found |= result.pointer()[page * 4096]++;
  report("faults against 100", compared(faults() - before, int64_t{100}));
  report("bits found", found);
}
