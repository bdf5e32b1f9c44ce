// Threads that map, grow, move and unmap memory at the same time do not disturb each other.
// Covers: memory threads
// Covers: mmap threads
// Covers: mremap threads
#include "wali/test.h"

namespace {

int changed, found;

// Counts the bytes that are not `mark`, then makes all of them `next`.
int change(uint8_t *bytes, size_t size, int mark, int next) {
  int count = 0;
  for (size_t i = 0; i < size; i += 16)
    count += bytes[i] != mark;
  __builtin_memset(bytes, next, size);
  return count;
}

void map_and_move(void *pointer) {
  int own = *static_cast<int *>(pointer);
  for (int round = 0; round < 150; ++round) {
    size_t size = static_cast<size_t>(1 + (round * 7 + own) % 9) * 4096;
    uint8_t *bytes = setup::map(size);
    int wrong = change(bytes, size, 0, own);
    Result moved = sys::mremap(bytes, size, 3 * size, MREMAP_MAYMOVE, nullptr);
    setup::require_address("mremap", moved, 3 * size);
    sys::sched_yield();
    wrong += change(moved.pointer() + size, 2 * size, 0, own);
    __atomic_fetch_add(&found, wrong, __ATOMIC_RELAXED);
    __atomic_fetch_add(&changed, change(moved.pointer(), 3 * size, own, 0xff), __ATOMIC_RELAXED);
    setup::require_zero("munmap", sys::munmap(moved.pointer(), 3 * size));
  }
}

} // namespace

void test() {
  static int marks[] = {1, 2, 3, 4};
  {
    Thread first(map_and_move, &marks[0]), second(map_and_move, &marks[1]), third(map_and_move, &marks[2]),
        fourth(map_and_move, &marks[3]);
  }
  report("bytes found in new memory", found);
  report("bytes changed by others", changed);
}
