// getpeername returns the path or the abstract name of a local peer, or only the family when it has no name. A socket
// that accept returns has its listener's address.
// Covers: getpeername AF_UNIX
// Covers: getsockname AF_UNIX, accept
#include "suite/network/addresses.h"

namespace {

template <class Call> void report_name(const char *name, Call call, int socket, size_t name_size) {
  LocalRoom stored;
  report(name, call(socket, &stored.address, &stored.size));
  report_local(stored, name_size);
}

} // namespace

void test() {
  const Local file = path("server"), name = abstract("server");
  Fd by_path = local_listener(SOCK_STREAM, file), by_name = local_listener(SOCK_STREAM, name),
     unnamed = local_caller(SOCK_STREAM, file), named = local_socket(SOCK_STREAM, path("client"));
  connect(named, name);
  Fd first = setup::accept(by_path), second = setup::accept(by_name);
  report_name("getpeername, path", sys::getpeername, unnamed, 7);
  report_name("getpeername, none", sys::getpeername, first, 0);
  report_name("getsockname, none", sys::getsockname, unnamed, 0);
  report_name("getsockname of an accepted one, path", sys::getsockname, first, 7);
  report_name("getpeername, abstract name", sys::getpeername, named, 7);
  report_name("getpeername, client's path", sys::getpeername, second, 7);
  report_name("getsockname of an accepted one, abstract name", sys::getsockname, second, 7);
}
