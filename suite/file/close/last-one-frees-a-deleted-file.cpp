// A deleted file takes up its room, and can be read, until its last descriptor is closed. Then the room is free.
// Covers: close last copy, deleted file
// Covers: unlink space
// REQUIRES: namespaces
#include "wali/test.h"

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
  int first = setup::open(path.c_str(), O_RDONLY).release(), second = setup::open(path.c_str(), O_RDONLY).release();
  setup::unlink(path.c_str());
  report("free blocks", free_blocks());
  report("close of one", sys::close(first));
  report("free blocks", free_blocks());
  report("the other reads", setup::read_all(second));
  report("close of the last", sys::close(second));
  report("free blocks", free_blocks());
}
