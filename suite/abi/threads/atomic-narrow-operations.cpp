// Atomic operations on 8 and 16 bits return the old value zero-extended, wrap within their bits,
// and leave the bytes beside them alone.
// Covers: threads narrow read-modify-write
#include "wali/test.h"

namespace {

alignas(8) volatile uint8_t bytes[8];

// Operations on a word whose bits are all set, at `offset`, between bytes 0x55.
template <class Word> void operate(int offset) {
  volatile auto *word = reinterpret_cast<volatile Word *>(bytes + offset);
  for (volatile uint8_t &byte : bytes)
    byte = 0x55;
  *word = static_cast<Word>(-1);
  report(label(int{8 * sizeof(Word)}, " bits at ", offset, ", add"),
         Hex{__atomic_fetch_add(word, 3, __ATOMIC_SEQ_CST)});
  report("sub", Hex{__atomic_fetch_sub(word, 4, __ATOMIC_SEQ_CST)});
  report("xor", Hex{__atomic_fetch_xor(word, static_cast<Word>(0x8181), __ATOMIC_SEQ_CST)});
  report("or", Hex{__atomic_fetch_or(word, static_cast<Word>(0x8080), __ATOMIC_SEQ_CST)});
  report("and", Hex{__atomic_fetch_and(word, static_cast<Word>(0xc3c3), __ATOMIC_SEQ_CST)});
  report("exchange", Hex{__atomic_exchange_n(word, static_cast<Word>(0xe1f0), __ATOMIC_SEQ_CST)});
  report("bytes", Text(const_cast<const uint8_t *>(bytes), sizeof(bytes)));
}

} // namespace

void test() {
  operate<uint8_t>(1);
  operate<uint8_t>(3);
  operate<uint16_t>(2);
  operate<uint16_t>(4);
}
