// With O_DIRECT each write is a packet, or several of 4096 bytes if it is longer: a read takes
// one, and what does not fit its buffer is lost.
// Covers: pipe2 O_DIRECT
#include "wali/test.h"

void test() {
  int ends[2] = {-1, -1};
  report("pipe2", sys::pipe2(ends, O_DIRECT | O_NONBLOCK));
  Fd reader(ends[0]), writer(ends[1]);
  report("writer", setup::status_flags(writer));
  setup::write_all(writer, "first");
  setup::write_all(writer, "second");
  setup::write_all(writer, "third");
  GuardedBytes<16> buffer;
  report("read", sys::read(reader, &buffer, 16));
  report("packet", buffer.bytes(5));
  report("read of three", sys::read(reader, &buffer, 3));
  report("packet", buffer.bytes(5));
  report("read", sys::read(reader, &buffer, 16));
  report("packet", buffer.bytes(5));
  static char block[5000];
  setup::write_all(writer, {block, sizeof(block)});
  report("read of a long write", sys::read(reader, block, sizeof(block)));
  report("read of its rest", sys::read(reader, block, sizeof(block)));
  report("read of nothing", sys::read(reader, &buffer, 16));
}
