// A handler of SIGXCPU lets the process compute on. The soft limit has been raised by a second
// then, and at the hard limit the process is killed.
// Covers: setrlimit RLIMIT_CPU, SIGXCPU, SIGKILL
#include "wali/test.h"

namespace {

struct Seen {
  int runs;
  rlimit limits;
};
Seen *seen;

} // namespace

void test() {
  seen = &setup::shared<Seen>();
  Result &set = setup::shared<Result>();
  Child child = setup::fork([&] {
    setup::on_signal(SIGXCPU, [](int) {
      ++seen->runs;
      sys::getrlimit(RLIMIT_CPU, &seen->limits);
    });
    const rlimit seconds = {1, 2};
    set = sys::setrlimit(RLIMIT_CPU, &seconds);
    // The limit is about time counted in ticks, of which a busy machine loses some: the clock may be far ahead.
    while (setup::now(CLOCK_PROCESS_CPUTIME_ID).tv_sec < 30)
      ;
  });
  report("child", child.wait());
  report("setrlimit", set);
  report("runs of the handler", seen->runs);
  report("limits in the handler", seen->limits);
}
