// A page of a mapping for which the file system has no room cannot be written: a call gets
// -EFAULT for it, and other pages stay as they are.
// Covers: mmap MAP_SHARED, full file system
// REQUIRES: namespaces
#include "suite/memory/mappings.h"

void test() {
  Line path = label(setup::disk, "/file"), filler = label(setup::disk, "/filler");
  setup::write_file(path.c_str(), "first");
  Fd file = setup::open(path.c_str(), O_RDWR), other = setup::open(filler.c_str(), O_RDWR | O_CREAT);
  setup::resize(file, 2 * 4096);
  Fd probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::write_all(probe, "page");
  uint8_t *bytes = memory::view(file, 2 * 4096, MAP_SHARED);
  static char block[4096];
  Result written;
  while ((written = sys::write(other, block, sizeof(block))).ok()) {
  }
  report("write to the full disk", written);
  report("read into the page with room", sys::pread64(probe, bytes, 4, 0));
  report("read into the page without", sys::pread64(probe, bytes + 4096, 4, 0));
  setup::resize(other, 0);
  report("read into it once there is room", sys::pread64(probe, bytes + 4096, 4, 0));
  report("first page", Text(bytes, 5));
  report("second page", Text(bytes + 4096, 5));
}
