// A deleted file takes up its room as long as a process has it mapped. The room is free once the
// parent has unmapped it and the child, which had inherited the mapping, has ended.
// Covers: munmap deleted file
// Covers: exit mappings
// REQUIRES: namespaces
#include "suite/memory/mappings.h"

namespace {

uint64_t free_blocks() {
  struct statfs status;
  setup::require_zero("statfs", sys::statfs(setup::disk, &status));
  return status.f_bfree;
}

} // namespace

void test() {
  report("free blocks at first", free_blocks());
  Line path = label(setup::disk, "/file");
  setup::write_file(path.c_str(), "what it holds");
  Fd file = setup::open(path.c_str(), O_RDWR);
  uint8_t *bytes = memory::view(file, 4096, MAP_SHARED);
  file.reset();
  setup::unlink(path.c_str());
  Event &done = setup::shared<Event>();
  Child child = setup::fork([&] { done.wait(); });
  report("deleted and mapped", free_blocks());
  report("munmap", sys::munmap(bytes, 4096));
  report("mapped by the child alone", free_blocks());
  done.set();
  report("child", child.wait());
  report("mapped by nobody", free_blocks());
}
