// When a part of a shared file mapping is unmapped, the parts before and after it still show
// their own pages of the file, and what is written to them reaches it.
// Covers: munmap part of a mapping, file mapping
#include "suite/memory/mappings.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 4 * 4096);
  for (int64_t page = 0; page < 4; ++page)
    setup::require_value("pwrite64", sys::pwrite64(file, &"page"[page], 1, page * 4096), 1);
  uint8_t *bytes = memory::view(file, 4 * 4096, MAP_SHARED);
  __builtin_memcpy(bytes + 4096 + 1, "gone", 4);
  report("munmap of the second page", sys::munmap(bytes + 4096, 4096));
  report("msync of it", sys::msync(bytes + 4096, 4096, MS_ASYNC));
  report("first page", Text(bytes, 2));
  report("third page", Text(bytes + 2 * 4096, 2));
  report("fourth page", Text(bytes + 3 * 4096, 2));
  __builtin_memcpy(bytes + 3 * 4096 + 1, "kept", 4);
  auto report_file = [&](const char *name, int64_t page) {
    GuardedBytes<5> buffer;
    setup::require_count("pread64", sys::pread64(file, &buffer, 5, page * 4096), 5);
    report(name, buffer.bytes());
  };
  report_file("file's second page", 1);
  report_file("file's fourth page", 3);
}
