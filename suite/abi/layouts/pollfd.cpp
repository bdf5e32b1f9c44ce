// An array of pollfd has 8 bytes for each: the descriptor at 0, the events at 4 and the results at
// 6.
// Covers: layouts pollfd
// Covers: poll layout
// Covers: ppoll layout
#include "suite/abi/layouts/raw.h"

void test() {
  Pipe pipe = setup::pipe();
  layouts::Raw<16> entries;
  entries.put<int32_t>(0, pipe.read).put<int16_t>(4, POLLIN).put<int32_t>(8, pipe.write).put<int16_t>(12, POLLOUT);
  report("poll", sys::poll(entries, 2, 0));
  report("events", entries.get<int16_t>(4));
  report("results", entries.get<int16_t>(6));
  report("events", entries.get<int16_t>(12));
  report("results", entries.get<int16_t>(14));
  setup::write_all(pipe.write, "x");
  entries.put<int16_t>(6, -1);
  report("ppoll", sys::ppoll(entries, 1, nullptr, nullptr, 8));
  report("results", entries.get<int16_t>(6));
  report("of the second, which is left out", entries.get<int16_t>(14));
  entries.report_walls();
}
