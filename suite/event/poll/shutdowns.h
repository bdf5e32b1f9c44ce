// A wait of poll that a shutdown ends.
#pragma once

#include "wali/test.h"

namespace wali {

// Waits with poll for `events` of a socket while a child shuts `shut`, and reports what it tells.
inline void report_woken(const Name &name, int socket, int16_t events, int shut, int how) {
  Event &begun = setup::shared<Event>();
  Child shutter = setup::fork([&] {
    begun.wait();
    setup::sleep_ms(20); // by now poll most likely waits; it tells the same if not
    setup::require_zero("shutdown", sys::shutdown(shut, how));
  });
  pollfd entry = {socket, events, 0};
  begun.set();
  report(label("poll, ", name.text), sys::poll(&entry, 1, -1));
  report("revents", Flags{abi::sets::poll_events, static_cast<uint16_t>(entry.revents)});
  report("shutdown", shutter.wait());
}

} // namespace wali
