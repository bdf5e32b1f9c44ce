// A local socket of SOCK_SEQPACKET connects to a listener and keeps the bounds of messages.
// Covers: socket SOCK_SEQPACKET
#include "wali/test.h"

void test() {
  const sockaddr_un address = {AF_UNIX, "listener"};
  const Result result = sys::socket(AF_UNIX, SOCK_SEQPACKET, 0);
  report("socket", result);
  Fd listener(result.fd()), client = setup::socket(AF_UNIX, SOCK_SEQPACKET);
  setup::bind(listener, address);
  setup::listen(listener);
  report("connect", sys::connect(client, &address, sizeof(address)));
  Fd accepted = setup::accept(listener);
  setup::write_all(client, "one");
  setup::write_all(client, "other");
  char bytes[16];
  report("read", sys::read(accepted, bytes, 16));
  report("read", sys::read(accepted, bytes, 16));
  client.reset();
  report("read of the end", sys::read(accepted, bytes, 16));
}
