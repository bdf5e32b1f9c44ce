// A write to a shared mapping where its file has grown reaches the file, and stays there when the mapping is gone.
// Covers: mmap MAP_SHARED, file that grows
// Covers: ftruncate mapping
#include "suite/memory/mappings.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 2048);
  uint8_t *bytes = memory::view(file, 2 * 4096, MAP_SHARED);
  setup::resize(file, 2 * 4096);
  __builtin_memcpy(bytes + 3000, "late", 4);
  __builtin_memcpy(bytes + 4096 + 3000, "last", 4);
  auto report_file = [&] {
    GuardedBytes<4> buffer;
    report("pread64 from the first page", sys::pread64(file, &buffer, 4, 3000));
    report("file", buffer.bytes());
    report("pread64 from the second page", sys::pread64(file, &buffer, 4, 4096 + 3000));
    report("file", buffer.bytes());
  };
  report_file();
  report("munmap", sys::munmap(bytes, 2 * 4096));
  report_file();
}
