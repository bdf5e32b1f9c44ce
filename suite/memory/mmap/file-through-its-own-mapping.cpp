// A file can be read into its own mapping and written from it. The bytes are then in the file, and the mapping shows
// them.
// Covers: mmap MAP_SHARED, calls on the file that is mapped
// Covers: pread64 buffer in a mapping
// Covers: pwrite64 buffer in a mapping
#include "suite/memory/mappings.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 3 * 4096);
  setup::require_value("pwrite64", sys::pwrite64(file, "first", 5, 0), 5);
  uint8_t *bytes = memory::view(file, 3 * 4096, MAP_SHARED);
  report("pread64 into its third page", sys::pread64(file, bytes + 2 * 4096, 8, 0));
  report("third page", Text(bytes + 2 * 4096, 8));
  report("pwrite64 from its third page", sys::pwrite64(file, bytes + 2 * 4096, 5, 4096));
  report("second page", Text(bytes + 4096, 8));
  GuardedBytes<8> buffer;
  report("pread64", sys::pread64(file, &buffer, 8, 2 * 4096));
  report("file's third page", buffer.bytes());
}
