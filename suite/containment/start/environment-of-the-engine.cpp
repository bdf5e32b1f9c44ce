// /proc/self/environ and /proc/self/cmdline show no environment except the program's own.
// Covers: start environ, cmdline
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

// Whether `entry` is NAME=VALUE and not in the program's environment. What starts with a
// dash is an option.
bool is_foreign(Text entry) {
  size_t name = 0;
  while (name < entry.size && entry.data[name] != '=')
    ++name;
  if (name == entry.size || name == 0 || entry.data[0] == '-')
    return false;
  Text value = setup::environment(entry.part(0, name));
  return !value.data || !(value == entry.part(name + 1, entry.size - name - 1));
}

int foreign_entries(const char *path) {
  Text all = setup::read_file(path);
  int count = 0;
  for (size_t begin = 0, end; begin < all.size; begin = end + 1) {
    for (end = begin; end < all.size && all.data[end] != '\0';)
      ++end;
    count += is_foreign(all.part(begin, end - begin));
  }
  return count;
}

} // namespace

void test() {
  report("environ, entries of another environment", foreign_entries("/proc/self/environ"));
  report("cmdline, entries of another environment", foreign_entries("/proc/self/cmdline"));
}
