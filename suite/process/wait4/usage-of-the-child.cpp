// wait4 stores the child's resource usage in 144 bytes, with the memory that it touched and its
// context switches in the right fields.
// Covers: wait4 rusage layout
#include "wali/test.h"

void test() {
  const int pid = setup::fork([] {
                    uint8_t *bytes = setup::map(48 << 20);
                    for (size_t i = 0; i < 48 << 20; i += 4096)
                      bytes[i] = 1;
                    setup::sleep_ms(1);
                  }).release();
  Guarded<struct rusage> usage;
  report("fork", pid);
  report("wait4", sys::wait4(pid, nullptr, 0, &usage));
  report_walls("walls", usage);
  report("kilobytes of the largest size, compared with 40 MiB", compared(usage->ru_maxrss, int64_t{40 << 10}));
  report("minor faults", usage->ru_minflt); // how many, depends on the size of pages
  report("microseconds of system time, compared with a second", compared(usage->ru_stime.tv_usec, int64_t{1000000}));
  report("signals", usage->ru_nsignals);
  report("voluntary switches", usage->ru_nvcsw);
  report("involuntary switches", usage->ru_nivcsw);
}
