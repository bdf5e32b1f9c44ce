#include "wali/process.h"

namespace wali {

// --- Children ---

WaitStatus Child::wait() {
  int status = 0;
  Result result;
  do
    result = sys::wait4(pid_, &status, 0, nullptr);
  while (result.value == -EINTR);
  setup::require("wait4", result);
  pid_ = 0;
  return {status};
}

int Child::release() {
  int pid = pid_;
  pid_ = 0;
  return pid;
}

void Child::kill(int signo) { setup::require("kill", sys::kill(pid_, signo)); }

Child::~Child() {
  if (pid_ == 0)
    return;
  sys::kill(pid_, SIGKILL);
  wait();
}

// --- Signals ---

namespace native {
#ifndef __wasm32__
// rt_sigreturn, which x86-64 Linux has no way to do itself (start.S).
extern "C" void wali_restore_rt();
#endif
} // namespace native

namespace setup {
namespace {

// A k_sigaction with what the kernel needs beside the caller's wishes.
k_sigaction make_action(uintptr_t handler, uint64_t flags, sigset mask) {
  k_sigaction action = {};
  action.handler = handler;
  action.flags = flags;
  action.mask = mask;
#ifndef __wasm32__
  action.flags |= SA_RESTORER;
  action.restorer = reinterpret_cast<void *>(native::wali_restore_rt);
#endif
  return action;
}

void install(int signo, const k_sigaction &action) {
  require("rt_sigaction", sys::rt_sigaction(signo, &action, nullptr, sizeof(sigset)));
}

sigset change_mask(int how, sigset change) {
  sigset old = 0;
  require("rt_sigprocmask", sys::rt_sigprocmask(how, &change, &old, sizeof(sigset)));
  return old;
}

} // namespace

k_sigaction action(void (*handler)(int), uint64_t flags, sigset mask) {
  return make_action(reinterpret_cast<uintptr_t>(handler), flags, mask);
}
k_sigaction action(void (*handler)(int, siginfo *, void *), uint64_t flags, sigset mask) {
  return make_action(reinterpret_cast<uintptr_t>(handler), flags | SA_SIGINFO, mask);
}
k_sigaction action(uintptr_t sentinel, uint64_t flags, sigset mask) { return make_action(sentinel, flags, mask); }

void on_signal(int signo, void (*handler)(int), uint64_t flags, sigset mask) {
  install(signo, action(handler, flags, mask));
}
void on_siginfo(int signo, void (*handler)(int, siginfo *, void *), uint64_t flags, sigset mask) {
  install(signo, action(handler, flags, mask));
}
void set_disposition(int signo, uintptr_t sentinel) { install(signo, action(sentinel)); }

sigset set_mask(sigset mask) { return change_mask(SIG_SETMASK, mask); }
void block(int signo) { change_mask(SIG_BLOCK, signal_bit(signo)); }
void unblock(int signo) { change_mask(SIG_UNBLOCK, signal_bit(signo)); }

SignalSet pending_signals() {
  sigset set = 0;
  require("rt_sigpending", sys::rt_sigpending(&set, sizeof(set)));
  return {set};
}

void make_fifo(const char *path) {
  Child child = fork([&] {
    const char *const argv[] = {"mkfifo", path, nullptr};
    const char *const envp[] = {"PATH=/bin:/usr/bin", nullptr};
    sys::execve("/bin/mkfifo", argv, envp);
    sys::execve("/usr/bin/mkfifo", argv, envp);
    return 127;
  });
  require("mkfifo", {child.wait().value ? -ENOENT : 0});
}

} // namespace setup

// Between two signals lie two milliseconds: long enough for the program to get
// on, short enough not to be waited for.
Interrupter::Interrupter(int signo)
    : child_([signo] {
        int parent = sys::getpid().pid();
        return setup::fork([=] {
          while (sys::kill(parent, signo).ok() && sys::getppid().value == parent)
            setup::sleep_ms(2);
        });
      }()) {}

Interrupter::~Interrupter() {
  child_.kill(SIGKILL);
  child_.wait();
}

// --- Threads ---

void Event::set() {
  __atomic_store_n(&word_, 1, __ATOMIC_RELEASE);
  setup::require("futex", sys::futex(&word_, FUTEX_WAKE, 0x7fffffff, nullptr, nullptr, 0));
}

void Event::wait() {
  while (!is_set()) {
    Result result = sys::futex(&word_, FUTEX_WAIT, 0, nullptr, nullptr, 0);
    if (!result.ok() && result.value != -EAGAIN && result.value != -EINTR)
      blocked("futex", result);
  }
}

// What the new thread finds: its stack's end lies at this structure.
struct Thread::Start {
  void *stack_top; // first: thread_start.S and start.S read it
  Function function;
  void *argument;
  Mask mask_kind;
  sigset mask; // the creator's
  Event done;
};

extern "C" {
// The thread's entry, which switches to the stack of `start` and calls
// wali_thread_main (thread_start.S; natively start.S makes the thread too).
void wali_thread_start(int tid, void *start);

void wali_thread_main(int, void *pointer) {
  auto *start = static_cast<Thread::Start *>(pointer);
  if (start->mask_kind == Thread::creators)
    setup::set_mask(start->mask);
  start->function(start->argument);
  start->done.set();
}
}

namespace {
constexpr size_t stack_size = 64 * 1024;
}

Thread::Thread(Function function, void *argument, Mask mask) {
  uint8_t *stack = setup::map(stack_size);
  start_ = reinterpret_cast<Start *>(stack);
  *start_ = {stack + stack_size, function, argument, mask, 0, {}};
  if (mask == creators)
    start_->mask = setup::set_mask(~sigset{0});
  tid_ = start::wali_thread_spawn(wali_thread_start, start_);
  if (mask == creators)
    setup::set_mask(start_->mask);
  if (tid_ < 0)
    blocked("__wasm_thread_spawn", {tid_});
}

// The stack stays mapped: the thread may still be on its way out of it.
void Thread::join() {
  if (start_)
    start_->done.wait();
  start_ = nullptr;
}

int setup::waiters(int *word) {
  // All are moved from the word to itself: the call counts them.
  return static_cast<int>(sys::futex(word, FUTEX_REQUEUE, 0, reinterpret_cast<void *>(1000), word, 0).value);
}

int setup::start_thread(Thread::Function function, void *argument) {
  union Unjoined {
    Thread thread;
    ~Unjoined() {}
  } unjoined = {{function, argument}};
  return unjoined.thread.tid();
}

} // namespace wali
