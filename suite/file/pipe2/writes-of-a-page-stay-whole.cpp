// Writes of up to 4096 bytes by several processes never mix.
// Covers: pipe2 PIPE_BUF
#include "wali/test.h"

namespace {

constexpr int writers = 3, writes = 20, size = 4096;

void write_blocks(int fd, char mark) {
  static char block[size];
  __builtin_memset(block, mark, size);
  for (int i = 0; i < writes; ++i)
    setup::require_count("write", sys::write(fd, block, size), size);
}

} // namespace

void test() {
  int ends[2] = {-1, -1};
  report("pipe2", sys::pipe2(ends, O_CLOEXEC));
  Fd reader(ends[0]), writer(ends[1]);
  setup::set_capacity(writer, 8192);
  Child a = setup::fork([&] { write_blocks(writer, 'a'); });
  Child b = setup::fork([&] { write_blocks(writer, 'b'); });
  Child c = setup::fork([&] { write_blocks(writer, 'c'); });
  writer.reset();
  static char all[writers * writes * size];
  size_t total = 0;
  for (Result result = {1}; result.value > 0; total += result.value > 0 ? result.size() : 0)
    result = sys::read(reader, all + total, sizeof(all) - total);
  int mixed = 0;
  for (size_t at = 0; at < sizeof(all); ++at)
    mixed += all[at] != all[at / size * size];
  report("bytes", total);
  report("bytes out of their block", mixed);
}
