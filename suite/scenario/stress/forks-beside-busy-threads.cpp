// A thread forks again and again beside eight that map memory, read, write, open
// files, wait on futexes and compute: each child has whole memory, works, and ends.
// Covers: stress forks beside threads
// Covers: fork while other threads call
#include "wali/test.h"

namespace {

volatile bool stop;
volatile uint32_t computed;

void map_and_unmap(void *) {
  while (!stop) {
    uint8_t *bytes = setup::map(20000);
    bytes[19999] = 1;
    setup::require_zero("munmap", sys::munmap(bytes, 20000));
  }
}

void write_and_read(void *) {
  Pipe pipe = setup::pipe();
  char byte;
  while (!stop) {
    setup::write_all(pipe.write, "x");
    setup::require_count("read", sys::read(pipe.read, &byte, 1), 1);
  }
}

void open_and_close(void *) {
  while (!stop)
    setup::open("file", O_RDONLY);
}

void wait_a_moment(void *) {
  int word = 0;
  const timespec moment = {0, 1};
  while (!stop)
    sys::futex(&word, FUTEX_WAIT, 0, &moment, nullptr, 0);
}

void compute(void *) {
  while (!stop)
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
    Thread threads[] = {{map_and_unmap}, {write_and_read}, {open_and_close}, {wait_a_moment},
                        {map_and_unmap}, {write_and_read}, {open_and_close}, {compute}};
    for (int i = 0; i < rounds; ++i)
      good += setup::fork([] { return work(pattern, sizeof(pattern)); }).wait().value == 4 << 8;
    stop = true;
  }
  report("children that ended otherwise", rounds - good);
}
