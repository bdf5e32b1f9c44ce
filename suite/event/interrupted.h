// A wait for readiness that a signal interrupts.
#pragma once

#include "wali/test.h"

namespace wali {

// A pipe with nothing to read. A wait that no signal interrupts gets a byte in the end.
struct PipeEnds {
  int read, write;
};
inline PipeEnds empty_pipe() {
  static const PipeEnds ends = [] {
    Pipe pipe = setup::pipe();
    return PipeEnds{pipe.read.release(), pipe.write.release()};
  }();
  return ends;
}

// Has `wait` wait for that pipe, under a handler without and with SA_RESTART.
template <class Wait> void report_interrupted(const char *name, Wait wait) {
  empty_pipe();
  for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}})
    report_under_signals(name, flags, [] { setup::write_all(empty_pipe().write, "x"); }, wait);
}

// Has `wait` wait for that pipe, under a limit of 1000 s that it may write to. A handler ends it.
template <class Time, class Wait> void report_time_left(Wait wait) {
  empty_pipe();
  setup::on_signal(SIGUSR2, [](int) {});
  Guarded<Time> limit;
  *limit = {1000, 0};
  Result result;
  {
    Interrupter interrupter(SIGUSR2);
    result = wait(&limit);
  }
  report("wait", result);
  report("seconds left, compared with 500", compared(limit->tv_sec, int64_t{500}));
  report("seconds left, compared with all", compared(limit->tv_sec, int64_t{1000}));
  report_walls("walls", limit);
}

// Has `wait` wait for that pipe while a child sends SIGUSR2, and then a byte.
template <class Wait> void report_signal_and_byte(const char *name, Wait wait) {
  static int runs;
  setup::on_signal(SIGUSR2, [](int) { ++runs; });
  const int pid = sys::getpid().pid(), end = empty_pipe().write;
  Child child = setup::fork([&] {
    setup::sleep_ms(20); // until the other waits, most likely
    setup::require_zero("kill", sys::kill(pid, SIGUSR2));
    setup::write_all(end, "x");
  });
  report(name, wait());
  report("runs of the handler", runs);
  report("pending", setup::pending_signals());
  report("child", child.wait());
}

} // namespace wali
