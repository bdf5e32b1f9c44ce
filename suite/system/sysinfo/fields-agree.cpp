// sysinfo agrees with other sources of the kernel: total memory with /proc/meminfo, and the
// uptime with CLOCK_BOOTTIME. Free memory is less, there are processes, and the unit is a byte.
// Covers: sysinfo layout, EFAULT
#include "wali/test.h"

namespace {

// The number of kB in the first line of /proc/meminfo, `MemTotal: NUMBER kB`.
uint64_t total_memory() {
  Text text = setup::read_file("/proc/meminfo");
  uint64_t number = 0;
  for (size_t i = 0; i < text.size && text.data[i] != '\n'; ++i)
    if (text.data[i] >= '0' && text.data[i] <= '9')
      number = number * 10 + (text.data[i] - '0');
  return number;
}

} // namespace

void test() {
  Guarded<struct sysinfo> info;
  report("sysinfo", sys::sysinfo(&info));
  report_walls("walls", info);
  int64_t uptime = setup::now(CLOCK_BOOTTIME).tv_sec;
  report("uptime compared with the clock and two seconds", compared(info->uptime, uptime + 2));
  report("uptime compared with the clock less two seconds", compared(info->uptime, uptime - 2));
  report("mem_unit", info->mem_unit);
  report("MemTotal", total_memory());
  report("totalram in kB", info->totalram / 1024);
  report("freeram compared with totalram", compared(info->freeram, info->totalram));
  report("freeswap compared with totalswap and a byte", compared(info->freeswap, info->totalswap + 1));
  report("procs", info->procs);
  report("sysinfo to a bad address", sys::sysinfo(static_cast<struct sysinfo *>(setup::bad_address())));
}
