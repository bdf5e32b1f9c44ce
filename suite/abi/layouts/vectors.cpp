// An iovec has its address at 0 and its length at 4, and the next one follows after 8 bytes.
// Covers: layouts iovec
// Covers: writev layout
// Covers: readv layout
#include "suite/abi/layouts/raw.h"

namespace {

constexpr size_t length_at = layouts::wide(4, 8), iovec_size = layouts::wide(8, 16);

using Vector = layouts::Raw<3 * iovec_size>;

void put(Vector &vector, size_t index, const void *base, size_t length) {
  vector.put(index * iovec_size, reinterpret_cast<uintptr_t>(base)).put(index * iovec_size + length_at, length);
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  Vector vector;
  put(vector, 0, "one", 3);
  put(vector, 1, "two", 2);
  put(vector, 2, "three", 5);
  report("writev", sys::writev(file, vector, 3));
  report("file", setup::read_file("file"));
  setup::seek(file, 0);
  GuardedBytes<4> first;
  GuardedBytes<6> second;
  put(vector, 0, &first, 4);
  put(vector, 1, &second, 6);
  report("readv", sys::readv(file, vector, 2));
  report("first", first.bytes());
  report("second", second.bytes());
  report_walls("walls of the first", first);
  report_walls("walls of the second", second);
  vector.report_walls();
}
