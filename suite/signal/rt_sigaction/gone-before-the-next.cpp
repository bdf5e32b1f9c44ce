// A handler has left the stack before the handler of the next pending signal runs, so a handler
// can raise its own signal again without end.
// Covers: rt_sigaction pending signal at a handler's end
#include "wali/test.h"

namespace {

constexpr int wanted = 20000;
int runs;
uintptr_t lowest = ~uintptr_t{0}, highest;

// The signal that it raises stays pending until it has returned.
void handler(int signo) {
  volatile char local = 0;
  const auto here = reinterpret_cast<uintptr_t>(&local);
  lowest = here < lowest ? here : lowest;
  highest = here > highest ? here : highest;
  if (++runs < wanted)
    sys::kill(sys::getpid().pid(), signo);
}

} // namespace

void test() {
  setup::on_signal(SIGTERM, handler);
  report("kill", sys::kill(sys::getpid().pid(), SIGTERM));
  report("runs", runs);
  report("highest place of its variable less the lowest", highest - lowest);
}
