// MADV_DONTNEED discards exactly the pages that it names of several MiB, which huge pages may
// back.
// Covers: madvise MADV_DONTNEED, MADV_HUGEPAGE
#include "wali/test.h"

namespace {

constexpr size_t kib = 1024, size = 6 * 1024 * kib;

size_t bytes_other_than(uint8_t value, const uint8_t *from, const uint8_t *to) {
  size_t count = 0;
  for (; from != to; ++from)
    count += *from != value;
  return count;
}

} // namespace

void test() {
  uint8_t *bytes = setup::map(size);
  sys::madvise(bytes, size, MADV_HUGEPAGE); // not every kernel has huge pages
  struct Part {
    size_t begin, end;
  };
  for (auto [begin, end] : {Part{1024, 5120}, Part{0, 2048}, Part{2048, 3072}, Part{516, 1540}}) {
    __builtin_memset(bytes, 'd', size);
    report(label("from ", begin, " to ", end, " KiB"),
           sys::madvise(bytes + begin * kib, (end - begin) * kib, MADV_DONTNEED));
    report("bytes before it that changed", bytes_other_than('d', bytes, bytes + begin * kib));
    report("bytes of it that are not 0", bytes_other_than(0, bytes + begin * kib, bytes + end * kib));
    report("bytes behind it that changed", bytes_other_than('d', bytes + end * kib, bytes + size));
  }
}
