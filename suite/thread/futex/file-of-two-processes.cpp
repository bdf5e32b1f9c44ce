// Two processes that map a file, each by a descriptor of its own and at another address, wait and
// wake at one word.
// Covers: futex shared mapping of a file, between processes
#include "wali/test.h"

namespace {

int *map_word() {
  Fd file = setup::open("file", O_RDWR);
  return reinterpret_cast<int *>(
      setup::require_address("mmap", sys::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0), 4096));
}

struct Shared {
  uint64_t address;
  Result wait;
};

} // namespace

void test() {
  Shared &shared = setup::shared<Shared>();
  setup::write_file("file", "");
  setup::resize(setup::open("file", O_RDWR), 4096);
  int *word = map_word();
  Child child = setup::fork([&] {
    int *own = map_word(); // where the child has its parent's mapping there is no room
    shared.address = reinterpret_cast<uintptr_t>(own);
    shared.wait = sys::futex(own, FUTEX_WAIT, 0, nullptr, nullptr, 0);
  });
  setup::await_waiters(word, 1);
  report("bytes between both addresses, compared with 0",
         compared(shared.address - reinterpret_cast<uintptr_t>(word), uint64_t{0}));
  report("FUTEX_WAKE", sys::futex(word, FUTEX_WAKE, 100, nullptr, nullptr, 0));
  report("child", child.wait());
  report("FUTEX_WAIT in the child", shared.wait);
}
