// Two sockets cannot have one abstract name. It is free again when the socket is closed. Names
// that differ only in NULs at their ends are different names.
// Covers: bind EADDRINUSE, abstract name
#include "suite/network/addresses.h"

namespace {

Result bind(int socket, const Local &address) { return sys::bind(socket, &address.address, address.size); }
Fd stream() { return setup::socket(AF_UNIX, SOCK_STREAM); }

} // namespace

void test() {
  const Local name = abstract("taken"), longer = abstract({"taken\0", 6});
  Fd first = stream(), second = stream(), third = stream();
  report("first", bind(first, name));
  report("second", bind(second, name));
  report("third, with a NUL more", bind(third, longer));
  Fd copy = setup::duplicate(first);
  first.reset();
  report("second, while a copy is open", bind(second, name));
  copy.reset();
  report("second, when all are closed", bind(second, name));
}
