// After msync another mapping of the file, by another descriptor, and that of another process
// show what was written.
// Covers: msync MS_INVALIDATE, MS_SYNC
#include "suite/memory/mappings.h"

void test() {
  setup::write_file("file", "contents");
  Fd file = setup::open("file", O_RDWR), other = setup::open("file", O_RDONLY);
  uint8_t *bytes = memory::view(file, 4096, MAP_SHARED), *second = memory::view(other, 4096, MAP_SHARED, PROT_READ);
  Event &synchronised = setup::shared<Event>();
  auto *seen = static_cast<uint8_t *>(setup::shared_memory(8));
  Child child = setup::fork([&] {
    Fd own = setup::open("file", O_RDONLY);
    const uint8_t *third = memory::view(own, 4096, MAP_SHARED, PROT_READ);
    synchronised.wait();
    __builtin_memcpy(seen, third, 8);
  });
  __builtin_memcpy(bytes, "WRITTEN", 7);
  report("msync", sys::msync(bytes, 4096, MS_SYNC | MS_INVALIDATE));
  report("second mapping", Text(second, 8));
  synchronised.set();
  report("child", child.wait());
  report("the child's mapping", Text(seen, 8));
  report("msync of the second mapping", sys::msync(second, 4096, MS_SYNC));
}
