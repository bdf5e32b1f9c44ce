// select and pselect6 keep in each set the bits of the descriptors that are readable, writable, or have urgent data.
// They write as many whole words as nfds needs, and nothing behind them.
// Covers: select readfds, writefds, exceptfds, nfds rounding
// Covers: pselect6 readfds, writefds, exceptfds, nfds rounding
#include "wali/test.h"

namespace {

template <class Select> void report_sets(const char *name, Select select) {
  Guarded<fd_set> read, write, except;
  for (auto *set : {&*read, &*write, &*except})
    set->bits[0] = 0, set->bits[1] = uint64_t{7} << 6; // 70, 71 and 72
  report(name, select(73, &read, &write, &except));
  report("readable", Hex{read->bits[1]});
  report("writable", Hex{write->bits[1]});
  report("exceptional", Hex{except->bits[1]});
  report("first words", label(Hex{read->bits[0]}, " ", Hex{write->bits[0]}, " ", Hex{except->bits[0]}));
  report_poison("words behind the readable", read->bits + 2, sizeof(uint64_t) * 14);
  report_poison("words behind the writable", write->bits + 2, sizeof(uint64_t) * 14);
  report_poison("words behind the exceptional", except->bits + 2, sizeof(uint64_t) * 14);
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  SocketPair tcp = setup::tcp_pair();
  setup::require_value("dup2", sys::dup2(pipe.read, 70), 70);
  setup::require_value("dup2", sys::dup2(pipe.write, 71), 71);
  setup::require_value("dup2", sys::dup2(tcp.second, 72), 72);
  setup::write_all(pipe.write, "x");
  setup::send_urgent_byte(tcp.first, tcp.second);
  report_sets("select", [](int nfds, fd_set *read, fd_set *write, fd_set *except) {
    timeval zero = {0, 0};
    return sys::select(nfds, read, write, except, &zero);
  });
  report_sets("pselect6", [](int nfds, fd_set *read, fd_set *write, fd_set *except) {
    timespec zero = {0, 0};
    return sys::pselect6(nfds, read, write, except, &zero, nullptr);
  });
}
