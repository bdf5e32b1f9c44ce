// A local stream can be connected once. A second connect fails with EISCONN, to the same listener or to another, even
// when its peer has gone. A socket that listens cannot be connected.
// Covers: connect EISCONN, AF_UNIX
#include "suite/network/addresses.h"

void test() {
  const Local one = path("one"), other = path("other");
  Fd first = local_listener(SOCK_STREAM, one), second = local_listener(SOCK_STREAM, other),
     client = setup::socket(AF_UNIX, SOCK_STREAM);
  auto report_connect = [&](const char *name, int socket, const Local &to) {
    report(name, sys::connect(socket, &to.address, to.size));
  };
  report_connect("connect", client, one);
  report_connect("connect again", client, one);
  report_connect("connect to another", client, other);
  Fd accepted = setup::accept(first);
  setup::set_status_flags(second, O_NONBLOCK);
  report("accept of the other", sys::accept(second, nullptr, nullptr));
  report("write", sys::write(client, "x", 1));
  char byte;
  report("read", sys::read(accepted, &byte, 1));
  accepted.reset();
  report_connect("connect to another when the peer has gone", client, other);
  report_connect("connect of a listener", second, one);
}
