// A proxy copies both ways between a client and a server. It passes the end of either direction on while the other
// goes on: the server has the whole request, and its end, before it answers with more than the buffers hold.
// Covers: network shutdown SHUT_WR, poll, sockets that are full
#include "wali/test.h"

namespace {

constexpr size_t request_size = 300000, answer_size = 2000000;

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
  setup::require_zero("shutdown", sys::shutdown(socket, SHUT_WR));
}

struct Received {
  size_t bytes, wrong;
};

// Receives a stream up to its end.
Received receive_stream(int socket, uint32_t stream) {
  Received all = {};
  uint8_t bytes[4096];
  while (const size_t size = setup::require_count("read", sys::read(socket, bytes, sizeof(bytes)), sizeof(bytes))) {
    for (size_t i = 0; i < size; ++i)
      all.wrong += bytes[i] != byte_at(all.bytes + i, stream);
    all.bytes += size;
  }
  return all;
}

// One direction of the proxy: what was read and is still to be written, and whether the end was read.
class Direction {
public:
  Direction(int from, int to) : from_(from), to_(to) {}
  bool is_over() const { return over_; }
  // What to wait for: data while there is none to write, and room for it otherwise.
  int16_t wanted_from() const { return !over_ && begin_ == end_ ? POLLIN : 0; }
  int16_t wanted_to() const { return begin_ < end_ ? POLLOUT : 0; }
  void read() {
    begin_ = 0;
    end_ = setup::require_count("read", sys::read(from_, bytes_, sizeof(bytes_)), sizeof(bytes_));
    if (end_ > 0)
      return;
    over_ = true;
    setup::require_zero("shutdown", sys::shutdown(to_, SHUT_WR));
  }
  void write() {
    begin_ += setup::require_count("write", sys::write(to_, bytes_ + begin_, end_ - begin_), end_ - begin_);
  }

private:
  int from_, to_;
  uint8_t bytes_[16384];
  size_t begin_ = 0, end_ = 0;
  bool over_ = false;
};

void be_proxy(int listener, const sockaddr_in &server_address) {
  Fd client = setup::accept(listener), server = setup::socket(AF_INET, SOCK_STREAM);
  setup::connect(server, server_address);
  setup::set_status_flags(client, O_NONBLOCK);
  setup::set_status_flags(server, O_NONBLOCK);
  Direction up(client, server), down(server, client);
  while (!up.is_over() || !down.is_over()) {
    pollfd ends[] = {{client, static_cast<int16_t>(up.wanted_from() | down.wanted_to()), 0},
                     {server, static_cast<int16_t>(down.wanted_from() | up.wanted_to()), 0}};
    setup::require_count("poll", sys::poll(ends, 2, -1), 2);
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
  Child server = setup::fork([&] { be_server(for_proxies.socket, request); });
  Child proxy = setup::fork([&] { be_proxy(for_clients.socket, for_proxies.address); });
  Fd client = setup::caller(for_clients);
  send_stream(client, request_size, 1);
  const Received answer = receive_stream(client, 2);
  report("bytes of the request", request.bytes);
  report("that are wrong", request.wrong);
  report("bytes of the answer", answer.bytes);
  report("that are wrong", answer.wrong);
  report("server", server.wait());
  report("proxy", proxy.wait());
}
