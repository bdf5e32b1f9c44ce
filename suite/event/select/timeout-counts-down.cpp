// Linux writes the time that is left back; a NULL timeout waits for ever, until
// a handler interrupts.
// Covers: select timeout written back, NULL timeout, EINTR
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  fd_set write = {};
  write.bits[0] = uint64_t{1} << pipe.write;
  Guarded<timeval> timeout;
  *timeout = {200, 0};
  report("ready", sys::select(pipe.write + 1, nullptr, &write, nullptr, &timeout));
  report("seconds left against 201", compared(timeout->tv_sec, int64_t{201}));
  report("seconds left against 100", compared(timeout->tv_sec, int64_t{100}));
  *timeout = {0, 2000};
  report("nothing to wait for", sys::select(0, nullptr, nullptr, nullptr, &timeout));
  report("left", *timeout);
  report_walls("walls", timeout);
  setup::on_signal(SIGUSR1, [](int) {}, SA_RESTART);
  Interrupter interrupter(SIGUSR1);
  report("without a time", sys::select(0, nullptr, nullptr, nullptr, nullptr));
}
