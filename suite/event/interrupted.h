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

} // namespace wali
