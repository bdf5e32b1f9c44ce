// A shared mapping that has moved is still shared with its file and with a child. An old size of
// 0 gives it a second address.
// Covers: mremap MAP_SHARED, old size 0, file mapping
#include "wali/test.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, 3 * 4096);
  setup::require_value("pwrite64", sys::pwrite64(file, "third page", 10, 8192), 10);
  Result view = sys::mmap(nullptr, 8192, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  setup::require_address("mmap", view, 8192);
  setup::map(4096); // in the way
  Result grown = sys::mremap(view.pointer(), 8192, 3 * 4096, MREMAP_MAYMOVE, nullptr);
  setup::require_address("mremap", grown, 3 * 4096);
  report("third page", Text(grown.pointer() + 8192, 10));
  __builtin_memcpy(grown.pointer(), "by memory", 9);
  report("file", setup::read_file("file").part(0, 9));
  char *anonymous = static_cast<char *>(setup::shared_memory(8192));
  Result moved = sys::mremap(anonymous, 8192, 8192, MREMAP_MAYMOVE | MREMAP_FIXED, setup::map(8192));
  setup::require_address("mremap", moved, 8192);
  Result second = sys::mremap(moved.pointer(), 0, 8192, MREMAP_MAYMOVE, nullptr);
  setup::require_address("mremap", second, 8192);
  Child child = setup::fork([&] { __builtin_memcpy(moved.pointer() + 4096, "by child", 8); });
  report("child", child.wait());
  report("first address", Text(moved.pointer() + 4096, 8));
  report("second address", Text(second.pointer() + 4096, 8));
}
