// A new thread's mutable globals have their initial values, whatever the spawner's are, and change
// separately. Function, id and argument arrive as given.
// Covers: threads globals, argument, id
// Oracle: ABI.md, Start, end, arguments, environment
#include "wali/test.h"

namespace {

#ifdef __wasm32__

__asm__(".globaltype own_global, i32\n"
        "own_global:\n");

int own_global() {
  int value;
  __asm__ volatile("global.get own_global\n\tlocal.set %0" : "=r"(value));
  return value;
}
void set_own_global(int value) { __asm__ volatile("local.get %0\n\tglobal.set own_global" : : "r"(value)); }

uintptr_t stack_pointer() {
  uintptr_t value;
  __asm__ volatile("global.get __stack_pointer\n\tlocal.set %0" : "=r"(value));
  return value;
}

int tid, global, done;
uint32_t argument;
uintptr_t stack;

// It has the main thread's initial stack pointer, so it uses no stack.
void look(int id, void *pointer) {
  tid = id;
  argument = reinterpret_cast<uintptr_t>(pointer);
  global = own_global();
  stack = stack_pointer();
  set_own_global(99);
  __atomic_store_n(&done, 1, __ATOMIC_RELEASE);
}

void spawn(uint32_t value) {
  done = 0;
  int spawned = start::wali_thread_spawn(look, reinterpret_cast<void *>(value));
  while (!__atomic_load_n(&done, __ATOMIC_ACQUIRE))
    sys::sched_yield();
  report("__wasm_thread_spawn", spawned);
  report("id in the thread", tid);
  report("argument", Hex{argument});
  report("global in the thread", global);
  report("the thread's stack pointer, compared with the spawner's", compared(stack, stack_pointer()));
  report("global here", own_global());
}

#else
void spawn(uint32_t) {}
void set_own_global(int) {}
#endif

} // namespace

void test() {
  set_own_global(7);
  spawn(0);
  spawn(0xdeadbeef);
}
