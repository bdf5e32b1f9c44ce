// No atomic operation of two threads is lost: each adds 20000 times to the same words, by
// addition and by compare-and-exchange, and to bytes that lie side by side.
// Covers: threads atomic operations of two threads
#include "wali/test.h"

namespace {

constexpr int rounds = 20000;

Event start_together;
uint32_t added, exchanged;
uint64_t added_wide, exchanged_wide;
alignas(4) uint8_t neighbours[4];
alignas(4) uint16_t wide_neighbours[2];

template <class Word> void add_by_exchange(Word &word) {
  Word old = __atomic_load_n(&word, __ATOMIC_RELAXED);
  while (!__atomic_compare_exchange_n(&word, &old, old + 3, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
  }
}

void work(void *pointer) {
  const int own = *static_cast<int *>(pointer);
  start_together.wait();
  for (int i = 0; i < rounds; ++i) {
    __atomic_fetch_add(&added, 3, __ATOMIC_SEQ_CST);
    __atomic_fetch_add(&added_wide, 0x300000003, __ATOMIC_SEQ_CST);
    add_by_exchange(exchanged);
    add_by_exchange(exchanged_wide);
    __atomic_fetch_add(&neighbours[own], 1, __ATOMIC_SEQ_CST);
    __atomic_fetch_add(&wide_neighbours[own], 3, __ATOMIC_SEQ_CST);
  }
}

} // namespace

void test() {
  int numbers[] = {0, 1};
  {
    Thread first(work, &numbers[0]), second(work, &numbers[1]);
    start_together.set();
  }
  report("32 bits, added", added);
  report("32 bits, exchanged", exchanged);
  report("64 bits, added", Hex{added_wide});
  report("64 bits, exchanged", exchanged_wide);
  for (int own : numbers) {
    report(label("byte ", own), unsigned{neighbours[own]});
    report(label("16 bits ", own), unsigned{wide_neighbours[own]});
  }
  report("bytes 2 and 3", unsigned{neighbours[2]} + neighbours[3]);
}
