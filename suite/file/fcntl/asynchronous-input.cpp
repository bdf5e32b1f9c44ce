// With O_ASYNC the owner gets SIGIO, or the signal of its choice, when input
// arrives, and nothing once the flag is off.
// Covers: fcntl F_SETFL, O_ASYNC, F_SETOWN, F_SETSIG, signal sent on input
#include "wali/test.h"

void test() {
  setup::set_mask(signal_bit(SIGIO) | signal_bit(SIGUSR2));
  Pipe first = setup::pipe(), second = setup::pipe(), off = setup::pipe();
  uint32_t pid = static_cast<uint32_t>(sys::getpid().pid());
  for (int reader : {int{first.read}, int{second.read}, int{off.read}}) {
    setup::require_zero("fcntl", sys::fcntl(reader, F_SETOWN, pid));
    setup::set_status_flags(reader, O_ASYNC);
  }
  report("flags", setup::status_flags(first.read));
  setup::require_zero("fcntl", sys::fcntl(second.read, F_SETSIG, SIGUSR2));
  setup::set_status_flags(off.read, 0);
  setup::write_all(off.write, "!");
  report("pending after input where it is off", setup::pending_signals());
  setup::write_all(second.write, "!");
  report("pending after input with F_SETSIG", setup::pending_signals());
  setup::write_all(first.write, "!");
  report("pending after input without", setup::pending_signals());
}
