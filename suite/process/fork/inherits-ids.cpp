// A child has the real, effective and saved ids and the supplementary groups of its parent. If it
// gives them up, its parent keeps them.
// Covers: fork user ids, group ids, groups
// Covers: setresuid fork
// Covers: setresgid fork
// Covers: setgroups fork
// REQUIRES: root
#include "wali/test.h"

namespace {

// The line of /proc/thread-self/status that begins with `name`.
Text line(Text name) {
  Text status = setup::read_file("/proc/thread-self/status");
  for (size_t i = 0; i + name.size <= status.size; ++i)
    if (status.part(i, name.size) == name)
      for (size_t end = i;; ++end)
        if (status.data[end] == '\n')
          return status.part(i, end - i);
  return "(none)";
}

} // namespace

void test() {
  const uint32_t groups[] = {41, 42};
  setup::require_zero("setgroups", sys::setgroups(2, groups));
  setup::require_zero("setresgid", sys::setresgid(11, 12, 13));
  setup::require_zero("setresuid", sys::setresuid(1, 0, 3));
  setup::in_child([] {
    report("in the child", line("Uid:"));
    report("in the child", line("Gid:"));
    report("in the child", line("Groups:"));
    report("setresuid in the child", sys::setresuid(5, 5, 5));
  });
  report("in the parent", line("Uid:"));
}
