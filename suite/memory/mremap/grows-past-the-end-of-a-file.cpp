// A mapping of a file can grow past the file's end. Calls get -EFAULT for the pages behind the
// end until the file has grown as well.
// Covers: mremap end of file
#include "suite/memory/mappings.h"

void test() {
  setup::write_file("file", "short");
  Fd file = setup::open("file", O_RDWR), probe = setup::open("probe", O_RDWR | O_CREAT);
  const Result grown = sys::mremap(memory::view(file, 4096, MAP_SHARED), 4096, 3 * 4096, MREMAP_MAYMOVE, nullptr);
  report("mremap", grown);
  uint8_t *bytes = setup::require_address("mremap", grown, 3 * 4096);
  report("writes from the pages", memory::writes_from(probe, bytes, 3));
  setup::require_value("pwrite64", sys::pwrite64(file, "grown", 5, 4096), 5);
  report("writes from the pages, the file has grown", memory::writes_from(probe, bytes, 3));
  report("first page", Text(bytes, 6));
  report("second page", Text(bytes + 4096, 6));
}
