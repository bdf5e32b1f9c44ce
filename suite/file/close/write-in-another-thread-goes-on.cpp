// A descriptor that is closed while another thread waits in a write to it is gone at
// once. The write goes on until it is complete, and then the pipe ends.
// Covers: close descriptor in use, threads
#include "wali/test.h"

namespace {

struct Writing {
  int fd;
  Result result;
};

void write_more_than_fits(void *argument) {
  static char block[12288];
  auto *writing = static_cast<Writing *>(argument);
  writing->result = sys::write(writing->fd, block, sizeof(block));
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  setup::set_capacity(pipe.write, 4096);
  Writing writing = {pipe.write.release(), {0}};
  Thread writer(write_more_than_fits, &writing);
  // Once the pipe is full the write has begun and cannot end.
  for (int held = 0; held < 4096; sys::sched_yield())
    setup::require_zero("ioctl", sys::ioctl(pipe.read, FIONREAD, &held));
  report("close", sys::close(writing.fd));
  report("descriptor flags", setup::descriptor_flags(writing.fd));
  int64_t total = 0;
  char buffer[1000];
  for (int64_t count = 1; count > 0; total += count)
    count = setup::require_count("read", sys::read(pipe.read, buffer, sizeof(buffer)), sizeof(buffer));
  writer.join();
  report("write", writing.result);
  report("bytes until the end", total);
}
