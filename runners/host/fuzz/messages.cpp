// sendmsg and recvmsg on a pair of sockets, with any headers, iovecs and control
// messages. No descriptor may be left behind.
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "runners/host/fuzz/input.h"

namespace wali::host {

namespace {

struct Sockets {
  int pair[2];
  int next; // the first descriptor that nobody has

  Sockets() {
    fuzz::isolate();
    MUST(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0, pair) == 0);
    const int on = 1;
    setsockopt(pair[1], SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
    next = dup(0);
    close(next);
  }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const Sockets sockets;
  fuzz::Input input(data, size);
  fuzz::Guest guest(input);
  const auto send_flags = input.number<uint32_t>(), receive_flags = input.number<uint32_t>();
  const GuestAddress sent = guest.address(), received = guest.address();
  guest.put_rest();
  guest.call(abi::Call::sendmsg, sockets.pair[0], sent, send_flags | MSG_DONTWAIT | MSG_NOSIGNAL);
  // One good message, for the other side to have something.
  char byte = 'x';
  iovec vector{&byte, 1};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr good{};
  good.msg_iov = &vector;
  good.msg_iovlen = 1;
  good.msg_control = control;
  good.msg_controllen = sizeof control;
  cmsghdr *header = CMSG_FIRSTHDR(&good);
  *header = {.cmsg_len = CMSG_LEN(sizeof(int)), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
  memcpy(CMSG_DATA(header), &sockets.pair[0], sizeof(int));
  sendmsg(sockets.pair[0], &good, MSG_DONTWAIT);
  for (int count = 0; count < 2; ++count)
    guest.call(abi::Call::recvmsg, sockets.pair[1], received,
               (receive_flags & ~uint32_t{MSG_PEEK}) | MSG_DONTWAIT);
  char rest[64];
  while (recv(sockets.pair[1], rest, sizeof rest, MSG_DONTWAIT) >= 0)
    ;
  fuzz::close_from(sockets.next);
  return 0;
}

} // namespace wali::host
