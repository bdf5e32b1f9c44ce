// A wait for one end of a pipe while another thread does something with the other end.
#pragma once

#include "wali/test.h"

namespace wali {

// Reports the result of `call`, which waits for an end of `pipe`. Another thread ends the wait: after a moment it runs
// `act` on the pipe.
template <class Act, class Call> void report_ended_wait(const Name &name, Pipe &pipe, Act, Call call) {
  static constexpr Act act{}; // captures nothing
  Result result;
  {
    Thread other(
        [](void *pointer) {
          setup::sleep_ms(20); // until the call waits, most likely
          act(*static_cast<Pipe *>(pointer));
        },
        &pipe);
    result = call();
  }
  report(name, result);
}

inline constexpr auto write_byte = [](Pipe &pipe) { setup::write_all(pipe.write, "x"); };
inline constexpr auto make_room = [](Pipe &pipe) { setup::drain(pipe.read); };
inline constexpr auto close_writer = [](Pipe &pipe) { pipe.write.reset(); };
inline constexpr auto close_reader = [](Pipe &pipe) { pipe.read.reset(); };

// A pipe without room.
inline Pipe full_pipe() {
  Pipe pipe = setup::pipe(O_NONBLOCK);
  setup::fill(pipe.write);
  return pipe;
}

} // namespace wali
