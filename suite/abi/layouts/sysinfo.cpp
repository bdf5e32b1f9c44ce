// sysinfo has 112 bytes. What can be known in advance of its fields is at their offsets, and the
// padding is zeros.
// Covers: layouts sysinfo
// Covers: sysinfo layout
#include "suite/abi/layouts/raw.h"

namespace {

// The number in the line of /proc/meminfo that begins with `name`, in KiB.
uint64_t kib(Text name) {
  const Text lines = setup::read_file("/proc/meminfo");
  size_t at = 0;
  while (at + name.size < lines.size && !(lines.part(at, name.size) == name))
    ++at;
  uint64_t number = 0;
  for (at += name.size; at < lines.size && lines.data[at] != '\n'; ++at)
    if (lines.data[at] >= '0' && lines.data[at] <= '9')
      number = number * 10 + static_cast<uint64_t>(lines.data[at] - '0');
  return number;
}

} // namespace

void test() {
  layouts::Raw<112> info;
  const int64_t before = setup::now(CLOCK_BOOTTIME).tv_sec;
  report("sysinfo", sys::sysinfo(info));
  const int64_t after = setup::now(CLOCK_BOOTTIME).tv_sec;
  report("CLOCK_BOOTTIME before, compared with uptime and a second", compared(before, info.get<int64_t>(0) + 1));
  report("CLOCK_BOOTTIME after, compared with uptime less two seconds", compared(after, info.get<int64_t>(0) - 2));
  const uint64_t unit = info.get<uint32_t>(104);
  report("MemTotal", kib("MemTotal:"));
  report("totalram", info.get<uint64_t>(32) * unit / 1024);
  report("SwapTotal", kib("SwapTotal:"));
  report("totalswap", info.get<uint64_t>(64) * unit / 1024);
  report("freeram, compared with totalram", compared(info.get<uint64_t>(40), info.get<uint64_t>(32)));
  report("sharedram, compared with totalram", compared(info.get<uint64_t>(48), info.get<uint64_t>(32)));
  report("bufferram, compared with totalram", compared(info.get<uint64_t>(56), info.get<uint64_t>(32)));
  report("freeswap, compared with totalswap and a byte", compared(info.get<uint64_t>(72), info.get<uint64_t>(64) + 1));
  report("procs, compared with 0", compared(info.get<uint16_t>(80), uint16_t{0}));
  info.report_field<uint64_t>("totalhigh", 88);
  info.report_field<uint64_t>("freehigh", 96);
  info.report_padding(82, 84);
  info.report_walls();
}
