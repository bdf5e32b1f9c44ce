// The fields of sysinfo lie at their places: the unit is a byte, free memory is less than
// all of it, there are processes, and the uptime is that of CLOCK_BOOTTIME.
// Covers: sysinfo layout, EFAULT
#include "wali/test.h"

void test() {
  Guarded<struct sysinfo> info;
  report("sysinfo", sys::sysinfo(&info));
  report_walls("walls", info);
  int64_t uptime = setup::now(CLOCK_BOOTTIME).tv_sec;
  report("uptime compared with the clock and two seconds", compared(info->uptime, uptime + 2));
  report("uptime compared with the clock less two seconds", compared(info->uptime, uptime - 2));
  report("mem_unit", info->mem_unit);
  report("freeram compared with totalram", compared(info->freeram, info->totalram));
  report("freeswap compared with totalswap and a byte", compared(info->freeswap, info->totalswap + 1));
  report("procs", info->procs);
  report("sysinfo to a bad address", sys::sysinfo(static_cast<struct sysinfo *>(setup::bad_address())));
}
