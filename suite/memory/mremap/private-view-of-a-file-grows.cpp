// A private mapping of a file that grows keeps the pages that were written, and shows more of the
// file, which stays unchanged.
// Covers: mremap MAP_PRIVATE, file mapping
#include "suite/memory/mappings.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 4 * 4096);
  for (int64_t page = 0; page < 4; ++page)
    setup::require_value("pwrite64", sys::pwrite64(file, &"file"[page], 1, page * 4096), 1);
  uint8_t *two = memory::view(file, 2 * 4096, MAP_PRIVATE, PROT_READ | PROT_WRITE, 4096);
  two[1] = 'w';
  setup::map(4096); // in the way
  const Result grown = sys::mremap(two, 2 * 4096, 3 * 4096, MREMAP_MAYMOVE, nullptr);
  report("mremap", grown);
  uint8_t *bytes = setup::require_address("mremap", grown, 3 * 4096);
  for (size_t page = 0; page < 3; ++page)
    report(label("page ", page), Text(bytes + page * 4096, 2));
  bytes[2 * 4096 + 1] = 'w';
  GuardedBytes<2> buffer;
  report("pread64", sys::pread64(file, &buffer, 2, 4096));
  report("file's second page", buffer.bytes());
}
