// exit_group in one thread ends all threads at once: those that wait in calls, and those that loop
// without any call.
// Covers: threads exit_group
// Covers: exit_group from a second thread
#include "wali/test.h"

namespace {

volatile bool forever = true;
Event looping;
int input;

void end_process(void *) {
  looping.wait();
  sys::exit_group(0x1207);
}

void loop(void *) {
  looping.set();
  while (forever) {
  }
}

void read_input(void *) {
  char byte;
  sys::read(input, &byte, 1);
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  input = pipe.read;
  Child child = setup::fork([] {
    Thread looper(loop), ender(end_process);
    read_input(nullptr);
    return 1;
  });
  report("child whose main thread reads", child.wait());
  Child other = setup::fork([] {
    Thread reader(read_input), looper(loop);
    looping.wait();
    sys::exit_group(8);
  });
  report("child whose other threads read and loop", other.wait());
}
