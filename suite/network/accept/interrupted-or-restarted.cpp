// A signal's handler interrupts each call that waits on a socket; with SA_RESTART
// it goes on waiting until it has what it waits for.
// Covers: accept EINTR, SA_RESTART
// Covers: accept4 EINTR, SA_RESTART
// Covers: connect EINTR, SA_RESTART
// Covers: recvfrom EINTR, SA_RESTART
// Covers: recvmsg EINTR, SA_RESTART
// Covers: sendto EINTR, SA_RESTART
// Covers: sendmsg EINTR, SA_RESTART
#include "wali/test.h"

namespace {

sockaddr_un address = {AF_UNIX, "listener"};
int listener, writer, full, reader; // descriptors
char bytes[4096];
int runs;
void (*provide)();

// By the tenth run a call must have been interrupted; then it gets what it waits for.
void count(int) {
  if (provide && ++runs == 10)
    provide();
}

Fd local_socket() { return setup::socket(AF_UNIX, SOCK_STREAM); }

void connect_one() { setup::require_zero("connect", sys::connect(local_socket(), &address, sizeof(address))); }
void accept_one() { Fd(setup::require_fd("accept4", sys::accept4(listener, nullptr, nullptr, 0))); }
void write_one() { setup::write_all(writer, "y"); }

void fill() {
  setup::require_zero("fcntl", sys::fcntl(full, F_SETFL, O_NONBLOCK));
  setup::fill(full);
  setup::require_zero("fcntl", sys::fcntl(full, F_SETFL, 0));
}
void drain() { setup::drain(reader); }

// Makes `call` while signals come, and reports its error or sign.
template <class Call> void report_call(const Line &name, void (*what_it_waits_for)(), Call call) {
  runs = 0;
  provide = what_it_waits_for;
  Result result = call();
  provide = nullptr;
  report(name, Result{result.value > 0 ? 1 : result.value});
}

} // namespace

void test() {
  Fd listening = local_socket();
  setup::require_zero("bind", sys::bind(listening, &address, sizeof(address)));
  setup::require_zero("listen", sys::listen(listening, 0)); // one connection waits, no second
  SocketPair empty = setup::socketpair(), filled = setup::socketpair(SOCK_STREAM | SOCK_NONBLOCK);
  listener = listening, writer = empty.second, full = filled.first, reader = filled.second;
  iovec vector = {bytes, 1};
  msghdr message = {};
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  for (uint64_t flags : {uint64_t{0}, uint64_t{SA_RESTART}}) {
    setup::on_signal(SIGUSR2, count, flags);
    Interrupter interrupter(SIGUSR2);
    auto name = [&](const char *call) { return label(Flags{abi::sets::sigaction_flags, flags}, ": ", call); };
    report_call(name("accept"), connect_one, [&] { return sys::accept(listener, nullptr, nullptr); });
    report_call(name("accept4"), connect_one, [&] { return sys::accept4(listener, nullptr, nullptr, 0); });
    connect_one();
    Fd second = local_socket();
    report_call(name("connect"), accept_one, [&] { return sys::connect(second, &address, sizeof(address)); });
    accept_one();
    report_call(name("recvfrom"), write_one, [&] { return sys::recvfrom(empty.first, bytes, 1, 0, nullptr, nullptr); });
    report_call(name("recvmsg"), write_one, [&] { return sys::recvmsg(empty.first, &message, 0); });
    fill();
    report_call(name("sendto"), drain, [&] { return sys::sendto(full, bytes, 1, 0, nullptr, 0); });
    fill();
    report_call(name("sendmsg"), drain, [&] { return sys::sendmsg(full, &message, 0); });
  }
}
