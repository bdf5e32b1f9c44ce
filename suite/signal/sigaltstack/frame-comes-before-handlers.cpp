// The frame of the first of two pending signals takes the alternate stack before any
// handler runs. The handler of the second, without SA_ONSTACK, therefore runs on that
// stack too, below it.
// Covers: sigaltstack frames of several pending signals
#include "wali/test.h"

namespace {

alignas(16) uint8_t place[65536];
struct stack in_first, in_second;
int runs, first_ran, second_ran;

void first(int) {
  first_ran = ++runs;
  sys::sigaltstack(nullptr, &in_first);
}
void second(int) {
  second_ran = ++runs;
  sys::sigaltstack(nullptr, &in_second);
}

} // namespace

void test() {
  const struct stack stack = {place, 0, sizeof(place)};
  report("sigaltstack", sys::sigaltstack(&stack, nullptr));
  setup::on_signal(SIGUSR1, first, SA_ONSTACK);
  setup::on_signal(SIGUSR2, second);
  setup::set_mask(signal_bit(SIGUSR1) | signal_bit(SIGUSR2));
  for (int signo : {SIGUSR1, SIGUSR2})
    setup::require_zero("kill", sys::kill(sys::getpid().pid(), signo));
  setup::set_mask(0);
  report("first handler ran as number", first_ran);
  report("in the first handler", in_first);
  report("second handler ran as number", second_ran);
  report("in the second handler", in_second);
}
