// A listener with O_ASYNC sends SIGIO to its owner when there is a connection. The socket that accept and accept4
// return does not have O_ASYNC, so data that arrives there sends no signal.
// Covers: accept SIGIO, O_ASYNC
// Covers: accept4 SIGIO, O_ASYNC
#include "suite/network/messages.h"

namespace {

int signals;

} // namespace

void test() {
  setup::block(SIGIO);
  setup::on_signal(SIGIO, [](int) { ++signals; });
  for (const AcceptCall &call : accept_calls) {
    setup::Listener listener = setup::tcp_listener();
    setup::require_zero("fcntl F_SETOWN",
                        sys::fcntl(listener.socket, F_SETOWN, setup::require_pid("getpid", sys::getpid())));
    setup::set_status_flags(listener.socket, O_ASYNC);
    report("pending before", setup::pending_signals());
    Fd client = setup::caller(listener);
    signals = 0;
    const sigset none = 0;
    report("rt_sigsuspend until the signal", sys::rt_sigsuspend(&none, sizeof(none)));
    report("signals", signals);
    const Result result = call.accept(listener.socket, nullptr, nullptr);
    report(call.name, result);
    Fd accepted(result.fd());
    report("its flags", setup::status_flags(accepted));
    setup::write_all(client, "x");
    char byte;
    report("read", sys::read(accepted, &byte, 1));
    report("pending afterwards", setup::pending_signals());
  }
}
