// With MAP_POPULATE the pages are there when mmap returns: touching a thousand of them causes
// few faults, if any. MAP_NONBLOCK cancels that effect.
// Covers: mmap MAP_POPULATE, MAP_NONBLOCK
#include "wali/test.h"

namespace {

int64_t faults() {
  rusage usage = {};
  setup::require_zero("getrusage", sys::getrusage(RUSAGE_SELF, &usage));
  return usage.ru_minflt;
}

// Touches each page of a new mapping. What is not there yet comes page by page: the
// mapping has no huge pages. (A kernel that has none refuses the advice.)
void report_faults(const char *name, int kind) {
  constexpr size_t pages = 1000;
  Result result = sys::mmap(nullptr, pages * 4096, PROT_READ | PROT_WRITE, MAP_ANONYMOUS | kind, -1, 0);
  setup::require_address("mmap", result, pages * 4096);
  sys::madvise(result.pointer(), pages * 4096, MADV_NOHUGEPAGE);
  uint8_t found = 0;
  int64_t before = faults();
  for (size_t page = 0; page < pages; ++page)
    found |= result.pointer()[page * 4096]++;
  report(label(name, ", faults compared with 500"), compared(faults() - before, int64_t{500}));
  report("bits found", found);
}

} // namespace

void test() {
  report_faults("private", MAP_PRIVATE | MAP_POPULATE);
  report_faults("shared", MAP_SHARED | MAP_POPULATE);
  report_faults("shared with MAP_NONBLOCK", MAP_SHARED | MAP_POPULATE | MAP_NONBLOCK);
}
