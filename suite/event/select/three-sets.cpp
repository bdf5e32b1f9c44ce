// Each set keeps the bits of what is ready; urgent data are exceptional. Whole words are
// written, up to nfds rounded up to 64, and nothing behind them.
// Covers: select readfds, writefds, exceptfds, nfds rounding
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  SocketPair tcp = setup::tcp_pair();
  setup::require_value("dup2", sys::dup2(pipe.read, 70), 70);
  setup::require_value("dup2", sys::dup2(pipe.write, 71), 71);
  setup::require_value("dup2", sys::dup2(tcp.second, 72), 72);
  setup::write_all(pipe.write, "x");
  setup::send_urgent_byte(tcp.first, tcp.second);
  Guarded<fd_set> read, write, except;
  for (auto *set : {&*read, &*write, &*except})
    set->bits[0] = 0, set->bits[1] = uint64_t{7} << 6; // 70, 71 and 72
  timeval zero = {0, 0};
  report("select", sys::select(73, &read, &write, &except, &zero));
  report("readable", Hex{read->bits[1]});
  report("writable", Hex{write->bits[1]});
  report("exceptional", Hex{except->bits[1]});
  report("first words", Hex{read->bits[0] | write->bits[0] | except->bits[0]});
  report_poison("words behind the readable", read->bits + 2, sizeof(uint64_t) * 14);
  report_poison("words behind the writable", write->bits + 2, sizeof(uint64_t) * 14);
  report_poison("words behind the exceptional", except->bits + 2, sizeof(uint64_t) * 14);
}
