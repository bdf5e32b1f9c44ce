// A mapping at 5 GiB of a file shows what lies there, not what lies at 1 GiB.
// Covers: mmap offset beyond 4 GiB
#include "wali/test.h"

void test() {
  constexpr int64_t gib = int64_t{1} << 30;
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::require_value("pwrite64", sys::pwrite64(file, "near", 4, gib), 4);
  setup::require_value("pwrite64", sys::pwrite64(file, "far away", 8, 5 * gib + 4096), 8);
  Result result = sys::mmap(nullptr, 2 * 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 5 * gib);
  report("mmap", result);
  char *bytes = result.pointer<char>();
  report("first page", Text(bytes, 4));
  report("second page", Text(bytes + 4096, 8));
  __builtin_memcpy(bytes + 4096, "FAR", 3);
  GuardedBytes<8> buffer;
  report("pread64", sys::pread64(file, &buffer, 8, 5 * gib + 4096));
  report("file", buffer.bytes());
  setup::require_count("pread64", sys::pread64(file, &buffer, 4, gib), 4);
  report("file at 1 GiB", buffer.bytes(4));
}
