// A descriptor that is open stays one that can be waited for when the limit of descriptors is set below its number.
// Covers: select RLIMIT_NOFILE
// Covers: pselect6 RLIMIT_NOFILE
// Covers: poll RLIMIT_NOFILE
// Covers: ppoll RLIMIT_NOFILE
#include "suite/event/calls.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  constexpr int high = 50;
  setup::require_value("dup2", sys::dup2(pipe.read, high), high);
  setup::limit(RLIMIT_NOFILE, 10);
  for (const ReadinessCall &call : readiness_calls)
    report(call.name, call.readable(high, false));
}
