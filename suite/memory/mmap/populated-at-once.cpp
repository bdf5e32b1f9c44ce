// With MAP_POPULATE the pages are there when mmap returns: touching two hundred
// of them takes few faults, if any. MAP_NONBLOCK takes its effect away.
// Covers: mmap MAP_POPULATE, MAP_NONBLOCK
#include "wali/test.h"

namespace {

int64_t faults() {
  rusage usage = {};
  setup::require_zero("getrusage", sys::getrusage(RUSAGE_SELF, &usage));
  return usage.ru_minflt;
}

// Touches each page of a new mapping. Shared memory comes page by page, whatever
// the system does to give private memory in larger pieces.
void report_faults(const char *name, int kind) {
  constexpr size_t pages = 200;
  Result result = sys::mmap(nullptr, pages * 4096, PROT_READ | PROT_WRITE, MAP_ANONYMOUS | kind, -1, 0);
  setup::require_address("mmap", result, pages * 4096);
  uint8_t found = 0;
  int64_t before = faults();
  for (size_t page = 0; page < pages; ++page)
    found |= result.pointer()[page * 4096]++;
  report(label(name, ", faults against 100"), compared(faults() - before, int64_t{100}));
  report("bits found", found);
}

} // namespace

void test() {
  report_faults("private", MAP_PRIVATE | MAP_POPULATE);
  report_faults("shared", MAP_SHARED | MAP_POPULATE);
  report_faults("shared with MAP_NONBLOCK", MAP_SHARED | MAP_POPULATE | MAP_NONBLOCK);
}
