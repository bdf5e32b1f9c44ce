// Each set keeps the bits of what is ready, whole words are written up to nfds
// rounded up to 64, and nothing behind them.
// Covers: select readfds, writefds, nfds rounding
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  setup::require("dup2", sys::dup2(pipe.read, 70));
  setup::require("dup2", sys::dup2(pipe.write, 71));
  setup::write_all(pipe.write, "x");
  Guarded<fd_set> read, write, except;
  for (auto *set : {&*read, &*write, &*except})
    set->bits[0] = 0, set->bits[1] = uint64_t{1} << 6 | uint64_t{1} << 7; // 70 and 71
  timeval zero = {0, 0};
  report("select", sys::select(72, &read, &write, &except, &zero));
  report("readable", Hex{read->bits[1]});
  report("writable", Hex{write->bits[1]});
  report("exceptional", Hex{except->bits[1]});
  report("first word", Hex{read->bits[0] | write->bits[0] | except->bits[0]});
  report_poison("words behind", read->bits + 2, sizeof(uint64_t) * 14);
}
