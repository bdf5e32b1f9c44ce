// The children of a process that ends live on.
// Covers: exit_group children
#include "wali/test.h"

void test() {
  Pipe told = setup::pipe(), answer = setup::pipe();
  const WaitStatus status = setup::fork([&] {
                              setup::fork([&] {
                                told.write.reset();
                                setup::read_all(told.read);
                                setup::write_all(answer.write, "alive");
                                sys::exit_group(0);
                              }).release();
                              sys::exit_group(5);
                            }).wait();
  report("child", status);
  told.write.reset();
  answer.write.reset();
  GuardedBytes<8> buffer;
  report("read of what its child writes afterwards", sys::read(answer.read, &buffer, 8));
  report("bytes", buffer.bytes(5));
}
