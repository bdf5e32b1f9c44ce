// One epoll_pwait reports two ready descriptors, each with all 64 bits of its data, in 12 bytes an event. It does not
// report a third descriptor, which is not ready.
// Covers: epoll_pwait several events, 64-bit data, layout
#include "wali/test.h"

void test() {
  Fd epoll = setup::epoll();
  Pipe pipes[3] = {setup::pipe(), setup::pipe(), setup::pipe()};
  const uint64_t data[] = {0x1122334455667788, 0x99aabbccddeeff00, 0x123456789abcdef0};
  for (int i = 0; i < 3; ++i)
    setup::watch(epoll, pipes[i].read, EPOLLIN, data[i]);
  setup::write_all(pipes[0].write, "x");
  setup::write_all(pipes[1].write, "y");
  pipes[1].write.reset();
  Guarded<epoll_event[4]> events;
  report("epoll_pwait", sys::epoll_pwait(epoll, *&events, 4, 0, nullptr, 0));
  int second = (*events)[0].data == data[1];
  report("first pipe's", (*events)[second]);
  report("second pipe's", (*events)[1 - second]);
  report_poison("third and fourth place", *&events + 2, 2 * sizeof(epoll_event));
  report_walls("walls", events);
}
