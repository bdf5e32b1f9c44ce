// TCP_INFO returns the state of a TCP socket, from its creation to the end of its connection.
// Covers: getsockopt TCP_INFO
#include "suite/network/options.h"

namespace {

// By its number in the kernel's net/tcp_states.h.
void report_state(const char *name, int socket) { report(name, int64_t{tcp_info(socket).state}); }
void await_end(int socket) {
  pollfd entry = {socket, POLLRDHUP, 0};
  setup::require_value("poll", sys::poll(&entry, 1, -1), 1);
}

} // namespace

void test() {
  Fd listener = setup::socket(AF_INET, SOCK_STREAM), client = setup::socket(AF_INET, SOCK_STREAM);
  report_state("new: TCP_CLOSE", listener);
  setup::bind(listener, setup::loopback(0));
  setup::listen(listener);
  report_state("listening: TCP_LISTEN", listener);
  setup::connect(client, setup::own_address(listener));
  Fd accepted = setup::accept(listener);
  report_state("connected: TCP_ESTABLISHED", client);
  report_state("accepted: TCP_ESTABLISHED", accepted);
  setup::shutdown(client, SHUT_WR);
  await_end(accepted);
  report_state("shut by the peer: TCP_CLOSE_WAIT", accepted);
  setup::await(
      "shutdown", [&] { return Result{tcp_info(client).state}; }, [](Result state) { return state.value != 4; });
  report_state("shut, and answered: TCP_FIN_WAIT2", client);
  setup::shutdown(accepted, SHUT_WR);
  await_end(client);
  report_state("shut by both: TCP_CLOSE", client);
}
