// If mremap moves and enlarges a shared mapping of a file, it still shows the file, and what is
// written to it is in the file.
// Covers: mremap MAP_SHARED, file mapping
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 3 * 4096);
  setup::require_value("pwrite64", sys::pwrite64(file, "third page", 10, 8192), 10);
  Result view = sys::mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  setup::require_address("mmap", view, 8192);
  setup::map(4096); // in the way
  Result grown = sys::mremap(view.pointer(), 8192, 3 * 4096, MREMAP_MAYMOVE, nullptr);
  report("mremap", grown);
  report("third page", Text(grown.pointer() + 8192, 10));
  __builtin_memcpy(grown.pointer(), "by memory", 9);
  report("file", setup::read_file("file").part(0, 9));
}
