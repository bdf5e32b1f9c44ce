// Processes that read through one open file at once with several buffers get every part of it
// once: no other reads between two buffers of a call.
// Covers: readv shared position, fork
#include "wali/test.h"

namespace {

constexpr int records = 300, size = 50;
struct Read {
  int times[records], split;
  Event begun[2];
};

// Reads record after record, each 50 bytes that tell its number twice, into two buffers. Neither
// goes on before the other is there.
void read_records(int fd, Read &seen, int mine) {
  uint16_t head[5], tail[size / 2 - 5];
  const iovec buffers[] = {{head, sizeof(head)}, {tail, sizeof(tail)}};
  seen.begun[mine].set();
  seen.begun[1 - mine].wait();
  while (sys::readv(fd, buffers, 2).value == size) {
    __atomic_fetch_add(&seen.times[head[0] % records], 1, __ATOMIC_RELAXED);
    __atomic_fetch_add(&seen.split, head[0] != tail[size / 2 - 6], __ATOMIC_RELAXED);
  }
}

} // namespace

void test() {
  static uint16_t contents[records * size / 2];
  for (int i = 0; i < records * size / 2; ++i)
    contents[i] = static_cast<uint16_t>(i / (size / 2));
  setup::write_file("file", Text(contents, sizeof(contents)));
  Fd file = setup::open("file", O_RDONLY);
  Read &seen = setup::shared<Read>();
  Child first = setup::fork([&] { read_records(file, seen, 0); });
  Child second = setup::fork([&] { read_records(file, seen, 1); });
  report("first reader", first.wait());
  report("second", second.wait());
  int once = 0;
  for (int times : seen.times)
    once += times == 1;
  report("records that one of them got once", once);
  report("records that were split", seen.split);
}
