// A thread does not reach the host's memory by its own memory file or the
// process's.
// Covers: proc-mem thread-self, task
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

int64_t reached[3];

void attack(void *) {
  const int tid = static_cast<int>(sys::gettid().value);
  reached[0] = containment::reach("/proc/self/mem");
  reached[1] = containment::reach("/proc/thread-self/mem");
  reached[2] = containment::reach(label("/proc/self/task/", tid, "/mem").c_str());
}

} // namespace

void test() {
  containment::host_addresses();
  Thread(attack).join();
  report("/proc/self/mem, bytes reached", reached[0]);
  report("/proc/thread-self/mem, bytes reached", reached[1]);
  report("/proc/self/task/TID/mem, bytes reached", reached[2]);
}
