// madvise accepts advice to reclaim pages soon or at once, and changes no byte.
// Covers: madvise MADV_COLD, MADV_PAGEOUT
#include "wali/test.h"

void test() {
  setup::write_file("file", "of a file");
  Fd file = setup::open("file", O_RDWR);
  uint8_t *bytes = setup::map(2 * 4096);
  Result view = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  setup::require_address("mmap", view, 4096);
  __builtin_memset(bytes, 'p', 2 * 4096);
  for (int advice : {MADV_COLD, MADV_PAGEOUT}) {
    Line name = label(Choice{abi::sets::madvise_advice, advice});
    report(label(name.text(), ", private memory"), sys::madvise(bytes, 2 * 4096, advice));
    report(label(name.text(), ", file"), sys::madvise(view.pointer(), 1, advice));
    report("private bytes", Text(bytes + 4094, 4));
    report("file's bytes", Text(view.pointer(), 9));
  }
}
