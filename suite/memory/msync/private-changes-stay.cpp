// msync of a private mapping of a file succeeds, and nothing that was written there reaches the
// file.
// Covers: msync MAP_PRIVATE
#include "suite/memory/mappings.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDWR);
  uint8_t *bytes = memory::view(file, 4096, MAP_PRIVATE);
  __builtin_memcpy(bytes, "PRIVATE", 7);
  report("MS_SYNC", sys::msync(bytes, 4096, MS_SYNC));
  report("MS_SYNC|MS_INVALIDATE", sys::msync(bytes, 4096, MS_SYNC | MS_INVALIDATE));
  report("mapping", Text(bytes, 8));
  report("file", setup::read_file("file"));
}
