// A fixed mapping that reaches beyond memory's maximum is refused with -ENOMEM. One that ends there
// succeeds.
// Covers: memory maximum, MAP_FIXED
// Covers: mmap MAP_FIXED, ENOMEM
// Oracle: ABI.md, Memory
#include "wali/test.h"

void test() {
  constexpr uintptr_t maximum = uintptr_t{32768} * 65536;
  auto map = [](uintptr_t address, size_t length) {
    return sys::mmap(reinterpret_cast<void *>(address), length, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  };
  report("beyond it", map(maximum, 4096));
  report("across it", map(maximum - 4096, 8192));
  report("up to it", Hex{static_cast<uint64_t>(map(maximum - 8192, 8192).value)});
  auto *last = reinterpret_cast<volatile uint8_t *>(maximum - 1);
  report("last byte", *last);
  *last = 0x7e;
  report("last byte, written", *last);
  auto *hinted = setup::require_address(
      "mmap", sys::mmap(reinterpret_cast<void *>(maximum + 65536), 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      4096);
  report("a hint beyond it leads to an address, compared with it",
         compared(reinterpret_cast<uintptr_t>(hinted), maximum));
}
