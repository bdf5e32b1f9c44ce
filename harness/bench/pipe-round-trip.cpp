// A byte to another process through a pipe, and back through a second one.
#include "harness/bench/measure.h"

namespace {

// One byte from one descriptor to another; 0 at the end of what comes in.
int64_t pass_on(int from, int to) {
  char byte;
  Result got = sys::read(from, &byte, 1);
  return got.value == 1 ? sys::write(to, &byte, 1).value : got.value;
}

} // namespace

void test() {
  Pipe there = setup::pipe(), back = setup::pipe();
  Child child = setup::fork([&] {
    there.write.reset();
    while (pass_on(there.read, back.write) == 1)
      ;
  });
  const char sent = 1;
  char received;
  bench::measure(20, [&] {
    Result put = sys::write(there.write, &sent, 1);
    return put.ok() ? sys::read(back.read, &received, 1) : put;
  });
  there.write.reset();
  child.wait();
}
