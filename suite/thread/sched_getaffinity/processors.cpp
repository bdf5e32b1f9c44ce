// The result is the count of bytes written, a multiple of eight; the processors
// are those of /proc/self/status; nothing behind them is written.
// Covers: sched_getaffinity result, mask
#include "wali/test.h"

namespace {

// The lowest 32 processors, of the line `Cpus_allowed:` with its groups of
// eight hexadecimal digits.
uint32_t allowed(Text status) {
  constexpr Text name = "Cpus_allowed:\t";
  size_t at = 0;
  while (at + name.size < status.size && !(status.part(at, name.size) == name))
    ++at;
  uint32_t mask = 0;
  for (at += name.size; at < status.size && status.data[at] != '\n'; ++at) {
    char c = status.data[at];
    if (c != ',')
      mask = mask << 4 | static_cast<uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return mask;
}

} // namespace

void test() {
  Guarded<cpu_set> set;
  Result result = sys::sched_getaffinity(0, sizeof(cpu_set), &set);
  report("result modulo 8", result.value % 8);
  report("result against 7", compared(result.value, int64_t{7}));
  report("its bytes, last written against the next",
         label(Hex{set.bytes(result.size()).data[result.size() - 1] == static_cast<char>(poison)}, " ",
               Hex{set.bytes().part(result.size()).data[0] == static_cast<char>(poison)}));
  report_poison("bytes behind", set.bytes().data + result.size(), sizeof(cpu_set) - result.size());
  report_walls("walls", set);
  report("lowest 32 processors against /proc/self/status",
         compared(static_cast<uint32_t>(set->bits[0]), allowed(setup::read_file("/proc/self/status"))));
  Guarded<cpu_set> same;
  Result by_id = sys::sched_getaffinity(sys::gettid().pid(), result.size(), &same);
  report("by our id, just enough room, against the first", compared(by_id.value, result.value));
  report("processors", label(same.bytes(result.size()) == set.bytes(result.size()) ? "the same" : "others"));
  report_poison("bytes behind", same.bytes().data + result.size(), sizeof(cpu_set) - result.size());
}
