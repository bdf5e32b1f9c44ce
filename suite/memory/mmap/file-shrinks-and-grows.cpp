// When a file that is mapped shrinks, calls get -EFAULT for the pages it has lost, here and in a
// child. When it grows again, what was cut off shows zeros.
// Covers: mmap MAP_SHARED, end of file
// Covers: ftruncate mapping
#include "suite/memory/mappings.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT), probe = setup::open("probe", O_RDWR | O_CREAT);
  setup::resize(file, 3 * 4096);
  uint8_t *shared = memory::view(file, 3 * 4096, MAP_SHARED);
  __builtin_memset(shared, 'f', 3 * 4096);
  auto report_pages = [&](const char *name) {
    report(label(name, ", writes from the pages"), memory::writes_from(probe, shared, 3));
    report(label(name, ", around the new end"), Text(shared + 8, 4));
  };
  setup::resize(file, 2 * 4096);
  report_pages("two pages");
  setup::resize(file, 10);
  report_pages("ten bytes");
  setup::in_child([&] { report_pages("ten bytes, in a child"); });
  setup::resize(file, 3 * 4096);
  report_pages("three pages");
  report("second page", Text(shared + 4096, 4));
  report("third page", Text(shared + 8192, 4));
}
