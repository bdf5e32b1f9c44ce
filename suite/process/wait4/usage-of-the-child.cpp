// The child's resource usage comes with its status: 144 bytes, the memory that
// it touched and the switches that it made among them.
// Covers: wait4 rusage layout
#include "wali/test.h"

void test() {
  int pid = setup::fork([] {
              uint8_t *bytes = setup::map(48 << 20);
              for (size_t i = 0; i < 48 << 20; i += 4096)
                bytes[i] = 1;
              setup::sleep_ms(1);
            }).release();
  Guarded<struct rusage> usage;
  Result result = sys::wait4(pid, nullptr, 0, &usage);
  report("wait4 against the child", compared(result.value, int64_t{pid}));
  report_walls("walls", usage);
  report("kilobytes of the largest size against 40 MiB", compared(usage->ru_maxrss, int64_t{40 << 10}));
  report("minor faults against 1000", compared(usage->ru_minflt, int64_t{1000}));
  report("microseconds of system time against a second", compared(usage->ru_stime.tv_usec, int64_t{1000000}));
  report("signals", usage->ru_nsignals);
  report("voluntary switches against 0", compared(usage->ru_nvcsw, int64_t{0}));
  report("involuntary switches against -1", compared(usage->ru_nivcsw, int64_t{-1}));
}
