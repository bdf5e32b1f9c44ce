// A descriptor that is closed while another thread waits in a read of it is gone at once. The read goes on, and gets
// what is written. Then the pipe has no reader.
// Covers: close read in progress
#include "wali/test.h"

namespace {

struct Reading {
  int fd;
  Result result, closed, written;
  char byte;
};
void read_byte(void *argument) {
  auto *reading = static_cast<Reading *>(argument);
  reading->result = sys::read(reading->fd, &reading->byte, 1);
}

// What a thread reads from a descriptor that is closed before there is a byte.
Reading read_while_it_is_closed() {
  Pipe pipe = setup::pipe();
  Reading reading = {pipe.read.release(), {}, {}, {}, 0};
  Thread reader(read_byte, &reading);
  setup::sleep_ms(20); // until it waits, most likely
  reading.closed = sys::close(reading.fd);
  sys::write(pipe.write, "x", 1);
  reader.join();
  reading.written = sys::write(pipe.write, "y", 1);
  return reading;
}

} // namespace

void test() {
  setup::set_disposition(SIGPIPE, SIG_IGN);
  Reading seen = read_while_it_is_closed();
  // A thread that comes too late gets -EBADF.
  for (int tries = 0; tries < 20 && seen.result.value == -EBADF; ++tries)
    seen = read_while_it_is_closed();
  report("close", seen.closed);
  report("read", seen.result);
  report("byte", Text(&seen.byte, 1));
  report("write afterwards", seen.written);
}
