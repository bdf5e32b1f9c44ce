// When msync has returned, the file has what was written through the mapping. msync accepts
// whole pages, a part of a page, and a length of 0.
// Covers: msync MS_SYNC, MS_ASYNC, MS_INVALIDATE
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 3 * 4096);
  Result mapped = sys::mmap(nullptr, 3 * 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  uint8_t *bytes = setup::require_address("mmap", mapped, 3 * 4096);
  auto report_sync = [&](const char *name, size_t page, size_t length, int flags) {
    __builtin_memcpy(bytes + page * 4096, name, __builtin_strlen(name));
    report(name, sys::msync(bytes + page * 4096, length, flags));
    GuardedBytes<32> buffer;
    setup::require_count("pread64",
                         sys::pread64(file, &buffer, __builtin_strlen(name), static_cast<int64_t>(page) * 4096),
                         __builtin_strlen(name));
    report("file", buffer.bytes(__builtin_strlen(name)));
  };
  report_sync("MS_SYNC", 0, 3 * 4096, MS_SYNC);
  report_sync("MS_ASYNC", 1, 4096, MS_ASYNC);
  report_sync("MS_SYNC, a byte", 2, 1, MS_SYNC);
  report_sync("MS_INVALIDATE", 1, 8192, MS_INVALIDATE);
  report_sync("MS_SYNC|MS_INVALIDATE", 0, 4096, MS_SYNC | MS_INVALIDATE);
  report_sync("no flag", 2, 4096, 0);
  report_sync("no length", 0, 0, MS_SYNC);
  report("private memory", sys::msync(setup::map(4096), 4096, MS_SYNC));
}
