// FIFOs, eventfds, terminals, sockets and epoll instances can be added to an instance, which reports those that are
// writable. A directory cannot be added.
// Covers: epoll_ctl EPOLL_CTL_ADD, EPERM
// REQUIRES: terminal
#include "suite/event/told.h"

void test() {
  setup::make_fifo("fifo");
  Fd fifo = setup::open("fifo", O_RDWR), counter = setup::eventfd(), instance = setup::epoll();
  Fd directory = setup::open(".", O_RDONLY | O_DIRECTORY);
  Terminal terminal = setup::terminal();
  setup::Bound udp = setup::udp_socket();
  SocketPair packets = setup::socketpair(SOCK_SEQPACKET);
  const struct {
    const char *name;
    int fd;
  } cases[] = {{"FIFO", fifo},
               {"counter", counter},
               {"terminal", terminal.slave},
               {"master", terminal.master},
               {"UDP socket", udp.socket},
               {"socket of packets", packets.first},
               {"instance", instance},
               {"directory", directory}};
  for (const auto &[name, fd] : cases) {
    Fd epoll = setup::epoll();
    report(name, control(epoll, EPOLL_CTL_ADD, fd, EPOLLOUT, 1));
    report_told("told", epoll);
  }
}
