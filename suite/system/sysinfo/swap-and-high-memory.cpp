// totalswap is the SwapTotal of /proc/meminfo. There is no high memory.
// Covers: sysinfo totalswap, totalhigh, freehigh
#include "wali/test.h"

namespace {

// The kB of a line of /proc/meminfo, `NAME NUMBER kB`.
uint64_t kilobytes(Text name) {
  const Text text = setup::read_file("/proc/meminfo");
  size_t at = 0;
  while (at + name.size < text.size && !(text.part(at, name.size) == name))
    ++at;
  uint64_t number = 0;
  for (at += name.size; at < text.size && text.data[at] != '\n'; ++at)
    if (text.data[at] >= '0' && text.data[at] <= '9')
      number = number * 10 + static_cast<uint64_t>(text.data[at] - '0');
  return number;
}

} // namespace

void test() {
  Guarded<struct sysinfo> info;
  report("sysinfo", sys::sysinfo(&info));
  report("SwapTotal", kilobytes("SwapTotal:"));
  report("totalswap in kB", info->totalswap * info->mem_unit / 1024);
  report("totalhigh", info->totalhigh);
  report("freehigh", info->freehigh);
}
