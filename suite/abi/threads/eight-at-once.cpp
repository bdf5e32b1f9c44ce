// Eight threads live at once beside the main thread, each with an id of its own.
// Covers: threads eight at once
#include "wali/test.h"

namespace {

constexpr int wanted = 8;

// What a thread is given: the oracle finds the end of its stack here.
struct Start {
  void *stack_end;
};

int arrived, go;

// On wasm32 it has the main thread's initial stack pointer, so it uses no stack.
void live(int, void *) {
  __atomic_fetch_add(&arrived, 1, __ATOMIC_ACQ_REL);
  while (__atomic_load_n(&go, __ATOMIC_ACQUIRE) == 0)
    sys::sched_yield();
  sys::exit(0);
}

} // namespace

void test() {
  int ids[wanted], spawned = 0, equal = 0;
  for (int &id : ids) {
    uint8_t *stack = setup::map(16384);
    auto *start = reinterpret_cast<Start *>(stack);
    start->stack_end = stack + 16384;
    id = start::wali_thread_spawn(live, start);
    spawned += id > 0;
  }
  while (__atomic_load_n(&arrived, __ATOMIC_ACQUIRE) < spawned)
    sys::sched_yield();
  for (int i = 0; i < wanted; ++i)
    for (int j = 0; j < i; ++j)
      equal += ids[i] == ids[j];
  report("threads that live", arrived);
  report("equal ids among those returned", equal);
  __atomic_store_n(&go, 1, __ATOMIC_RELEASE);
}
