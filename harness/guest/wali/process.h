// Children, threads and signals for programs. As in setup.h, a helper that
// fails ends the program with the verdict `blocked`.
#pragma once

#include "wali/setup.h"

namespace wali {

// A child process that runs one function and exits with what it returns.
// Reaped at the end of the owner's life at the latest (killed if still alive).
class Child {
public:
  explicit Child(int pid) : pid_(pid) {}
  Child(Child &&other) : pid_(other.pid_) { other.pid_ = 0; }
  Child &operator=(Child &&) = delete;
  ~Child();

  int pid() const { return pid_; }
  // Gives up ownership, for a program that waits itself.
  int release();
  // Waits for its end. A child that was blocked blocks its parent, by its own line.
  WaitStatus wait();
  void kill(int signo);

private:
  int pid_;
};

namespace setup {

// Forks: the child's id in the parent, 0 in the child, which must see to its own end.
int split();

// Forks; the child runs `body` and leaves with its result (0 for void). The child
// must not report, since the parent may do so at the same time: it hands results
// over by exit status, pipe or shared memory, or is run by in_child.
template <class Body> Child fork(Body body) {
  if (int pid = split(); pid != 0)
    return Child(pid);
  int status = 0;
  if constexpr (__is_same(decltype(body()), void))
    body();
  else
    status = body();
  leave(status);
}

// Runs `body` in a child and waits for its end. Here the child may report: nobody
// else prints meanwhile. Blocked unless the child leaves with status 0; what blocked
// the child is then the last line.
template <class Body> void in_child(Body body) {
  const WaitStatus status = fork(body).wait();
  if (status.value == blocked_status << 8)
    leave(blocked_status);
  if (status.value != 0)
    blocked("in_child", {status.value});
}

// Installs a handler, with a restorer. Flags as given; mask blocks during the handler.
// Where any signal will do, programs take SIGUSR2: some engines keep SIGUSR1 for
// themselves (WAMR, and JavaScriptCore on Linux, to interrupt their threads).
void on_signal(int signo, void (*handler)(int), uint64_t flags = 0, sigset mask = 0);
void on_siginfo(int signo, void (*handler)(int, siginfo *, void *), uint64_t flags = 0, sigset mask = 0);
// SIG_DFL or SIG_IGN.
void set_disposition(int signo, uintptr_t sentinel);
// A k_sigaction for rt_sigaction itself. It carries a restorer.
k_sigaction action(void (*handler)(int), uint64_t flags = 0, sigset mask = 0);
k_sigaction action(void (*handler)(int, siginfo *, void *), uint64_t flags = 0, sigset mask = 0);
k_sigaction action(uintptr_t sentinel, uint64_t flags = 0, sigset mask = 0);
// Sets the calling thread's signal mask; gives the old one.
sigset set_mask(sigset mask);
void block(int signo);
void unblock(int signo);
// What waits for the calling thread.
SignalSet pending_signals();

// A FIFO, by a host program: the calls have no mknod.
void make_fifo(const char *path);

} // namespace setup

// Sends `signo` to this process again and again, from a child, until it goes
// out of scope: for calls that a signal must interrupt, where one signal could
// come too early.
class Interrupter {
public:
  explicit Interrupter(int signo);
  ~Interrupter();

private:
  Child child_;
};

// Makes `call` while SIGUSR2 comes again and again to a handler with `flags`, and reports
// its result and the runs of the handler until then. By the tenth run the call must have
// been interrupted: `provide` gives it what it waits for.
template <class Provide, class Call> Result report_under_signals(Text name, uint64_t flags, Provide, Call call) {
  static int runs;
  static constexpr Provide provide{}; // captures nothing
  runs = 0;
  setup::on_signal(
      SIGUSR2,
      [](int) {
        if (++runs == 10)
          provide();
      },
      flags);
  Result result;
  int seen;
  {
    Interrupter interrupter(SIGUSR2);
    result = call();
    seen = runs;
  }
  const Line line = label(name, ", ", Flags{abi::sets::sigaction_flags, flags});
  report(line, result);
  report(label(line.text(), ": runs of the handler"), seen);
  return result;
}

// A thread that runs one function on a stack of its own.
class Thread {
public:
  using Function = void (*)(void *);
  // No signal reaches the thread before it is on its own stack: it is started
  // with all of them blocked, and then takes the creator's mask. `inherited`
  // leaves that out, for programs about the mask that a thread starts with, which
  // must then see to it that none comes.
  enum Mask { creators, inherited };
  Thread(Function function, void *argument = nullptr, Mask mask = creators);
  Thread(const Thread &) = delete;
  ~Thread() { join(); }

  // Its id, as gettid says there.
  int tid() const { return tid_; }
  // Waits until the function has returned.
  void join();

  struct Start; // what the new thread finds; process.cpp's own

private:
  Start *start_;
  int tid_;
};

namespace setup {

// Starts a thread that is never joined, and that may end by exit: its id.
int start_thread(Thread::Function function, void *argument = nullptr);

// How many threads and processes wait on a futex word. `flag` is 0 or FUTEX_PRIVATE_FLAG.
int waiters(int *word, int flag = 0);
// Waits until so many do.
void await_waiters(int *word, int count, int flag = 0);
// Waits until a thread of this process that is not joined has gone.
void await_exit(int tid);

// Waits until what `call` says is `good`, looking every millisecond. The program is
// blocked at the call once it says an error, or when ten seconds did not suffice.
template <class Call, class Good> void await(Text name, Call call, Good good) {
  Result result = call();
  for (int tries = 0; !good(result); ++tries) {
    if (result.value < 0 || tries == 10000)
      blocked(name, result);
    sleep_ms(1);
    result = call();
  }
}

} // namespace setup

// A word that threads (and, in shared memory, processes) wait on.
class Event {
public:
  // Sets it and wakes all that wait.
  void set();
  // Waits until it is set.
  void wait();
  bool is_set() const { return __atomic_load_n(&word_, __ATOMIC_ACQUIRE) != 0; }
  // Its word, for a futex call of one's own.
  int *word() { return &word_; }

private:
  int word_ = 0;
};

} // namespace wali
