// The file of a local socket stays when the socket is closed. Then nobody can connect to it, and
// its path cannot be bound until it is removed.
// Covers: bind EADDRINUSE, path
// Covers: connect ECONNREFUSED, AF_UNIX
#include "suite/network/addresses.h"

namespace {

Result connect_one(int type, const Local &to) {
  return sys::connect(setup::socket(AF_UNIX, type), &to.address, to.size);
}

} // namespace

void test() {
  const Local name = path("socket"), datagrams = path("datagrams"), file = path("file");
  setup::write_file("file", "");
  Fd socket = local_socket(SOCK_STREAM, name), receiver = local_socket(SOCK_DGRAM, datagrams),
     later = setup::socket(AF_UNIX, SOCK_STREAM);
  report("connect before listen", connect_one(SOCK_STREAM, name));
  setup::listen(socket);
  report("connect after it", connect_one(SOCK_STREAM, name));
  report("connect for datagrams", connect_one(SOCK_DGRAM, datagrams));
  socket.reset();
  receiver.reset();
  report("file", FileMode{setup::stat("socket").st_mode & S_IFMT});
  report("connect when it is closed", connect_one(SOCK_STREAM, name));
  report("connect for datagrams when it is closed", connect_one(SOCK_DGRAM, datagrams));
  report("connect to a file that is no socket", connect_one(SOCK_STREAM, file));
  report("bind", sys::bind(later, &name.address, name.size));
  setup::unlink("socket");
  report("bind when the file is removed", sys::bind(later, &name.address, name.size));
}
