// A page of a file's mapping that moves away and back is the file's as before, even when its neighbour has another
// protection meanwhile.
// Covers: mremap MREMAP_FIXED, file mapping
#include "suite/memory/mappings.h"

void test() {
  constexpr int flags = MREMAP_MAYMOVE | MREMAP_FIXED;
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 4 * 4096);
  uint8_t *pages = memory::view(file, 4 * 4096, MAP_SHARED), *away = setup::map(4096);
  for (size_t page = 0; page < 4; ++page)
    pages[page * 4096] = static_cast<uint8_t>('0' + page);
  report("place", reinterpret_cast<uintptr_t>(pages + 4096));
  report("other place", reinterpret_cast<uintptr_t>(away));
  for (int protection : {PROT_READ | PROT_WRITE, int{PROT_READ}}) {
    report("there", sys::mremap(pages + 4096, 4096, 4096, flags, away));
    report("mprotect of the third", sys::mprotect(pages + 2 * 4096, 4096, protection));
    report("and back", sys::mremap(away, 4096, 4096, flags, pages + 4096));
    for (size_t page = 0; page < 4; ++page)
      report(label("page ", page), Text(pages + page * 4096, 1));
    pages[4096 + 1] = static_cast<uint8_t>('a' + protection);
    GuardedBytes<2> buffer;
    report("pread64", sys::pread64(file, &buffer, 2, 4096));
    report("file's second page", buffer.bytes());
  }
  report("reads into the pages", memory::reads_into(file, pages, 4));
}
