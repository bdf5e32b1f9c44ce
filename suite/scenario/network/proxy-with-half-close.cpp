// A proxy copies both ways between a client and a server, and waits for the one that is slow. It passes the end of
// either direction on while the other goes on: the server has the whole request, and its end, before it answers.
// Covers: network shutdown SHUT_WR, poll of full sockets, O_NONBLOCK
#include "suite/scenario/semaphore.h"

namespace {

constexpr size_t request_size = 100000, answer_size = 1000000;
constexpr int buffer_size = 8192; // of the client's connection

// Each byte of a stream follows from its place.
uint8_t byte_at(size_t place, uint32_t stream) { return static_cast<uint8_t>(place * 7 + place / 251 + stream); }

// Sends a stream of `size` bytes, and its end.
void send_stream(int socket, size_t size, uint32_t stream) {
  uint8_t bytes[5000];
  for (size_t sent = 0; sent < size; sent += sizeof(bytes)) {
    for (size_t i = 0; i < sizeof(bytes); ++i)
      bytes[i] = byte_at(sent + i, stream);
    setup::write_all(socket, {bytes, sizeof(bytes)});
  }
  setup::shutdown(socket, SHUT_WR);
}

struct Received {
  size_t bytes, wrong;
  Result end;
};

// Receives a stream up to its end.
Received receive_stream(int socket, uint32_t stream) {
  Received all = {};
  uint8_t bytes[4096];
  while ((all.end = sys::read(socket, bytes, sizeof(bytes))).value > 0) {
    for (size_t i = 0; i < all.end.size(); ++i)
      all.wrong += bytes[i] != byte_at(all.bytes + i, stream);
    all.bytes += all.end.size();
  }
  return all;
}

// One direction of the proxy: what was read and is still to be written, and whether the end was read.
class Direction {
public:
  Direction(int from, int to) : from_(from), to_(to) {}
  bool is_over() const { return over_; }
  bool has_data() const { return begin_ < end_; }
  // What to wait for: data while there is none to write, and room for it otherwise.
  int16_t wanted_from() const { return over_ || has_data() ? 0 : POLLIN; }
  int16_t wanted_to() const { return has_data() ? POLLOUT : 0; }
  void read() {
    const Result size = sys::read(from_, bytes_, sizeof(bytes_));
    begin_ = 0;
    end_ = size.value > 0 ? size.size() : 0;
    over_ = size.value <= 0;
    if (over_)
      setup::shutdown(to_, SHUT_WR);
  }
  void write() {
    const Result size = sys::write(to_, bytes_ + begin_, end_ - begin_);
    if (size.value != -EAGAIN)
      begin_ += setup::require_count("write", size, end_ - begin_);
  }

private:
  int from_, to_;
  uint8_t bytes_[16384];
  size_t begin_ = 0, end_ = 0;
  bool over_ = false;
};

// `full` is posted when nothing goes on until the client reads.
void be_proxy(int listener, const sockaddr_in &server_address, Semaphore<0> &full) {
  Fd client = setup::accept(listener), server = setup::socket(AF_INET, SOCK_STREAM);
  setup::connect(server, server_address);
  setup::set_option(client, SOL_SOCKET, SO_SNDBUF, buffer_size);
  setup::set_status_flags(client, O_NONBLOCK);
  setup::set_status_flags(server, O_NONBLOCK);
  Direction up(client, server), down(server, client);
  while (!up.is_over() || !down.is_over()) {
    pollfd ends[] = {{client, static_cast<int16_t>(up.wanted_from() | down.wanted_to()), 0},
                     {server, static_cast<int16_t>(down.wanted_from() | up.wanted_to()), 0}};
    if (sys::poll(ends, 2, 0).value == 0) {
      full.post(down.has_data());
      setup::require_count("poll", sys::poll(ends, 2, -1), 2);
    }
    if (up.wanted_from() && ends[0].revents & POLLIN)
      up.read();
    else if (up.wanted_to() && ends[1].revents & POLLOUT)
      up.write();
    if (down.wanted_from() && ends[1].revents & POLLIN)
      down.read();
    else if (down.wanted_to() && ends[0].revents & POLLOUT)
      down.write();
  }
}

void be_server(int listener, Received &request) {
  Fd connection = setup::accept(listener);
  request = receive_stream(connection, 1);
  send_stream(connection, answer_size, 2);
}

} // namespace

void test() {
  setup::Listener for_clients = setup::tcp_listener(), for_proxies = setup::tcp_listener();
  Received &request = setup::shared<Received>();
  auto &full = setup::shared<Semaphore<0>>();
  Child server = setup::fork([&] { be_server(for_proxies.socket, request); });
  Child proxy = setup::fork([&] { be_proxy(for_clients.socket, for_proxies.address, full); });
  Fd client = setup::socket(AF_INET, SOCK_STREAM);
  setup::set_option(client, SOL_SOCKET, SO_RCVBUF, buffer_size);
  setup::connect(client, for_clients.address);
  send_stream(client, request_size, 1);
  full.wait();
  const Received answer = receive_stream(client, 2);
  report("bytes of the request", request.bytes);
  report("that are wrong", request.wrong);
  report("its end", request.end);
  report("bytes of the answer", answer.bytes);
  report("that are wrong", answer.wrong);
  report("its end", answer.end);
  report("server", server.wait());
  report("proxy", proxy.wait());
}
