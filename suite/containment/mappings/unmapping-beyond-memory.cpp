// munmap, mprotect, madvise and msync of ranges beyond linear memory do not change the host.
// Covers: mappings munmap, mprotect, madvise, msync
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

constexpr uint64_t page = 65536;

// Ranges that leave memory in different ways.
struct Range {
  uintptr_t begin;
  size_t length;
};

template <class Call> void everywhere(Call call) {
  const uint64_t end = containment::memory_end();
  const Range ranges[] = {{static_cast<uintptr_t>(end), page},
                          {static_cast<uintptr_t>(end), 0x7fff0000},
                          {static_cast<uintptr_t>(end), static_cast<size_t>(0 - end)},
                          {0x80000000, 0x7ffff000},
                          {0x80000000, 0x80000000},
                          {0xfffff000, 4096},
                          {0xfffff000, 8192},
                          {0xffff0000, 0xffff0000}};
  for (const Range &range : ranges)
    call(reinterpret_cast<void *>(range.begin), range.length);
}

} // namespace

void test() {
  report("munmap", containment::after([] { everywhere([](void *p, size_t n) { sys::munmap(p, n); }); }));
  report("mprotect", containment::after([] {
           everywhere([](void *p, size_t n) {
             for (int prot : {PROT_NONE, PROT_READ, PROT_READ | PROT_WRITE})
               sys::mprotect(p, n, prot);
           });
         }));
  report("madvise", containment::after([] {
           everywhere([](void *p, size_t n) {
             for (int advice = 0; advice < 26; ++advice)
               sys::madvise(p, n, advice);
           });
         }));
  report("msync",
         containment::after([] { everywhere([](void *p, size_t n) { sys::msync(p, n, MS_SYNC | MS_INVALIDATE); }); }));
}
