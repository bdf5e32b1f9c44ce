// Several processes that read from one pipe at once each get the bytes that they ask for, and none of another's.
// Covers: read pipe, several readers
#include "wali/test.h"

namespace {

constexpr int readers = 4, size = 100;

struct Read {
  Result results[readers];
  int times[readers], split;
};
// Reads one record, all of whose bytes are its number.
void read_record(int fd, Result &result, Read &seen) {
  uint8_t record[size] = {};
  result = sys::read(fd, record, size);
  __atomic_fetch_add(&seen.times[record[0] % readers], 1, __ATOMIC_RELAXED);
  for (uint8_t byte : record)
    __atomic_fetch_add(&seen.split, byte != record[0], __ATOMIC_RELAXED);
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  Read &seen = setup::shared<Read>();
  static uint8_t records[readers * size];
  for (int i = 0; i < readers * size; ++i)
    records[i] = static_cast<uint8_t>(i / size);
  const auto reader = [&](int i) { return setup::fork([&, i] { read_record(pipe.read, seen.results[i], seen); }); };
  Child children[] = {reader(0), reader(1), reader(2), reader(3)};
  setup::write_all(pipe.write, Text(records, sizeof(records)));
  for (Child &child : children)
    report("reader", child.wait());
  for (int i = 0; i < readers; ++i) {
    report("read", seen.results[i]);
    report("times that a record was read", seen.times[i]);
  }
  report("bytes of another record", seen.split);
}
