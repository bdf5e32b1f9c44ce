// Starting and ending guest threads.
#include <errno.h>
#include <linux/futex.h>

#include "runners/host/mutants/faults.h"
#include "runners/host/running/process.h"

namespace wali::host {
namespace {

void futex_wake(std::atomic<int32_t> *word) {
  raw_syscall(SYS_futex, raw_pointer(word), FUTEX_WAKE_PRIVATE, 1);
}

} // namespace

// What a new thread needs until it runs guest code. It lives on the spawner's
// stack: the spawner waits for its answer.
class ThreadStart {
public:
  ThreadStart(Thread &thread, uint32_t function, uint32_t argument, SignalSet mask)
      : thread(thread), function(function), argument(argument), mask(mask) {}

  // Creates the host thread. 0 or -errno. All signals must be blocked.
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

  // Waits until the thread is ready to run guest code, and returns its tid, or
  // until it is known that it cannot: -errno.
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
    Thread::current_thread = &thread;
    thread.tid = static_cast<int>(raw_syscall(SYS_gettid));
    const int32_t result = start.prepare();
    const uint32_t arguments[] = {static_cast<uint32_t>(told_id(thread)), start.argument};
    const uint32_t function = start.function;
    const SignalSet mask = start.mask;
    if (result > 0)
      thread.owner.live_threads.fetch_add(1);
    start.tell(result); // `start` may be gone after this
    if (result > 0)
      run_guest(thread, function, arguments, mask);
    finish(thread);
    return nullptr;
  }

  int32_t prepare() {
    thread.engine = thread.owner.engine.make_thread(thread);
    const Outcome outcome = thread.engine->instantiate();
    if (outcome == Outcome::trapped)
      thread.owner.die(thread.engine->trap());
    if (outcome != Outcome::returned)
      return -EAGAIN;
    return thread.engine->can_call(function, 2) ? told_id(thread) : -EINVAL;
  }

  // What the new thread and its spawner are told that it is called.
  static int32_t told_id(const Thread &thread) {
    constexpr int32_t own_numbers = 0x10000000; // the kernel's are below 2^22
    return has_fault(Fault::thread_id_not_the_kernels) ? thread.tid | own_numbers : thread.tid;
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
    const Outcome outcome = thread.engine->call_table(function, arguments);
    if (outcome == Outcome::trapped)
      thread.owner.die(thread.engine->trap());
    if (outcome == Outcome::returned) {
      thread.leave_guest();
      thread.owner.exit_thread(thread, 0);
      thread.become_busy();
    }
  }

  // The guest is told last, when nothing of the thread is left but this.
  static void finish(Thread &thread) {
    Process &process = thread.owner;
    thread.attendant.reset();
    thread.engine.reset();
    process.remove(thread);
    process.release_joiner(thread);
    Thread::current_thread = nullptr;
    delete &thread;
  }

  Thread &thread;
  uint32_t function, argument;
  SignalSet mask;
  std::atomic<int32_t> answer = no_answer;
};

int64_t Process::expect_threads() {
  if (multi_threaded)
    return 0;
  if (lane.open() < 0)
    return -EAGAIN;
  multi_threaded = true;
  return 0;
}

int32_t Process::spawn(Thread &parent, uint32_t function, uint32_t argument) {
  if (has_fault(Fault::thread_limit_of_four)) {
    constexpr size_t most = 4;
    Busy busy(parent);
    if (thread_count() >= most)
      return -EAGAIN;
  }
  if (const int64_t error = expect_threads(); error < 0)
    return static_cast<int32_t>(error);
  // No signal may find the new thread before it can take note of it. One that is
  // noted for the parent already has left all blocked.
  SignalSet before;
  set_signal_mask(Thread::kernel_mask(all_signals), &before);
  SignalSet guest_mask = parent.pending ? parent.caught.mask_before : before;
  if (has_fault(Fault::thread_mask_not_inherited))
    guest_mask = 0;
  auto *thread = new Thread(*this);
  thread->reserved_blocked = parent.reserved_blocked;
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

// The kernel does this for the id that glibc gave it; the guest's is ours to
// clear (set_tid_address(2)).
void Process::release_joiner(const Thread &thread) {
  if (thread.clear_child_tid == 0)
    return;
  const bool is_cleared =
      has_fault(Fault::tid_word_not_cleared) || memory.write(thread.clear_child_tid, uint32_t{0});
  if (is_cleared && !has_fault(Fault::joiner_not_woken))
    memory.wake_one(thread.clear_child_tid);
}

} // namespace wali::host
