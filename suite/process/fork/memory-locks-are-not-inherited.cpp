// Memory that its parent has locked is not locked in a child.
// Covers: fork memory locks
// Covers: mmap MAP_LOCKED, fork
#include "wali/test.h"

namespace {

// How much memory of this process is locked, as its status in /proc says.
Text locked() {
  Text status = setup::read_file("/proc/self/status"), field = "VmLck:\t";
  size_t begin = 0;
  while (begin < status.size && !(status.part(begin, field.size) == field))
    ++begin;
  begin += field.size;
  while (begin < status.size && status.data[begin] == ' ')
    ++begin;
  size_t end = begin;
  while (end < status.size && status.data[end] != '\n')
    ++end;
  return status.part(begin, end - begin);
}

} // namespace

void test() {
  const Result mapped =
      sys::mmap(nullptr, 4 * 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_LOCKED, -1, 0);
  setup::require_address("mmap", mapped, 4 * 4096);
  report("locked in the parent", locked());
  setup::in_child([] { report("locked in a child", locked()); });
}
