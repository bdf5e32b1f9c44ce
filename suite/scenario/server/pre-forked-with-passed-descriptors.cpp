// A server forks its workers before it has clients, and passes them the connections that it accepts. A worker answers
// over what it got, which ends when it closes that, and all write to one log by a descriptor that was passed too.
// Covers: server accept4, sendmsg SCM_RIGHTS, recvmsg MSG_CMSG_CLOEXEC, SOCK_SEQPACKET
#include "wali/test.h"

namespace {

constexpr int workers = 3, clients = 7;

void pass(int worker, int fd) {
  Control<int[1]> sent = rights(fd);
  setup::require_value("sendmsg", sys::sendmsg(worker, Message("x").with_control(sent), 0), 1);
}
// The next descriptor, or -1 when no more come.
Fd receive(int server) {
  char byte;
  Control<int[1]> received = {};
  const Result size = sys::recvmsg(server, Message(&byte, 1).with_control(received), MSG_CMSG_CLOEXEC);
  return size.value == 0 ? Fd() : Fd(setup::require_fd("recvmsg", {received.value[0]}));
}

// Serves the connections that it is passed: how many.
int work(int number, int server) {
  Fd log = receive(server);
  int served = 0;
  for (;; ++served) {
    Fd connection = receive(server);
    if (connection < 0)
      return served;
    char request[16];
    const Result size = sys::recvfrom(connection, request, sizeof(request), 0, nullptr, nullptr);
    const Line answer = label("worker ", number, ": ", Text(request, size.size()), "\n");
    setup::write_all(log, answer.text());
    setup::write_all(connection, answer.text());
  }
}

class Server {
public:
  Server(int listener) : listener_(listener) {
    for (int i = 0; i < workers; ++i) {
      SocketPair pair = setup::socketpair(SOCK_SEQPACKET);
      pids_[i] = setup::split();
      if (pids_[i] == 0) {
        pair.first.reset();
        for (int earlier = 0; earlier < i; ++earlier)
          channels_[earlier].reset();
        leave(work(i, pair.second));
      }
      channels_[i] = static_cast<Fd &&>(pair.first);
    }
    Fd log = setup::open("log", O_WRONLY | O_CREAT);
    for (Fd &channel : channels_)
      pass(channel, log);
  }
  void serve() {
    for (int i = 0; i < clients; ++i) {
      Fd connection(setup::require_fd("accept4", sys::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC)));
      pass(channels_[i % workers], connection);
    }
  }
  // Ends the workers: how many connections each had served.
  void end(int (&served)[workers]) {
    for (int i = 0; i < workers; ++i) {
      channels_[i].reset();
      setup::require_value("wait4", sys::wait4(pids_[i], &served[i], 0, nullptr), pids_[i]);
    }
  }

private:
  int listener_;
  int pids_[workers];
  Fd channels_[workers];
};

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener();
  int (&served)[workers] = setup::shared<int[workers]>();
  Child server = setup::fork([&] {
    Server own(listener.socket);
    own.serve();
    own.end(served);
  });
  for (int i = 0; i < clients; ++i) {
    Fd client = setup::caller(listener);
    setup::write_all(client, label("request ", i).text());
    char answer[32] = {};
    report("recvfrom, up to the end", sys::recvfrom(client, answer, sizeof(answer), MSG_WAITALL, nullptr, nullptr));
    report("answer", Text(answer, 20));
    report("read behind it", sys::read(client, answer, 1));
  }
  report("server", server.wait());
  for (int i = 0; i < workers; ++i)
    report(label("worker ", i), WaitStatus{served[i]});
  report("log", setup::read_file("log"));
}
