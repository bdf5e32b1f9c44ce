// Starting and ending guest threads.
#include <errno.h>
#include <linux/futex.h>

#include "runners/host/mutants/faults.h"
#include "runners/host/mutants/hooks.h"
#include "runners/host/running/process.h"

namespace wali::host {
namespace {

void futex_wake(std::atomic<int32_t> *word) {
  raw_syscall(SYS_futex, raw_pointer(word), FUTEX_WAKE_PRIVATE, 1);
}

} // namespace

// What a new thread needs until it runs guest code. It lives on the spawner's
// stack: the spawner waits for its answer.
class Process::ThreadStart {
public:
  ThreadStart(Thread &thread, uint32_t function, uint32_t argument, SignalSet mask)
      : thread(thread), function(function), argument(argument), mask(mask) {}

  // Creates the host thread. Returns 0 or -errno. All signals must be blocked.
  int create(size_t stack_bytes) {
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, stack_bytes);
    pthread_t handle;
    const int error = pthread_create(&handle, &attributes, run, this);
    pthread_attr_destroy(&attributes);
    return -error;
  }

  // Waits until the thread is ready to run guest code, and returns its id. If it cannot run,
  // returns -errno.
  int32_t wait() {
    while (answer.load() == no_answer)
      raw_syscall(SYS_futex, raw_pointer(&answer), FUTEX_WAIT_PRIVATE, no_answer);
    return answer.load();
  }

private:
  static constexpr int32_t no_answer = 0;

  static void *run(void *raw_start) {
    auto &start = *static_cast<ThreadStart *>(raw_start);
    Thread &thread = start.thread;
    thread.begin();
    const int32_t result = start.prepare();
    const uint32_t arguments[] = {static_cast<uint32_t>(told_id(thread)), start.argument};
    const uint32_t function = start.function;
    const SignalSet mask = start.mask;
    if (result > 0)
      thread.process().live_threads.fetch_add(1);
    start.tell(result); // `start` may be gone after this
    if (result > 0)
      run_guest(thread, function, arguments, mask);
    finish(thread);
    return nullptr;
  }

  int32_t prepare() {
    const Outcome outcome = thread.instantiate();
    if (outcome == Outcome::trapped)
      thread.process().die(thread.engine().trap());
    if (outcome != Outcome::returned)
      return -EAGAIN;
    return thread.engine().can_call(function, 2) ? told_id(thread) : -EINVAL;
  }

  // The thread id that the new thread and its spawner are told.
  static int32_t told_id(const Thread &thread) {
    constexpr int32_t own_numbers = 0x10000000; // the kernel's are below 2^22
    return has_fault(Fault::thread_id_not_the_kernels) ? thread.id() | own_numbers : thread.id();
  }

  void tell(int32_t result) {
    std::atomic<int32_t> *word = &answer;
    word->store(result);
    futex_wake(word); // whatever lies there by now: waking nobody harms nobody
  }

  static void run_guest(Thread &thread, uint32_t function, std::span<const uint32_t> arguments,
                        SignalSet mask) {
    for (void (*change)(Thread &) : faults::in_new_thread)
      change(thread);
    set_signal_mask(mask);
    if (has_hooks() && !passes_hooks(thread))
      return;
    const Outcome outcome = thread.engine().call_table(function, arguments);
    if (outcome == Outcome::trapped)
      thread.process().die(thread.engine().trap());
    if (outcome == Outcome::returned) {
      thread.become_quiet();
      thread.process().exit_thread(thread, 0);
      thread.become_busy();
    }
  }

  // Delivers signals as in a call of the guest. Returns false if the thread is ending.
  static bool passes_hooks(Thread &thread) {
    thread.enter_host();
    run_hooks(Moment::thread_start, thread);
    return thread.leave_host();
  }

  // The guest learns of the end last, when nothing else of the thread is left.
  static void finish(Thread &thread) {
    Process &process = thread.process();
    thread.finish();
    process.remove(thread);
    process.release_joiner(thread);
    delete &thread;
  }

  Thread &thread;
  uint32_t function, argument;
  SignalSet mask;
  std::atomic<int32_t> answer = no_answer;
};

int64_t Process::expect_threads() {
  if (lane.is_open() && multi_threaded)
    return 0;
  const int64_t error = thread_count() <= 1 ? lane.open() : -EMFILE;
  // A thread starts even if no descriptor is left. Then no thread can open a file, until a
  // guest that is down to one thread starts another while there is room.
  if (error < 0 && error != -EMFILE)
    return -EAGAIN;
  multi_threaded = true;
  return 0;
}

void Process::expect_lower_limit() {
  if (!multi_threaded)
    lane.open(); // above the limit that is still in force
}

int32_t Process::spawn(Thread &parent, uint32_t function, uint32_t argument) {
  if (has_fault(Fault::thread_limit_of_four)) {
    constexpr size_t most = 4;
    Busy busy(parent);
    if (thread_count() >= most)
      return -EAGAIN;
  }
  {
    Busy busy(parent);
    if (const int64_t error = expect_threads(); error < 0)
      return static_cast<int32_t>(error);
  }
  // The new thread must not get a signal before it can note one. If the parent has noted a
  // signal already, all signals are blocked anyway.
  SignalSet before;
  set_signal_mask(kernel_mask(all_signals), &before);
  SignalSet guest_mask = parent.signals.guest_mask(before);
  if (has_fault(Fault::thread_mask_not_inherited))
    guest_mask = 0;
  auto *thread = new Thread(*this);
  thread->signals.inherit(parent.signals);
  ThreadStart start(*thread, function, argument, guest_mask);
  int32_t result;
  {
    Busy busy(parent);
    add(*thread);
    result = start.create(options.thread_stack_bytes);
    if (result < 0) {
      remove(*thread);
      delete thread;
    }
  }
  if (result == 0)
    result = start.wait();
  set_signal_mask(before);
  return result;
}

// The kernel clears the word that glibc named. The host clears the guest's word
// (set_tid_address(2)).
void Process::release_joiner(const Thread &thread) {
  const GuestAddress word = thread.tid_address();
  if (word == 0)
    return;
  const bool is_cleared = has_fault(Fault::tid_word_not_cleared) || memory.write(word, uint32_t{0});
  if (is_cleared && !has_fault(Fault::joiner_not_woken))
    memory.wake_one(word);
}

} // namespace wali::host
