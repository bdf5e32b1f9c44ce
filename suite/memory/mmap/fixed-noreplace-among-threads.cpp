// When two threads map the same page with MAP_FIXED_NOREPLACE, one succeeds and the other is refused.
// Covers: mmap MAP_FIXED_NOREPLACE, threads
#include "wali/test.h"

namespace {

constexpr size_t pages = 500;
uint8_t *arena;
Event go;

struct Racer {
  uint8_t mark;
  int made, refused;
} racers[] = {{1, 0, 0}, {2, 0, 0}};

void race(void *argument) {
  auto &racer = *static_cast<Racer *>(argument);
  go.wait();
  for (size_t page = 0; page < pages; ++page) {
    uint8_t *place = arena + page * 4096;
    const Result result =
        sys::mmap(place, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
    racer.refused += result.value == -EEXIST;
    if (result.ok() && ++racer.made)
      *place = racer.mark;
  }
}

size_t marked(uint8_t mark) {
  size_t count = 0;
  for (size_t page = 0; page < pages; ++page)
    count += arena[page * 4096] == mark;
  return count;
}

} // namespace

void test() {
  {
    Thread first(race, &racers[0]), second(race, &racers[1]);
    arena = setup::map(pages * 4096);
    setup::require_zero("munmap", sys::munmap(arena, pages * 4096));
    go.set();
  }
  report("mappings made by the first", racers[0].made);
  report("mappings made by the second", racers[1].made);
  report("mappings made", racers[0].made + racers[1].made);
  report("mappings refused", racers[0].refused + racers[1].refused);
  report("pages as the first left them", marked(1));
  report("pages as the second left them", marked(2));
}
