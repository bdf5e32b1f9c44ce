// A mapping that shrinks stays where it is, and its tail is then unmapped.
// Covers: mremap shrink
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  for (int flags : {0, int{MREMAP_MAYMOVE}}) {
    uint8_t *bytes = setup::map(5 * 4096);
    __builtin_memset(bytes, 0x44, 5 * 4096);
    report("address", reinterpret_cast<uintptr_t>(bytes));
    report("mremap", sys::mremap(bytes, 5 * 4096, 4097, flags, nullptr));
    report("write from the second page", sys::pwrite64(file, bytes + 4096, 4096, 0));
    report("write from the third page", sys::pwrite64(file, bytes + 2 * 4096, 1, 0));
    report("write from the fifth page", sys::pwrite64(file, bytes + 4 * 4096, 1, 0));
    report("contents", Text(bytes + 8190, 2));
    report("mremap to the same size", sys::mremap(bytes, 8192, 8192, flags, nullptr));
  }
}
