// mmap and mremap to fixed places beyond linear memory do not change the host.
// Covers: mappings MAP_FIXED, mremap, MREMAP_FIXED
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

constexpr uintptr_t places[] = {0x80000000, 0xc0000000, 0xfffff000, 0xffff0000, 0xfffffff0};
constexpr size_t lengths[] = {4096, 65536, 0x7fff0000, 0xfffff000, 0xffffffff};

void *at(uintptr_t address) { return reinterpret_cast<void *>(address); }

} // namespace

void test() {
  report("mmap", containment::after([] {
           for (uintptr_t place : places)
             for (size_t length : lengths)
               for (int fixed : {MAP_FIXED, MAP_FIXED_NOREPLACE})
                 sys::mmap(at(place), length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | fixed, -1, 0);
         }));
  report("mremap to them", containment::after([] {
           for (uintptr_t place : places)
             for (size_t length : lengths)
               sys::mremap(setup::map(4096), 4096, length, MREMAP_MAYMOVE | MREMAP_FIXED, at(place));
         }));
  report("mremap of them", containment::after([] {
           for (uintptr_t place : places)
             for (size_t length : lengths)
               sys::mremap(at(place), length, 4096, MREMAP_MAYMOVE, nullptr);
         }));
}
