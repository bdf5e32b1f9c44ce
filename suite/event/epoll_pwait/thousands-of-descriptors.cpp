// An instance watches 3000 descriptors, 500 of which are ready. Calls with room for 128 events report all 500 in
// turn, and no other.
// Covers: epoll_pwait maxevents, many descriptors
// REQUIRES: open-files-4k
#include "wali/test.h"

namespace {

constexpr int watched = 3000, ready = 500, room = 128;
int times_told[watched];

} // namespace

void test() {
  setup::limit(RLIMIT_NOFILE, 4096);
  Fd epoll = setup::epoll(), idle = setup::eventfd(0), counter = setup::eventfd(1);
  for (int i = 0; i < watched; ++i)
    setup::watch(epoll, setup::duplicate(i % (watched / ready) == 0 ? counter : idle).release(), EPOLLIN,
                 static_cast<uint64_t>(i));
  for (int calls = 0; calls < 4; ++calls) {
    epoll_event events[room];
    const Result told = sys::epoll_pwait(epoll, events, room, 0, nullptr, 8);
    report("epoll_pwait", told);
    for (int i = 0; i < told.value; ++i)
      ++times_told[events[i].data % watched];
  }
  int those_ready = 0, others = 0;
  for (int i = 0; i < watched; ++i)
    (i % (watched / ready) == 0 ? those_ready : others) += times_told[i] != 0;
  report("told of those that are ready", those_ready);
  report("told of others", others);
}
