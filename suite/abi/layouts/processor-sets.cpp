// Processor N is bit N modulo 8 of byte N / 8 of what sched_getaffinity stores. As many bytes as it
// returns are written.
// Covers: layouts cpu_set
// Covers: sched_getaffinity layout
#include "suite/abi/layouts/raw.h"

namespace {

using Set = layouts::Raw<128>;

void put_range(Set &set, size_t first, size_t last) {
  for (size_t number = first; number <= last; ++number)
    set.put<uint8_t>(number / 8, set.get<uint8_t>(number / 8) | 1 << number % 8);
}

// A list of /proc and /sys, `0-3,8` and the end of a line, as such a set.
Set from_list(Text list) {
  Set set = Set::zeros();
  size_t first = 0, last = 0;
  bool is_range = false;
  for (size_t at = 0; at == 0 || list.data[at - 1] != '\n'; ++at) {
    const char byte = list.data[at];
    if (byte >= '0' && byte <= '9') {
      last = last * 10 + static_cast<size_t>(byte - '0');
      continue;
    }
    if (byte != '-')
      put_range(set, is_range ? first : last, last);
    first = last, last = 0, is_range = byte == '-';
  }
  return set;
}

// Those that this process may use and that are there.
Set usable() {
  constexpr Text name = "Cpus_allowed_list:\t";
  const Text status = setup::read_file("/proc/self/status");
  size_t at = 0;
  while (at + name.size < status.size && !(status.part(at, name.size) == name))
    ++at;
  Set allowed = from_list(status.part(at + name.size));
  Set online = from_list(setup::read_file("/sys/devices/system/cpu/online"));
  for (size_t byte = 0; byte < 128; ++byte)
    allowed.put<uint8_t>(byte, *allowed.at(byte) & *online.at(byte));
  return allowed;
}

} // namespace

void test() {
  Set set, expected = usable();
  const Result size = sys::sched_getaffinity(0, 128, set);
  report("size modulo 8", size.value % 8);
  report("bytes that differ from what /proc and /sys say", differing_bytes(set.at(0), expected.at(0), size.size()));
  report_poison("bytes behind them", set.at(size.size()), 128 - size.size());
  set.report_walls();
}
