// Memory that its parent has locked is not locked in a child.
// Covers: fork memory locks
// Covers: mmap MAP_LOCKED, fork
#include "wali/test.h"

namespace {

void report_locked(const char *name) {
  Text status = setup::read_file("/proc/self/status"), field = "VmLck:\t";
  for (size_t i = 0; i + field.size < status.size; ++i)
    if (status.part(i, field.size) == field) {
      size_t begin = i + field.size, end = begin;
      while (status.data[begin] == ' ')
        ++begin;
      while (status.data[end] != '\n')
        ++end;
      report(name, status.part(begin, end - begin));
    }
}

} // namespace

void test() {
  const Result mapped =
      sys::mmap(nullptr, 4 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_LOCKED, -1, 0);
  setup::require_address("mmap", mapped, 4 * 4096);
  report_locked("locked in the parent");
  setup::in_child([] { report_locked("locked in a child"); });
}
