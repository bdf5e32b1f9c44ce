// A range that one thread unmaps is unmapped for all threads. A mapping that it then makes in its place is there for
// all.
// Covers: munmap threads
#include "suite/memory/mappings.h"

namespace {

uint8_t *bytes;
int probe;
Event unmapped, looked, mapped;
Result seen[2];

void look(void *) {
  unmapped.wait();
  seen[0] = sys::pwrite64(probe, bytes, 4, 0);
  looked.set();
  mapped.wait();
  seen[1] = sys::pwrite64(probe, bytes, 4, 0);
  __builtin_memcpy(bytes + 4, "them", 4);
}

} // namespace

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  probe = file;
  bytes = setup::map(4096);
  Thread thread(look);
  report("munmap", sys::munmap(bytes, 4096));
  unmapped.set();
  looked.wait();
  setup::require_address(
      "mmap", sys::mmap(bytes, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0), 4096);
  __builtin_memcpy(bytes, "ours", 4);
  mapped.set();
  thread.join();
  report("the thread's write from it", seen[0]);
  report("the thread's write from the new mapping", seen[1]);
  report("file", setup::read_file("file"));
  report("new mapping", Text(bytes, 8));
}
