// Three hundred threads live at the same time, each with an id of its own.
// Covers: threads hundreds
#include "wali/test.h"

namespace {

// Starts a thread that is not joined: the last one to finish says so.
void start_thread(Thread::Function function, void *argument) {
  union Unjoined {
    Thread thread;
    ~Unjoined() {}
  } unjoined = {{function, argument}};
}

constexpr int count = 300;
int tids[count], started, finished;
Event all_started, all_finished;

void take_part(void *pointer) {
  *static_cast<int *>(pointer) = sys::gettid().pid();
  if (__atomic_add_fetch(&started, 1, __ATOMIC_ACQ_REL) == count)
    all_started.set();
  all_started.wait();
  if (__atomic_add_fetch(&finished, 1, __ATOMIC_ACQ_REL) == count)
    all_finished.set();
}

} // namespace

void test() {
  for (int &tid : tids)
    start_thread(take_part, &tid);
  all_finished.wait();
  int twice = 0;
  for (int i = 0; i < count; ++i)
    for (int j = 0; j < i; ++j)
      twice += tids[i] == tids[j];
  report("threads started", started);
  report("threads finished", finished);
  report("ids seen twice", twice);
}
