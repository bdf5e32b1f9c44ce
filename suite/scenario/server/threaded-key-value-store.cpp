// A key-value server whose threads wait on one epoll instance serves many clients at once. No
// answer is lost or goes to another client, and the server has kept what was set.
// Covers: server threads, epoll, futex, sockets
#include "wali/test.h"

namespace {

constexpr int workers = 4, clients = 8, requests = 50, keys = 64;

// A lock that sleeps: 0 free, 1 held, 2 held and somebody waits.
class Mutex {
public:
  void lock() {
    int state = 0;
    if (__atomic_compare_exchange_n(&word_, &state, 1, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
      return;
    while (__atomic_exchange_n(&word_, 2, __ATOMIC_ACQUIRE) != 0)
      sys::futex(&word_, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 2, nullptr, nullptr, 0);
  }
  void unlock() {
    if (__atomic_exchange_n(&word_, 0, __ATOMIC_RELEASE) == 2)
      sys::futex(&word_, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1, nullptr, nullptr, 0);
  }

private:
  int word_ = 0;
};

struct Request {
  uint32_t set; // 1: store the value, 0: give it back
  uint32_t key;
  uint64_t value;
};

struct Server {
  int epoll, listener;
  Mutex lock;
  uint64_t table[keys];
  int served, closed;
};

// One event: a new client, or a request of one; EPOLLONESHOT keeps the others off.
void handle(Server &server, int fd) {
  epoll_event event = {EPOLLIN | EPOLLONESHOT, static_cast<uint64_t>(fd)};
  if (fd == server.listener) {
    int client = setup::require_fd("accept4", sys::accept4(fd, nullptr, nullptr, SOCK_CLOEXEC));
    setup::watch(server.epoll, client, EPOLLIN | EPOLLONESHOT, static_cast<uint64_t>(client));
    sys::epoll_ctl(server.epoll, EPOLL_CTL_MOD, fd, &event);
    return;
  }
  Request request;
  Result size = sys::recvfrom(fd, &request, sizeof(request), MSG_WAITALL, nullptr, nullptr);
  server.lock.lock();
  bool whole = size.value == sizeof(request);
  if (whole && request.set)
    server.table[request.key % keys] = request.value;
  request.value = server.table[request.key % keys];
  server.served += whole;
  server.closed += !whole;
  server.lock.unlock();
  if (!whole) {
    sys::close(fd);
    return;
  }
  setup::write_all(fd, {&request, sizeof(request)});
  sys::epoll_ctl(server.epoll, EPOLL_CTL_MOD, fd, &event);
}

void work(void *pointer) {
  auto &server = *static_cast<Server *>(pointer);
  while (__atomic_load_n(&server.closed, __ATOMIC_ACQUIRE) < clients) {
    epoll_event events[2];
    Result ready = sys::epoll_pwait(server.epoll, events, 2, 10, nullptr, 0);
    for (int64_t i = 0; i < ready.value; ++i)
      handle(server, static_cast<int>(events[i].data));
  }
}

// Sets and asks in turn; the number of wrong answers is the exit status.
int be_client(const sockaddr_in &address, uint32_t number) {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  setup::connect(socket, address);
  int wrong = 0;
  for (uint32_t i = 0; i < requests; ++i) {
    uint64_t value = uint64_t{number} << 40 | i;
    for (uint32_t set : {1u, 0u}) {
      Request request = {set, number, value};
      setup::write_all(socket, {&request, sizeof(request)});
      Request answer = {};
      Result size = sys::recvfrom(socket, &answer, sizeof(answer), MSG_WAITALL, nullptr, nullptr);
      wrong += size.value != sizeof(answer) || answer.key != number || answer.value != value;
    }
  }
  return wrong;
}

} // namespace

void test() {
  static Server server;
  setup::Listener listener = setup::tcp_listener(clients);
  Fd epoll = setup::epoll(EPOLL_CLOEXEC);
  server.epoll = epoll;
  server.listener = listener.socket;
  setup::watch(epoll, server.listener, EPOLLIN | EPOLLONESHOT, static_cast<uint64_t>(server.listener));
  int pids[clients];
  for (int i = 0; i < clients; ++i) {
    pids[i] = setup::split();
    if (pids[i] == 0)
      leave(be_client(listener.address, static_cast<uint32_t>(i)));
  }
  {
    Thread threads[workers] = {{work, &server}, {work, &server}, {work, &server}, {work, &server}};
  }
  for (int i = 0; i < clients; ++i) {
    int status = -1;
    sys::wait4(pids[i], &status, 0, nullptr);
    report(label("client ", i), WaitStatus{status});
  }
  report("requests served", server.served);
  report("last value of key 7", Hex{server.table[7]});
}
