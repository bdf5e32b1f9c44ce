// Buffers are filled one after the other, each to its length. Empty ones, with an address or without, are skipped. At
// the end of the file the last ones stay as they were.
// Covers: readv order, empty vector, short count
#include "wali/test.h"

void test() {
  setup::write_file("file", "0123456789");
  Fd file = setup::open("file", O_RDONLY);
  GuardedBytes<4> first, third, fourth;
  GuardedBytes<8> second;
  const iovec vector[] = {{&first, 3}, {&second, 0}, {nullptr, 0}, {&third, 4}, {&fourth, 4}};
  report("readv of the empty ones", sys::readv(file, vector + 1, 2));
  report("readv", sys::readv(file, vector, 5));
  report("first", first.bytes());
  report("third", third.bytes());
  report("fourth", fourth.bytes());
  report_poison("second", second);
  report_walls("first's walls", first);
  report_walls("third's walls", third);
  report("position", sys::lseek(file, 0, SEEK_CUR));
  fourth.fill();
  const iovec rest[] = {{&fourth, 4}};
  report("readv at the end", sys::readv(file, rest, 1));
  report_poison("fourth", fourth);
}
