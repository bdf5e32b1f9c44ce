// With SO_SNDTIMEO a connect that waits for room at the listener fails when the time limit has passed, and not
// before. TCP fails with EINPROGRESS and goes on connecting, and a local socket fails with EAGAIN.
// Covers: connect SO_SNDTIMEO, EINPROGRESS, EAGAIN
#include "suite/network/addresses.h"
#include "suite/network/waits.h"

namespace {

void report_connect(const char *name, int socket, const void *address, uint32_t size) {
  setup::set_option(socket, SOL_SOCKET, SO_SNDTIMEO, soon);
  report_waited(name, [=] { return sys::connect(socket, address, size); });
}

} // namespace

void test() {
  setup::Listener tcp = setup::tcp_listener(0); // with room for one
  Fd first = setup::caller(tcp), second = setup::socket(AF_INET, SOCK_STREAM);
  pollfd waiting = {tcp.socket, POLLIN, 0};
  setup::require_value("poll", sys::poll(&waiting, 1, -1), 1);
  report_connect("TCP", second, &tcp.address, sizeof(tcp.address));
  setup::set_status_flags(second, O_NONBLOCK);
  report("connect again", sys::connect(second, &tcp.address, sizeof(tcp.address)));
  const Local address = path("listener");
  Fd listener = local_listener(SOCK_STREAM, address, 0), waits = local_caller(SOCK_STREAM, address);
  report_connect("local", setup::socket(AF_UNIX, SOCK_STREAM), &address.address, address.size);
}
