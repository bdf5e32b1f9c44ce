// After SHUT_WR on a TCP connection the other end reads the end of the stream. What it
// answers still arrives.
// Covers: shutdown TCP
#include "wali/test.h"

void test() {
  SocketPair tcp = setup::tcp_pair();
  setup::write_all(tcp.first, "question");
  report("shutdown", sys::shutdown(tcp.first, SHUT_WR));
  report("at the other end", setup::read_all(tcp.second));
  report("answer", sys::write(tcp.second, "answer", 6));
  tcp.second.reset();
  report("here", setup::read_all(tcp.first));
}
