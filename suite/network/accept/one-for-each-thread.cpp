// Several threads that wait in accept get one connection each, and none gets two.
// Covers: accept threads
#include "wali/test.h"

namespace {

constexpr int count = 4;
int listener;
int served[count];

// Takes one connection, and notes which client's it is.
void serve(void *) {
  const int socket = setup::require_fd("accept", sys::accept(listener, nullptr, nullptr));
  uint8_t client = count;
  setup::require_value("read", sys::read(socket, &client, 1), 1);
  __atomic_add_fetch(&served[client % count], 1, __ATOMIC_SEQ_CST);
}

} // namespace

void test() {
  setup::Listener listening = setup::tcp_listener();
  listener = listening.socket;
  Fd clients[count];
  {
    Thread first(serve), second(serve), third(serve), fourth(serve);
    for (uint8_t i = 0; i < count; ++i) {
      clients[i] = setup::caller(listening);
      setup::write_all(clients[i], {&i, 1});
    }
  }
  for (int i = 0; i < count; ++i)
    report(label("threads that got client ", i), served[i]);
  setup::set_status_flags(listener, O_NONBLOCK);
  report("accept of more", sys::accept(listener, nullptr, nullptr));
}
