// Each byte that a child writes to a shared mapping of 4 MiB of a file reaches the file.
// Covers: mmap MAP_SHARED, large file, child
#include "suite/memory/mappings.h"

void test() {
  constexpr size_t pages = 1024, words = 4096 / sizeof(uint32_t);
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::resize(file, pages * 4096);
  uint8_t *bytes = memory::view(file, pages * 4096, MAP_SHARED);
  setup::in_child([&] {
    auto *word = reinterpret_cast<uint32_t *>(bytes);
    for (uint32_t i = 0; i < pages * words; ++i)
      word[i] = 0x51000000 + i;
  });
  report("munmap", sys::munmap(bytes, pages * 4096));
  size_t wrong = 0;
  static uint32_t page[words];
  for (uint32_t i = 0; i < pages; ++i) {
    setup::require_value("pread64", sys::pread64(file, page, 4096, int64_t{i} * 4096), 4096);
    for (uint32_t j = 0; j < words; ++j)
      wrong += page[j] != 0x51000000 + i * words + j;
  }
  report("words that are wrong", wrong);
}
