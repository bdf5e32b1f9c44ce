// A server with one edge-triggered epoll instance has a hundred clients at a time, ninety over IPv6 and ten over IPv4
// by mapped addresses. It answers each with its own words, and sees each go.
// Covers: server epoll_pwait EPOLLET, EPOLLRDHUP, accept4 SOCK_NONBLOCK, IPv6, mapped addresses
// REQUIRES: ipv6
#include "wali/test.h"

namespace {

constexpr int clients = 100, over_ipv4 = 10;

struct Counts {
  int accepted, mapped, at_once, requests, gone;
};

constexpr uint8_t mapped_prefix[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

class Server {
public:
  Server(int listener, Counts &counts) : listener_(listener), epoll_(setup::epoll()), counts_(counts) {
    setup::watch(epoll_, listener, EPOLLIN | EPOLLET, static_cast<uint64_t>(listener));
  }
  void serve() {
    while (counts_.gone < clients) {
      epoll_event events[7]; // fewer than are ready at a time
      const Result ready = sys::epoll_pwait(epoll_, events, 7, -1, nullptr, 0);
      for (size_t i = 0; i < setup::require_count("epoll_pwait", ready, 7); ++i) {
        const int fd = static_cast<int>(events[i].data);
        fd == listener_ ? accept_all() : answer(fd, events[i].events);
      }
    }
  }

private:
  // All that wait: an edge is told once.
  void accept_all() {
    sockaddr_in6 peer;
    for (;;) {
      uint32_t size = sizeof(peer);
      const Result client = sys::accept4(listener_, &peer, &size, SOCK_NONBLOCK);
      if (client.value == -EAGAIN)
        return;
      setup::watch(epoll_, setup::require_fd("accept4", client), EPOLLIN | EPOLLRDHUP | EPOLLET,
                   static_cast<uint64_t>(client.value));
      ++counts_.accepted;
      counts_.mapped += differing_bytes(peer.sin6_addr, mapped_prefix, sizeof(mapped_prefix)) == 0;
      const int now = counts_.accepted - counts_.gone;
      counts_.at_once = now > counts_.at_once ? now : counts_.at_once;
    }
  }
  void answer(int client, uint32_t events) {
    uint32_t words[2];
    while (sys::read(client, words, sizeof(words)).value == sizeof(words)) {
      ++counts_.requests;
      words[0] = words[1] * 3;
      setup::write_all(client, {words, sizeof(words)});
    }
    if (events & EPOLLRDHUP) {
      ++counts_.gone;
      sys::close(client);
    }
  }

  int listener_;
  Fd epoll_;
  Counts &counts_;
};

class Clients {
public:
  Clients(uint16_t port) {
    sockaddr_in6 six = {AF_INET6, port, 0, {}, 0};
    six.sin6_addr[15] = 1;
    sockaddr_in four = setup::loopback(0);
    four.sin_port = port;
    for (int i = 0; i < clients; ++i) {
      socket_[i] = setup::socket(i < over_ipv4 ? AF_INET : AF_INET6, SOCK_STREAM);
      i < over_ipv4 ? setup::connect(socket_[i], four) : setup::connect(socket_[i], six);
    }
  }
  void ask(uint32_t round) {
    for (uint32_t i = clients; i-- > 0;) {
      const uint32_t words[] = {round, i * 100 + round};
      setup::write_all(socket_[i], {words, sizeof(words)});
    }
  }
  // How many answers are not what that client has to be told.
  int wrong_answers(uint32_t round) {
    int wrong = 0;
    for (uint32_t i = 0; i < clients; ++i) {
      uint32_t words[2] = {};
      const Result size = sys::recvfrom(socket_[i], words, sizeof(words), MSG_WAITALL, nullptr, nullptr);
      const uint32_t asked = i * 100 + round;
      wrong += size.value != sizeof(words) || words[0] != asked * 3 || words[1] != asked;
    }
    return wrong;
  }

private:
  Fd socket_[clients];
};

} // namespace

void test() {
  Fd listener = setup::socket(AF_INET6, SOCK_STREAM | SOCK_NONBLOCK);
  sockaddr_in6 address = {AF_INET6, 0, 0, {}, 0};
  setup::bind(listener, address);
  setup::listen(listener, clients);
  uint32_t size = sizeof(address);
  setup::require_zero("getsockname", sys::getsockname(listener, &address, &size));
  Counts &counts = setup::shared<Counts>();
  Child server = setup::fork([&] { Server(listener, counts).serve(); });
  {
    Clients all(address.sin6_port);
    for (uint32_t round = 1; round <= 3; ++round) {
      all.ask(round);
      report("wrong answers", all.wrong_answers(round));
    }
  }
  report("server", server.wait());
  report("clients", counts.accepted);
  report("of mapped addresses", counts.mapped);
  report("at a time", counts.at_once);
  report("requests", counts.requests);
  report("gone", counts.gone);
}
