// The first descriptor reads what is written to the second, in order. Neither has a flag. They are the two lowest
// free ones, and nothing beside them is stored.
// Covers: pipe ends, lowest numbers, no flags
#include "wali/test.h"

void test() {
  Fd first = setup::open(".", O_RDONLY), second = setup::open(".", O_RDONLY);
  report("lowest free numbers", label(int{first}, " ", int{second}));
  first.reset();
  second.reset();
  Guarded<int[2]> ends;
  report("pipe", sys::pipe(*&ends));
  report_walls("walls", ends);
  int reader = (*ends)[0], writer = (*ends)[1];
  report("ends", label(reader, " ", writer));
  report("reader's flags", setup::status_flags(reader));
  report("writer's flags", setup::status_flags(writer));
  report("reader's descriptor flags", setup::descriptor_flags(reader));
  report("writer's descriptor flags", setup::descriptor_flags(writer));
  report("write", sys::write(writer, "one \xff", 5));
  report("write again", sys::write(writer, "two", 3));
  char byte = 0;
  report("read of the writer", sys::read(writer, &byte, 1));
  report("write to the reader", sys::write(reader, "x", 1));
  sys::close(writer);
  setup::set_status_flags(reader, O_NONBLOCK);
  GuardedBytes<16> buffer;
  report("read", sys::read(reader, &buffer, 16));
  report("what comes out", buffer.bytes(8));
  report("read at the end", sys::read(reader, &buffer, 16));
}
