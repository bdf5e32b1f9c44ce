// SIGXCPU comes at the soft limit of processor time, and again to a process that computes on: then it ends the process,
// because the handler has put back the default.
// Covers: setrlimit RLIMIT_CPU, SIGXCPU
#include "wali/test.h"

namespace {

int *runs; // shared with the child

} // namespace

void test() {
  runs = &setup::shared<int>();
  Result &set = setup::shared<Result>();
  Child child = setup::fork([&] {
    setup::on_signal(SIGXCPU, [](int) {
      ++*runs;
      setup::set_disposition(SIGXCPU, SIG_DFL);
    });
    const rlimit seconds = {1, 10};
    set = sys::setrlimit(RLIMIT_CPU, &seconds);
    // The limit is about time counted in ticks, of which a busy machine loses some: the clock may be far ahead.
    while (setup::now(CLOCK_PROCESS_CPUTIME_ID).tv_sec < 30)
      ;
  });
  report("child", child.wait());
  report("setrlimit", set);
  report("runs of the handler", *runs);
}
