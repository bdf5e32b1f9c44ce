#include "wali/process.h"

namespace wali {

// --- Children ---

WaitStatus Child::wait() {
  constexpr int unwritten = -1;
  int status = unwritten;
  const Result result = uninterrupted([&] { return sys::wait4(pid_, &status, 0, nullptr); });
  if (result.value != pid_ || status == unwritten)
    blocked("wait4", result);
  pid_ = 0;
  // The child has said why, in what is to stay the last line.
  if (status == blocked_status << 8)
    leave(blocked_status);
  return {status};
}

int Child::release() {
  int pid = pid_;
  pid_ = 0;
  return pid;
}

void Child::kill(int signo) { setup::require_zero("kill", sys::kill(pid_, signo)); }

Child::~Child() {
  if (pid_ == 0)
    return;
  sys::kill(pid_, SIGKILL);
  wait();
}

int setup::split() {
  const Result self = sys::getpid(), parent = sys::getppid();
  const Result pid = sys::fork();
  if (pid.value != 0)
    return require_pid("fork", pid);
  // A call that returns 0 and makes no child: this is still the process that made it.
  if (sys::getpid().value == self.value && sys::getppid().value == parent.value)
    blocked("fork", pid);
  return 0;
}

// --- Signals ---

// Natively rt_sigreturn, which x86-64 Linux has no way to do itself (start.S). A guest
// gives a restorer because every libc does: engines that do not take the handler
// otherwise are wrong, but in one way, and abi/signals says so.
#ifdef __wasm32__
static void wali_restore_rt() {}
#else
extern "C" void wali_restore_rt();
#endif

namespace setup {
namespace {

// A k_sigaction with a restorer beside the caller's wishes.
k_sigaction make_action(uintptr_t handler, uint64_t flags, sigset mask) {
  k_sigaction action = {};
  action.handler = handler;
  action.flags = flags;
  action.mask = mask;
  action.flags |= SA_RESTORER;
  action.restorer = reinterpret_cast<void *>(wali_restore_rt);
  return action;
}

void install(int signo, const k_sigaction &action) {
  require_zero("rt_sigaction", sys::rt_sigaction(signo, &action, nullptr, sizeof(sigset)));
}

sigset change_mask(int how, sigset change) {
  sigset old = 0;
  require_zero("rt_sigprocmask", sys::rt_sigprocmask(how, &change, &old, sizeof(sigset)));
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
  require_zero("rt_sigpending", sys::rt_sigpending(&set, sizeof(set)));
  return {set};
}

void make_fifo(const char *path) {
  Child child = fork([&] {
    const char *const argv[] = {"mkfifo", path, nullptr};
    const char *const envp[] = {"PATH=/bin:/usr/bin", nullptr};
    sys::execve("/bin/mkfifo", argv, envp);
    blocked("execve \"/usr/bin/mkfifo\"", sys::execve("/usr/bin/mkfifo", argv, envp));
  });
  require_zero("status of mkfifo", {child.wait().value});
}

} // namespace setup

// Between two signals lie two milliseconds: long enough for the program to get
// on, short enough not to be waited for.
Interrupter::Interrupter(int signo)
    : child_([signo] {
        int parent = setup::require_pid("getpid", sys::getpid());
        return setup::fork([=] {
          Result sent;
          while ((sent = sys::kill(parent, signo)).value == 0 && sys::getppid().value == parent)
            setup::sleep_ms(2);
          if (sent.value != -ESRCH) // the parent's end is no failure
            setup::require_zero("kill", sent);
        });
      }()) {}

Interrupter::~Interrupter() {
  child_.kill(SIGKILL);
  child_.wait();
}

// --- Threads ---

void Event::set() {
  __atomic_store_n(&word_, 1, __ATOMIC_RELEASE);
  // Whatever comes of it: who waits looks by himself from time to time.
  sys::futex(&word_, FUTEX_WAKE, 0x7fffffff, nullptr, nullptr, 0);
}

void Event::wait() {
  const timespec step = {0, 50 * 1000 * 1000};
  while (!is_set()) {
    Result result = sys::futex(&word_, FUTEX_WAIT, 0, &step, nullptr, 0);
    if (result.value != 0 && result.value != -EAGAIN && result.value != -EINTR)
      setup::sleep_ms(1);
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
  uint8_t *stack = setup::allocate(stack_size);
  start_ = reinterpret_cast<Start *>(stack);
  *start_ = {stack + stack_size, function, argument, mask, 0, {}};
  if (mask == creators)
    start_->mask = setup::set_mask(~sigset{0});
  tid_ = start::wali_thread_spawn(wali_thread_start, start_);
  if (mask == creators)
    setup::set_mask(start_->mask);
  setup::require_pid("__wasm_thread_spawn", {tid_});
}

// The stack stays mapped: the thread may still be on its way out of it.
void Thread::join() {
  if (start_)
    start_->done.wait();
  start_ = nullptr;
}

int setup::waiters(int *word, int flag) {
  // All are moved from the word to itself: the call counts them.
  constexpr int most = 1000;
  return static_cast<int>(require_count(
      "futex FUTEX_REQUEUE", sys::futex(word, FUTEX_REQUEUE | flag, 0, reinterpret_cast<void *>(most), word, 0), most));
}

void setup::await_waiters(int *word, int count, int flag) {
  await(
      "futex FUTEX_REQUEUE", [=] { return Result{waiters(word, flag)}; },
      [=](Result now) { return now.value == count; });
}

void setup::await_exit(int tid) {
  const auto is_gone = [=] {
    Result found = sys::tkill(tid, 0);
    if (found.value != 0 && found.value != -ESRCH)
      blocked("tkill", found);
    return found;
  };
  await("tkill", is_gone, [](Result now) { return now.value == -ESRCH; });
}

int setup::start_thread(Thread::Function function, void *argument) {
  union Unjoined {
    Thread thread;
    ~Unjoined() {}
  } unjoined = {{function, argument}};
  return unjoined.thread.tid();
}

} // namespace wali
