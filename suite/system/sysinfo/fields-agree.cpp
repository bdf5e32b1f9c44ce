// The fields lie at their places: the unit is a byte, free memory is
// less than all of it, there are processes, and the uptime is the clock's.
// Covers: sysinfo layout, EFAULT
#include "wali/test.h"

void test() {
  Guarded<struct sysinfo> info;
  report("sysinfo", sys::sysinfo(&info));
  report_walls("walls", info);
  int64_t uptime = setup::now(CLOCK_BOOTTIME).tv_sec;
  report("uptime against the clock and a second", compared(info->uptime, uptime + 2));
  report("uptime against the clock less a second", compared(info->uptime, uptime - 2));
  report("mem_unit", info->mem_unit);
  report("freeram against totalram", compared(info->freeram, info->totalram));
  report("freeswap against totalswap and a byte", compared(info->freeswap, info->totalswap + 1));
  report("procs against 0", compared(info->procs, uint16_t{0}));
  report("sysinfo to a bad address", sys::sysinfo(static_cast<struct sysinfo *>(setup::bad_address())));
}
