// A TCP connect that found the queue of the listener full goes on by itself, and the connection is made when another
// has been accepted.
// Covers: connect EINPROGRESS, full queue
#include "wali/test.h"

void test() {
  setup::Listener listener = setup::tcp_listener(0); // with room for one
  Fd first = setup::caller(listener);
  pollfd waiting = {listener.socket, POLLIN, 0};
  setup::require_value("poll", sys::poll(&waiting, 1, -1), 1);
  Fd second = setup::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
  report("connect", sys::connect(second, &listener.address, 16));
  pollfd made = {second, POLLOUT, 0};
  report("poll while the queue is full", sys::poll(&made, 1, 0));
  Fd accepted = setup::accept(listener.socket);
  report("poll when it is not", sys::poll(&made, 1, -1)); // the kernel tries again after a second
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(made.revents)});
  report("connect again", sys::connect(second, &listener.address, 16));
  report("write", sys::write(second, "x", 1));
  char byte;
  report("read", sys::read(setup::accept(listener.socket), &byte, 1));
}
