// A producer hands numbers to two consumers in a ring that each process has mapped from a file for itself, with
// semaphores on futexes there. All of them arrive, each once and in the order in which they were put in.
// Covers: processes mmap MAP_SHARED, futex of several processes
#include "suite/scenario/semaphore.h"

namespace {

constexpr int consumers = 2, places = 16;
constexpr uint64_t numbers = 4000;

struct Ring {
  Semaphore<0> filled, empty, taking;
  uint64_t place[places];
  uint64_t taken;
  struct {
    uint64_t count, sum;
    int out_of_order;
  } consumer[consumers];
};

Ring &map_ring() {
  Fd file = setup::open("ring", O_RDWR);
  const Result mapped = sys::mmap(nullptr, sizeof(Ring), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  return *reinterpret_cast<Ring *>(setup::require_address("mmap", mapped, sizeof(Ring)));
}

void produce() {
  Ring &ring = map_ring();
  for (uint64_t i = 0; i < numbers + consumers; ++i) {
    ring.empty.wait();
    ring.place[i % places] = i < numbers ? i + 1 : 0; // at the end a 0 for each consumer
    ring.filled.post();
  }
}

// The next number; one consumer at a time.
uint64_t take(Ring &ring) {
  ring.filled.wait();
  ring.taking.wait();
  const uint64_t number = ring.place[ring.taken++ % places];
  ring.taking.post();
  ring.empty.post();
  return number;
}

void consume(int self) {
  Ring &ring = map_ring();
  auto &mine = ring.consumer[self];
  uint64_t last = 0;
  while (const uint64_t number = take(ring)) {
    mine.out_of_order += number <= last;
    mine.sum += last = number;
    ++mine.count;
  }
}

} // namespace

void test() {
  setup::resize(setup::open("ring", O_RDWR | O_CREAT), sizeof(Ring));
  Ring &ring = map_ring();
  Child first = setup::fork([] { consume(0); }), second = setup::fork([] { consume(1); });
  ring.filled.await_waiters(consumers);
  ring.taking.post();
  ring.empty.post(places);
  Child producer = setup::fork(produce);
  report("producer", producer.wait());
  report("first consumer", first.wait());
  report("second consumer", second.wait());
  report("numbers taken", ring.consumer[0].count + ring.consumer[1].count);
  report("their sum", ring.consumer[0].sum + ring.consumer[1].sum);
  report("out of order", ring.consumer[0].out_of_order + ring.consumer[1].out_of_order);
  report("places emptied", ring.taken);
}
