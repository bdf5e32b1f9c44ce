// Memory that one thread gets by memory.grow or mmap can be used by the others, for loads and for
// calls.
// Covers: memory threads
// Oracle: ABI.md, Memory
#include "wali/test.h"

namespace {

#ifdef __wasm32__
uint8_t *grow(size_t pages) { return reinterpret_cast<uint8_t *>(__builtin_wasm_memory_grow(0, pages) * 65536); }
#else
uint8_t *grow(size_t pages) { return setup::map(pages * 65536); }
#endif

uint8_t *volatile grown, *volatile mapped;
Event asked, given;

void get_memory(void *) {
  asked.wait();
  grown = grow(3);
  mapped = setup::map(100000);
  __builtin_memcpy(grown, "grown", 5);
  __builtin_memcpy(mapped, "mapped", 6);
  given.set();
}

} // namespace

void test() {
  setup::write_file("file", "read");
  Fd file = setup::open("file", O_RDWR);
  Thread thread(get_memory);
  asked.set();
  given.wait();
  report("grown", Text(grown, 6));
  report("mapped", Text(mapped, 7));
  report("read to its end", sys::pread64(file, grown + 3 * 65536 - 4, 4, 0));
  report("read", Text(grown + 3 * 65536 - 4, 4));
  report("write from the mapping", sys::pwrite64(file, mapped, 6, 0));
  report("file", setup::read_file("file"));
  thread.join();
  report("munmap of the thread's mapping", sys::munmap(mapped, 100000));
}
