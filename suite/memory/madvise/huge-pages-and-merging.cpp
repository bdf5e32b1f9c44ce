// Advice about huge pages and about merging equal pages changes no byte. A kernel that is built
// without either refuses it, for a range without length as well.
// Covers: madvise MADV_HUGEPAGE, MADV_NOHUGEPAGE, MADV_MERGEABLE, MADV_UNMERGEABLE, MADV_COLLAPSE
#include "wali/test.h"

void test() {
  constexpr size_t size = 4 << 20;
  constexpr int collapse = 25;
  uint8_t *bytes = setup::map(size);
  __builtin_memset(bytes, 'h', size);
  for (int advice : {MADV_HUGEPAGE, MADV_NOHUGEPAGE, MADV_MERGEABLE, MADV_UNMERGEABLE}) {
    Line name = label(Choice{abi::sets::madvise_advice, advice});
    report(label(name.text(), ", no length"), sys::madvise(bytes, 0, advice).value);
    report(name, sys::madvise(bytes, size, advice).value);
  }
  report("MADV_COLLAPSE", sys::madvise(bytes, size, collapse).value);
  size_t changed = 0;
  for (size_t i = 0; i < size; ++i)
    changed += bytes[i] != 'h';
  report("bytes changed", changed);
}
