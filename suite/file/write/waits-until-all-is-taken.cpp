// A write of more than a pipe holds waits until its reader has read enough for all of it to be
// written.
// Covers: write blocks until room, full count
#include "wali/test.h"

void test() {
  constexpr int total = 100000;
  static uint8_t block[total];
  for (int i = 0; i < total; ++i)
    block[i] = static_cast<uint8_t>(i % 251);
  Pipe pipe = setup::pipe();
  setup::set_capacity(pipe.write, 4096);
  struct Read {
    int64_t size, wrong;
  };
  Read &read = setup::shared<Read>();
  Child reader = setup::fork([&] {
    pipe.write.reset();
    uint8_t buffer[1000];
    for (int64_t count = 1; count > 0; read.size += count) {
      count = setup::require_count("read", sys::read(pipe.read, buffer, sizeof(buffer)), sizeof(buffer));
      for (int64_t i = 0; i < count; ++i)
        read.wrong += buffer[i] != (read.size + i) % 251;
    }
  });
  report("write", sys::write(pipe.write, block, total));
  pipe.write.reset();
  report("reader", reader.wait());
  report("bytes that arrived", read.size);
  report("wrong ones", read.wrong);
}
