// SIGXCPU comes at the soft limit of processor time, and again when another second has been computed: then it ends the
// process, because the handler has put back the default.
// Covers: setrlimit RLIMIT_CPU, SIGXCPU
#include "wali/test.h"

namespace {

int *runs; // shared with the child

int64_t milliseconds(const timeval &time) { return time.tv_sec * 1000 + time.tv_usec / 1000; }

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
    while (setup::now(CLOCK_PROCESS_CPUTIME_ID).tv_sec < 5)
      ;
  });
  report("child", child.wait());
  report("setrlimit", set);
  report("runs of the handler", *runs);
  rusage usage = {};
  setup::require_zero("getrusage", sys::getrusage(RUSAGE_CHILDREN, &usage));
  // The kernel counts ticks for the limit, and not for what it tells.
  report("milliseconds of the child compared with 1500",
         compared(milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), int64_t{1500}));
}
