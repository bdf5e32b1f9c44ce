// A program that is executed has the mask of the thread that executed it.
// Covers: rt_sigprocmask execve
// Covers: execve mask, threads
#include "wali/test.h"

namespace {

int output;

void execute(void *) {
  setup::set_mask(signal_bit(SIGUSR2) | signal_bit(33) | signal_bit(64));
  setup::require_value("dup3", sys::dup3(output, 1, 0), 1);
  const char *const argv[] = {"grep", "SigBlk:", "/proc/self/status", nullptr};
  blocked("execve", sys::execve("/bin/grep", argv, nullptr));
}

} // namespace

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  output = pipe.write;
  Child child = setup::fork([&] {
    setup::set_mask(signal_bit(SIGHUP) | signal_bit(34));
    Thread thread(execute);
    for (;;)
      setup::sleep_ms(1000);
  });
  pipe.write.reset();
  report("blocked in the executed program", setup::read_all(pipe.read));
  report("child", child.wait());
}
