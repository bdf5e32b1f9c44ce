// unlink removes only the name of a FIFO and a socket. Open and connected descriptors still work, nobody else can
// connect, and the names are free.
// Covers: unlink FIFO, socket
// Covers: unlinkat FIFO
#include "wali/test.h"

void test() {
  setup::make_fifo("fifo");
  setup::make_fifo("second");
  Fd writer = setup::open("fifo", O_RDWR), reader = setup::open("fifo", O_RDONLY);
  const sockaddr_un address = {AF_UNIX, "socket"};
  const auto *name = reinterpret_cast<const sockaddr *>(&address);
  const auto socket = [] { return Fd(setup::require_fd("socket", sys::socket(AF_UNIX, SOCK_DGRAM, 0))); };
  Fd server = socket(), client = socket(), late = socket();
  setup::require_zero("bind", sys::bind(server, name, sizeof(address)));
  setup::require_zero("connect", sys::connect(client, name, sizeof(address)));
  report("FIFO", sys::unlink("fifo"));
  report("unlinkat of a FIFO", sys::unlinkat(AT_FDCWD, "second", 0));
  report("socket", sys::unlink("socket"));
  for (const char *gone : {"fifo", "second", "socket"})
    report(gone, sys::access(gone, F_OK));
  setup::write_all(writer, "through");
  setup::write_all(client, "as before");
  char bytes[16];
  report("from the FIFO", Text(bytes, sys::read(reader, bytes, 7).size()));
  report("from the socket", Text(bytes, sys::read(server, bytes, sizeof(bytes)).size()));
  report("another that connects", sys::connect(late, name, sizeof(address)));
  report("another that takes the name", sys::bind(late, name, sizeof(address)));
}
