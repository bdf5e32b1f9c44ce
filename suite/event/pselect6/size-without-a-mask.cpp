// Without a mask pselect6 ignores the size beside it. With one it takes no size but 8, of which all 64 bits count.
// Covers: pselect6 EINVAL, size of the mask
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  const sigset none = 0;
  const auto report_sizes = [&](const char *name, uintptr_t address) {
    for (uint64_t size : {uint64_t{0}, uint64_t{7}, uint64_t{8}, uint64_t{16}, uint64_t{1} << 32 | 8}) {
      fd_set read = {{uint64_t{1} << pipe.read}};
      const pselect6_mask mask = {address, size};
      report(label(name, size), sys::pselect6(pipe.read + 1, &read, nullptr, nullptr, nullptr, &mask));
    }
  };
  report_sizes("pselect6 without a mask, size ", 0);
  report_sizes("pselect6 with a mask, size ", reinterpret_cast<uintptr_t>(&none));
}
