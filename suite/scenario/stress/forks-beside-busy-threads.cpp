// A thread forks again and again beside eight others, which map memory, read, write, open
// files, wait on futexes and compute. Each child has the whole memory, works, and ends.
// Covers: stress forks beside threads
// Covers: fork while other threads call
#include "wali/test.h"

namespace {

volatile bool stop;
int turns[8]; // of each thread's loop
volatile uint32_t computed;

// Counts a turn of a thread's loop, and tells whether there is to be one more.
bool goes_on(void *own_turns) {
  __atomic_fetch_add(static_cast<int *>(own_turns), 1, __ATOMIC_RELAXED);
  return !stop;
}

void map_and_unmap(void *own_turns) {
  while (goes_on(own_turns)) {
    uint8_t *bytes = setup::map(20000);
    bytes[19999] = 1;
    setup::require_zero("munmap", sys::munmap(bytes, 20000));
  }
}

void write_and_read(void *own_turns) {
  Pipe pipe = setup::pipe();
  char byte;
  while (goes_on(own_turns)) {
    setup::write_all(pipe.write, "x");
    setup::require_count("read", sys::read(pipe.read, &byte, 1), 1);
  }
}

void open_and_close(void *own_turns) {
  while (goes_on(own_turns))
    setup::open("file", O_RDONLY);
}

void wait_a_moment(void *own_turns) {
  int word = 0;
  const timespec moment = {0, 1};
  while (goes_on(own_turns))
    sys::futex(&word, FUTEX_WAIT, 0, &moment, nullptr, 0);
}

void compute(void *own_turns) {
  while (goes_on(own_turns))
    computed = computed * 1103515245 + 12345;
}

// What a child does with all of it. The pattern is as it was before the fork.
int work(const uint8_t *pattern, size_t size) {
  for (size_t i = 0; i < size; ++i)
    if (pattern[i] != i % 251)
      return 1;
  uint8_t *bytes = setup::map(100000);
  bytes[99999] = 3;
  Fd file = setup::open("file", O_RDONLY);
  char byte = 0;
  Result got = sys::pread64(file, &byte, 1, 2);
  return got.value == 1 && byte == 'c' && sys::munmap(bytes, 100000).ok() ? 4 : 2;
}

} // namespace

void test() {
  static uint8_t pattern[50000];
  for (size_t i = 0; i < sizeof(pattern); ++i)
    pattern[i] = static_cast<uint8_t>(i % 251);
  setup::write_file("file", "abc");
  const int rounds = setup::rounds(20);
  int good = 0;
  {
    Thread threads[] = {{map_and_unmap, &turns[0]},  {write_and_read, &turns[1]}, {open_and_close, &turns[2]},
                        {wait_a_moment, &turns[3]},  {map_and_unmap, &turns[4]},  {write_and_read, &turns[5]},
                        {open_and_close, &turns[6]}, {compute, &turns[7]}};
    for (const int &of_thread : turns) // each has done what it does at least once
      while (__atomic_load_n(&of_thread, __ATOMIC_RELAXED) < 2)
        sys::sched_yield();
    for (int i = 0; i < rounds; ++i)
      good += setup::fork([] { return work(pattern, sizeof(pattern)); }).wait().value == 4 << 8;
    stop = true;
  }
  report("children that ended otherwise", rounds - good);
}
