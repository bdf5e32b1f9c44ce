// Each exit ends one thread. When the last thread has ended, the process ends with that thread's
// status, whichever thread it was.
// Covers: threads exit
// Covers: exit status of the last thread
#include "wali/test.h"

namespace {

// The main thread, and two others. A thread's word is cleared when it has gone.
int words[3];
int order[3];

// Thread `own` exits when all that come before it have gone.
void exit_in_turn(int own) {
  sys::set_tid_address(&words[own]);
  for (int before : order) {
    if (before == own)
      break;
    while (__atomic_load_n(&words[before], __ATOMIC_ACQUIRE) != 0)
      sys::sched_yield();
  }
  sys::exit((own + 1) * 11);
}

void second(void *) { exit_in_turn(1); }
void third(void *) { exit_in_turn(2); }

} // namespace

void test() {
  const int orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
  for (const auto &wanted : orders) {
    Child child = setup::fork([&] {
      for (int i = 0; i < 3; ++i) {
        words[i] = 1;
        order[i] = wanted[i];
      }
      Thread one(second), other(third);
      exit_in_turn(0);
    });
    report(label("exits ", wanted[0], wanted[1], wanted[2]), child.wait());
  }
}
