// An atomic compare-and-exchange of 8, 16, 32 or 64 bits returns the old value. It stores the new
// one only if all bits of the old value are as expected.
// Covers: threads compare-and-exchange
#include "wali/test.h"

namespace {

template <class Word> void exchange(const char *name, Word value, Word other) {
  static volatile Word word;
  word = value;
  report(label(name, ", another expected"), Hex{__sync_val_compare_and_swap(&word, other, Word{1})});
  report("value", Hex{word});
  report(label(name, ", expected"), Hex{__sync_val_compare_and_swap(&word, value, other)});
  report("value", Hex{word});
}

} // namespace

void test() {
  exchange<uint8_t>("8 bits", 0x9a, 0x1a);
  exchange<uint16_t>("16 bits", 0x9abc, 0x1abc);
  exchange<uint32_t>("32 bits", 0x9abcdef0, 0x1abcdef0);
  exchange<uint64_t>("64 bits, high half", 0x9abcdef012345678, 0x1abcdef012345678);
  exchange<uint64_t>("64 bits, low half", 0x9abcdef012345678, 0x9abcdef012345679);
}
