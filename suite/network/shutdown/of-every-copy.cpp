// shutdown acts on the connection. It also shuts down a copy of the descriptor and the descriptor of another process.
// close of a copy shuts down nothing.
// Covers: shutdown copies, processes
#include "wali/test.h"

void test() {
  SocketPair pair = setup::socketpair(SOCK_STREAM | SOCK_NONBLOCK);
  Fd copy = setup::duplicate(pair.first);
  {
    Fd further = setup::duplicate(pair.first);
  }
  char byte;
  report("read at the other end when a copy is closed", sys::read(pair.second, &byte, 1));
  report("shutdown in a child",
         setup::fork([&] { return static_cast<int>(-sys::shutdown(pair.first, SHUT_WR).value); }).wait());
  for (int end : {int{pair.first}, int{copy}})
    report("sendto", sys::sendto(end, "x", 1, MSG_NOSIGNAL, nullptr, 0));
  report("read at the other end", sys::read(pair.second, &byte, 1));
}
