// prctl refuses an unknown kind of speculation, an unknown way to control it, and arguments that
// must be zero, each with its own error.
// Covers: prctl ENODEV, ERANGE, EINVAL
#include "wali/test.h"

namespace {

constexpr int get_control = 52, set_control = 53; // linux/prctl.h
constexpr uint64_t indirect_branch = 1, no_kind = 77, no_way = 64;

} // namespace

void test() {
  report("set, of no kind", sys::prctl(set_control, no_kind, 2, 0, 0));
  report("get, of no kind", sys::prctl(get_control, no_kind, 0, 0, 0));
  report("set, in no way", sys::prctl(set_control, indirect_branch, no_way, 0, 0));
  report("set, fourth argument", sys::prctl(set_control, indirect_branch, 2, 1, 0));
  report("set, fifth argument", sys::prctl(set_control, indirect_branch, 2, 0, 1));
  report("get, third argument", sys::prctl(get_control, indirect_branch, 1, 0, 0));
}
