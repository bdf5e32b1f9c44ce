// TCP_WINDOW_CLAMP of a listener limits the window that it advertises to the other end of a connection.
// Covers: setsockopt TCP_WINDOW_CLAMP
#include "suite/network/options.h"

namespace {

// The window that a new connection is told: tcpi_snd_wnd of linux/tcp.h, since Linux 5.4.
uint32_t window(const setup::Listener &listener) {
  struct Info {
    uint32_t before[57], window;
  };
  return told<Info>(setup::caller(listener), SOL_TCP, TCP_INFO).window;
}

} // namespace

void test() {
  setup::Listener listener = setup::tcp_listener();
  report("window without it, compared with 5000", compared(window(listener), 5000u));
  const int clamp = 5000;
  report("TCP_WINDOW_CLAMP", sys::setsockopt(listener.socket, SOL_TCP, TCP_WINDOW_CLAMP, &clamp, sizeof(clamp)));
  const uint32_t told = window(listener);
  report("window with it, compared with 0", compared(told, 0u));
  report("window with it, compared with 5001", compared(told, 5001u));
}
