// On SIGTERM a server refuses new clients and closes idle connections, but still answers a request that it has
// received in half. A second SIGTERM does not stop it. When it has answered, it exits.
// Covers: server ppoll, SIGTERM, close of a listener, ECONNREFUSED
#include "suite/scenario/semaphore.h"

namespace {

constexpr int most_clients = 2, request_size = 8;

volatile bool ending;

struct Client {
  Fd socket;
  char request[request_size];
  size_t received = 0;
};

class Server {
public:
  // Adds 1 to `done` for each thing that it has done.
  Server(Fd listener, Semaphore<0> &done) : listener_(static_cast<Fd &&>(listener)), done_(done) {}
  void serve() {
    while (!ending || has_work())
      wait();
  }

private:
  bool has_work() const {
    bool found = false;
    for (const Client &client : clients_)
      found |= client.received > 0;
    return found;
  }
  void refuse_more() {
    listener_.reset();
    for (Client &client : clients_)
      if (client.received == 0)
        client.socket.reset();
  }
  // SIGTERM comes during the wait alone.
  void wait() {
    pollfd sources[] = {{listener_, POLLIN, 0}, {clients_[0].socket, POLLIN, 0}, {clients_[1].socket, POLLIN, 0}};
    const sigset none = 0;
    if (sys::ppoll(sources, 3, nullptr, &none, sizeof(none)).value == -EINTR)
      refuse_more();
    else if (sources[0].revents & POLLIN)
      clients_[accepted_++].socket = setup::accept(listener_);
    for (int i = 0; i < most_clients; ++i)
      if (sources[1 + i].revents & POLLIN)
        receive(clients_[i]);
    done_.post();
  }
  void receive(Client &client) {
    const size_t room = request_size - client.received;
    client.received +=
        setup::require_count("read", sys::read(client.socket, client.request + client.received, room), room);
    if (client.received < request_size)
      return;
    setup::write_all(client.socket, label("answer to ", Text(client.request, request_size)).text());
    client.socket.reset();
    client.received = 0;
  }

  Fd listener_;
  Semaphore<0> &done_;
  int accepted_ = 0;
  Client clients_[most_clients];
};

} // namespace

void test() {
  setup::block(SIGTERM);
  setup::on_signal(SIGTERM, [](int) { ending = true; });
  setup::Listener listener = setup::tcp_listener();
  auto &done = setup::shared<Semaphore<0>>();
  Child server = setup::fork([&] { Server(static_cast<Fd &&>(listener.socket), done).serve(); });
  listener.socket.reset();
  Fd idle = setup::caller(listener);
  done.wait();
  Fd busy = setup::caller(listener);
  done.wait();
  setup::write_all(busy, "1234");
  done.wait();

  server.kill(SIGTERM);
  done.wait();
  char answer[18] = {};
  report("read of the idle client", sys::read(idle, answer, sizeof(answer)));
  Fd late = setup::socket(AF_INET, SOCK_STREAM);
  report("connect of a new client", sys::connect(late, &listener.address, sizeof(listener.address)));
  server.kill(SIGTERM);
  done.wait();
  setup::write_all(busy, "5678");
  report("recvfrom of the busy client", sys::recvfrom(busy, answer, sizeof(answer), MSG_WAITALL, nullptr, nullptr));
  report("answer", Text(answer, sizeof(answer)));
  report("read behind it", sys::read(busy, answer, sizeof(answer)));
  report("server", server.wait());
}
