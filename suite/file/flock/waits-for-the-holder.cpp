// Without LOCK_NB the call waits until the holder in another process unlocks.
// Covers: flock blocks
#include "wali/test.h"

namespace {
struct Shared {
  int locked, released;
};
} // namespace

void test() {
  setup::write_file("file", "");
  Shared &shared = setup::shared<Shared>();
  Pipe ready = setup::pipe();
  Child child = setup::fork([&] {
    Fd own = setup::open("file", O_RDONLY);
    setup::require_zero("flock", sys::flock(own, LOCK_EX));
    setup::write_all(ready.write, "!");
    setup::sleep_ms(30);
    __atomic_store_n(&shared.released, 1, __ATOMIC_RELEASE);
  });
  char byte;
  setup::require_count("read", sys::read(ready.read, &byte, 1), 1);
  Fd file = setup::open("file", O_RDONLY);
  Result result = sys::flock(file, LOCK_SH);
  report("released when flock returns", __atomic_load_n(&shared.released, __ATOMIC_ACQUIRE));
  report("flock", result);
}
