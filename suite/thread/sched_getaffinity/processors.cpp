// The result is the number of bytes written, a multiple of eight. The processors are
// those of /proc/self/status, and the rest of the set is not written.
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
  // What a call does not write differs between the two.
  Guarded<cpu_set> set, other;
  __builtin_memset(&other, ~poison, sizeof(cpu_set));
  Result result = sys::sched_getaffinity(0, sizeof(cpu_set), &set);
  report("sched_getaffinity", result);
  report("result modulo 8", result.value % 8);
  report("by our id", sys::sched_getaffinity(sys::gettid().pid(), sizeof(cpu_set), &other));
  size_t untouched = 0;
  for (size_t i = 0; i < sizeof(cpu_set); ++i)
    untouched += set.bytes().data[i] != other.bytes().data[i];
  report("bytes that are not written", untouched);
  report_walls("walls", set);
  report("lowest 32 processors", Hex{set->bits[0] & 0xffffffff});
  report("those in /proc/self/status", Hex{allowed(setup::read_file("/proc/self/status"))});
  Guarded<cpu_set> small;
  report("with just enough room", sys::sched_getaffinity(0, result.size(), &small));
  report("lowest 32 processors", Hex{small->bits[0] & 0xffffffff});
  report_poison("bytes behind", small.bytes().data + result.size(), sizeof(cpu_set) - result.size());
}
