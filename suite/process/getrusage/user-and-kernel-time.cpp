// The time in which a process computes counts as user time, and the time in which the kernel works for it as system
// time.
// Covers: getrusage ru_utime, ru_stime
#include "suite/process/getrusage/used.h"

namespace {

int64_t microseconds_of(timeval rusage::*kind) {
  struct rusage usage = {};
  setup::require_zero("getrusage", sys::getrusage(RUSAGE_SELF, &usage));
  return (usage.*kind).tv_sec * 1000000 + (usage.*kind).tv_usec;
}

// Does `work` until this process has used 100 ms more of a kind, but no longer than for 5 s.
template <class Work> void report_work(const char *name, timeval rusage::*kind, Work work) {
  const int64_t start = microseconds_of(kind), end = microseconds(RUSAGE_SELF) + 5000000;
  while (microseconds_of(kind) < start + 100000 && microseconds(RUSAGE_SELF) < end)
    work();
  report(name, compared(microseconds_of(kind) - start, int64_t{99999}));
}

} // namespace

void test() {
  static uint8_t bytes[1 << 20];
  Fd zeros = setup::open("/dev/zero", O_RDONLY);
  report_work("microseconds of user time, compared with 99999", &rusage::ru_utime, [] {
    for (size_t i = 0; i < sizeof(bytes); ++i)
      *const_cast<volatile uint8_t *>(bytes + i) = static_cast<uint8_t>(i);
  });
  report_work("microseconds of system time, compared with 99999", &rusage::ru_stime,
              [&] { sys::read(zeros, bytes, sizeof(bytes)); });
}
