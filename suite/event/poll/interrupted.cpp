// A handler interrupts poll, SA_RESTART or not, and no event is
// reported.
// Covers: poll EINTR
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}}) {
    setup::on_signal(SIGUSR1, [](int) {}, flags);
    Interrupter interrupter(SIGUSR1);
    pollfd entry = {pipe.read, POLLIN, 0x55};
    report(label(Flags{abi::sets::sigaction_flags, flags}), sys::poll(&entry, 1, -1));
    report("revents", entry.revents);
  }
}
