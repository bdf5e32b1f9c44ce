// madvise accepts advice about the order in which pages will be used, and changes no byte.
// Covers: madvise MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL, MADV_WILLNEED
#include "wali/test.h"

void test() {
  setup::write_file("file", "of a file");
  Fd file = setup::open("file", O_RDWR);
  uint8_t *bytes = setup::map(2 * 4096);
  Result view = sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  setup::require_address("mmap", view, 4096);
  __builtin_memset(bytes, 'p', 2 * 4096);
  for (int advice : {MADV_NORMAL, MADV_RANDOM, MADV_SEQUENTIAL, MADV_WILLNEED}) {
    Line name = label(Choice{abi::sets::madvise_advice, advice});
    report(label(name.text(), ", private memory"), sys::madvise(bytes, 2 * 4096, advice));
    report(label(name.text(), ", file"), sys::madvise(view.pointer(), 1, advice));
    report("private bytes", Text(bytes + 4094, 4));
    report("file's bytes", Text(view.pointer(), 9));
  }
}
