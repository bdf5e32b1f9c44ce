// MS_INVALIDATE leaves what was written to a private mapping, and the file does not get it.
// Covers: msync MS_INVALIDATE, MAP_PRIVATE
#include "wali/test.h"

void test() {
  setup::write_file("file", "of the file");
  Fd file = setup::open("file", O_RDWR);
  const Result mapped = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE, file, 0);
  uint8_t *bytes = setup::require_address("mmap", mapped, 4096);
  __builtin_memcpy(bytes, "private", 7);
  for (int flags : {MS_INVALIDATE, MS_SYNC | MS_INVALIDATE}) {
    report(label(Flags{abi::sets::msync_flags, static_cast<uint64_t>(flags)}), sys::msync(bytes, 4096, flags));
    report("mapping", Text(bytes, 11));
    report("file", setup::read_file("file"));
  }
}
