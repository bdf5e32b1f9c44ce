// Advice about use is taken and changes no byte.
// Covers: madvise MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL, MADV_WILLNEED, MADV_DONTDUMP, MADV_DODUMP
// Covers: madvise MADV_COLD, MADV_PAGEOUT, MADV_POPULATE_READ, MADV_POPULATE_WRITE
#include "wali/test.h"

void test() {
  setup::write_file("file", "of a file");
  Fd file = setup::open("file", O_RDWR);
  uint8_t *view = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0).pointer();
  uint8_t *bytes = setup::map(2 * 4096);
  for (int advice : {MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL, MADV_WILLNEED, MADV_DONTDUMP, MADV_DODUMP, MADV_COLD,
                     MADV_PAGEOUT, MADV_POPULATE_READ, MADV_POPULATE_WRITE}) {
    __builtin_memset(bytes, 'p', 2 * 4096);
    Line name = label(Choice{abi::sets::madvise_advice, advice});
    report(label(name.text(), ", private"), sys::madvise(bytes, 2 * 4096, advice));
    report("bytes", Text(bytes + 4094, 4));
    report(label(name.text(), ", file"), sys::madvise(view, 1, advice));
    report("bytes", Text(view, 9));
  }
}
