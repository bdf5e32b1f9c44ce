// poll with a timeout of -1 waits until something happens. It ignores entries with a negative descriptor.
// Covers: poll timeout -1, negative descriptor
#include "wali/test.h"

void test() {
  Pipe pipe = setup::pipe();
  Child writer = setup::fork([&] {
    setup::sleep_ms(30);
    setup::write_all(pipe.write, "x");
  });
  pollfd fds[2] = {{-1, POLLIN, 7}, {pipe.read, POLLIN, 0}};
  report("poll", sys::poll(fds, 2, -1));
  report("passed over", fds[0]);
  report("ready", Flags{abi::sets::poll_events, static_cast<uint16_t>(fds[1].revents)});
  report("writer", writer.wait());
}
