// mprotect beyond linear memory makes nothing accessible there.
// Covers: mappings mprotect, MAP_FIXED, mremap
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

constexpr uintptr_t beyond = 0xc0000000; // above the maximum of 32768 pages

// Whether the kernel would read from there for the program.
Result probe() { return sys::access(reinterpret_cast<const char *>(beyond), 0); }

void *at(uintptr_t address) { return reinterpret_cast<void *>(address); }

} // namespace

void test() {
  report("before", probe());
  sys::mprotect(at(beyond), 65536, PROT_READ | PROT_WRITE);
  report("after mprotect", probe());
  sys::mmap(at(beyond), 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  report("after mmap", probe());
  sys::mmap(at(beyond), 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
  report("after mmap that replaces nothing", probe());
  uint8_t *own = setup::map(65536);
  sys::mremap(own, 4096, 4096, MREMAP_MAYMOVE | MREMAP_FIXED, at(beyond));
  report("after mremap to it", probe());
  sys::mremap(at(beyond), 65536, 131072, MREMAP_MAYMOVE, nullptr);
  report("after mremap of it", probe());
  report("child that works", containment::after([] {}));
}
