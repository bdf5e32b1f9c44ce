// A pipe carries more than it holds from a child to its parent, in order, and
// ends when the child does.
// Covers: pipe fork, capacity, end of file
#include "wali/test.h"

void test() {
  int ends[2];
  report("pipe", sys::pipe(ends));
  Fd reader(ends[0]), writer(ends[1]);
  report("capacity", sys::fcntl(reader, F_GETPIPE_SZ, 0));
  constexpr int total = 300000;
  Child child = setup::fork([&] {
    static uint8_t block[1000];
    for (int at = 0; at < total; at += 1000) {
      for (int i = 0; i < 1000; ++i)
        block[i] = static_cast<uint8_t>((at + i) % 251);
      setup::write_all(writer, Text(block, 1000));
    }
  });
  writer.reset();
  int size = 0, wrong = 0;
  static uint8_t buffer[4096];
  for (Result result = {1}; result.value > 0;) {
    result = sys::read(reader, buffer, sizeof(buffer));
    for (int i = 0; i < result.value; ++i)
      wrong += buffer[i] != (size + i) % 251;
    size += result.value > 0 ? static_cast<int>(result.value) : 0;
  }
  report("bytes", size);
  report("wrong ones", wrong);
  report("child", child.wait());
}
