// A write to a private mapping of a file is seen neither in another mapping of it, nor in the file, nor across fork
// in the parent or the child.
// Covers: mmap MAP_PRIVATE, file mapping
#include "suite/memory/mappings.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDWR);
  uint8_t *first = memory::view(file, 4096, MAP_PRIVATE), *second = memory::view(file, 4096, MAP_PRIVATE),
          *shared = memory::view(file, 4096, MAP_SHARED);
  __builtin_memcpy(first, "FIRST", 5);
  __builtin_memcpy(second + 3, "2nd", 3);
  setup::in_child([=] {
    report("in the child, first", Text(first, 8));
    __builtin_memcpy(first, "child", 5);
    report("in the child, first, written", Text(first, 8));
  });
  report("first", Text(first, 8));
  report("second", Text(second, 8));
  report("shared", Text(shared, 8));
  report("file", setup::read_file("file"));
  report("third", Text(memory::view(file, 4096, MAP_PRIVATE), 8));
}
