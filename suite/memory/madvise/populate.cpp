// MADV_POPULATE_READ and MADV_POPULATE_WRITE, since Linux 5.14, bring pages in at once: touching
// a thousand of them afterwards causes few faults, if any.
// Covers: madvise MADV_POPULATE_READ, MADV_POPULATE_WRITE
#include "wali/test.h"

namespace {

constexpr size_t pages = 1000;

int64_t faults() {
  rusage usage = {};
  setup::require_zero("getrusage", sys::getrusage(RUSAGE_SELF, &usage));
  return usage.ru_minflt;
}

// A shared mapping without huge pages comes page by page. (A kernel that has none
// refuses the advice.)
volatile uint8_t *map() {
  Result result = sys::mmap(nullptr, pages * 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  uint8_t *bytes = setup::require_address("mmap", result, pages * 4096);
  sys::madvise(bytes, pages * 4096, MADV_NOHUGEPAGE);
  return bytes;
}

template <class Touch> void report_faults(int advice, Touch touch) {
  volatile uint8_t *bytes = map();
  report(label(Choice{abi::sets::madvise_advice, advice}),
         sys::madvise(const_cast<uint8_t *>(bytes), pages * 4096, advice));
  int64_t before = faults();
  for (size_t page = 0; page < pages; ++page)
    touch(bytes[page * 4096]);
  report("faults, compared with 500", compared(faults() - before, int64_t{500}));
}

} // namespace

void test() {
  static uint8_t found;
  auto read = [](volatile uint8_t &byte) { found |= byte; };
  report_faults(MADV_NORMAL, read);
  report_faults(MADV_POPULATE_READ, read);
  report_faults(MADV_POPULATE_WRITE, [](volatile uint8_t &byte) {
    found |= byte;
    byte = 1;
  });
  report("bits found", found);
}
