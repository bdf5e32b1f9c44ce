#include "runners/host/thread.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <utility>

#include "harness/abi/types.h"
#include "runners/host/assembly.h"
#include "runners/host/containment/airlock.h"
#include "runners/host/faults.h"
#include "runners/host/process.h"

namespace wali::host {
namespace {

// LLVM's leaf functions use this many bytes below the stack pointer.
constexpr uint32_t red_zone = 128;

// How often a handler is called for one signal.
int handler_calls() {
  if (has_fault(Fault::handler_never))
    return 0;
  return has_fault(Fault::handler_twice) ? 2 : 1;
}

// The size of the ucontext that a handler may read and write.
constexpr uint32_t ucontext_size = 920;

// SIGKILL and SIGSTOP cannot be blocked.
constexpr SignalSet unblockable = signal_bit(SIGKILL) | signal_bit(SIGSTOP);

constexpr uint32_t ss_autodisarm = 1u << 31;

// The guest's siginfo has the kernel's layout but for addresses, which the
// kernel has in 64 bits.
abi::siginfo guest_siginfo(const siginfo_t &info) {
  abi::siginfo result;
  static_assert(sizeof result == sizeof info);
  memcpy(&result, &info, sizeof result);
  if (info.si_signo == SIGSYS && info.si_code > 0) {
    const uint32_t address = 0,
                   words[3] = {address, static_cast<uint32_t>(info.si_syscall), info.si_arch};
    memset(result.bytes, 0, sizeof result.bytes);
    memcpy(result.bytes, words, sizeof words);
  }
  return result;
}

} // namespace

thread_local Thread *Thread::current_thread = nullptr;

Thread::Thread(Process &process) : owner(process), has_company(&process.multi_threaded) {}

Thread::~Thread() = default;

Memory &Thread::memory() { return owner.memory; }

int64_t Thread::syscall_after_signals(long number, const uint64_t (&words)[6]) {
  while (deliver_before_restart()) {
    const int64_t result = wali_syscall(&pending, number, words);
    if (result != syscall_interrupted)
      return result;
  }
  return -EINTR;
}

bool Thread::deliver_before_restart() {
  if (is_ending)
    return false;
  become_busy();
  deliver_signals();
  leave_guest();
  return !is_ending && !faults::refuses_restart;
}

void Thread::dismiss_attendant() {
  if (!attendant)
    return;
  Busy busy(*this);
  attendant.reset();
}

void Thread::leave_guest_among_others() {
  state.store(quiet, std::memory_order_seq_cst);
  if (owner.gate.is_closed())
    owner.gate.report_arrival();
}

void Thread::pass_gate() {
  state.store(busy, std::memory_order_seq_cst);
  while (owner.gate.is_closed()) {
    state.store(quiet, std::memory_order_seq_cst);
    owner.gate.report_arrival();
    owner.gate.wait_until_open();
    state.store(busy, std::memory_order_seq_cst);
  }
}

bool Thread::at_interruption() {
  if (owner.is_multi_threaded())
    pass_gate();
  return deliver_when_due();
}

bool Thread::deliver_when_due() {
  return has_fault(Fault::handler_late) ? !is_ending : deliver_signals();
}

void Thread::end(int status) {
  exit_status = status;
  is_ending = true;
}

bool Thread::deliver_signals() {
  while (pending && !is_ending)
    deliver_one();
  return !is_ending;
}

// Linux stacks the frames of all signals that a handler's mask lets through
// before it runs the first of them; each runs with the mask of its own frame.
void Thread::deliver_one() {
  const CaughtSignal signal = caught;
  std::atomic_signal_fence(std::memory_order_seq_cst);
  pending = 0;
  std::atomic_signal_fence(std::memory_order_seq_cst);
  if (reminder.is_running())
    reminder.stop();

  const SignalAction &action = signal.action;
  SignalSet mask = signal.mask_in_force | reserved_blocked | action.mask;
  if (!(action.flags & SA_NODEFER))
    mask |= signal_bit(signal.info.si_signo);
  if (has_fault(Fault::handler_mask_ignored))
    mask = signal.mask_in_force | reserved_blocked;
  const SignalSet outer_reserved = std::exchange(reserved_blocked, mask & reserved_signals);
  const SignalSet *outer_temporary = std::exchange(temporary_mask, nullptr);
  change_mask(mask);
  if (is_ending)
    return;
  run_handler(signal);
  if (is_ending)
    return;
  temporary_mask = outer_temporary;
  reserved_blocked = outer_reserved;
  change_mask(has_fault(Fault::mask_not_restored) ? mask : signal.mask_before);
}

// Signals that are noted before the kernel has the new mask are delivered first:
// it would let the next one in upon them.
void Thread::change_mask(SignalSet guest_mask) {
  const SignalSet mask = kernel_mask(guest_mask & ~unblockable);
  const uint64_t words[6] = {SIG_SETMASK, raw_pointer(&mask), 0, sizeof mask};
  while (wali_syscall(&pending, SYS_rt_sigprocmask, words) == syscall_interrupted)
    if (!deliver_signals())
      return;
  deliver_signals();
}

bool Thread::is_on_alternate_stack(uint32_t stack_pointer) const {
  return alternate_stack.size != 0 && !(alternate_stack.flags & ss_autodisarm) &&
         stack_pointer > alternate_stack.base &&
         stack_pointer - alternate_stack.base <= alternate_stack.size;
}

// Puts the frame of a handler on the guest's stack: its siginfo and ucontext,
// if it takes them. Nothing when there is no room.
std::optional<Thread::Frame> Thread::push_frame(const CaughtSignal &signal,
                                                uint32_t stack_pointer) {
  const uint32_t flags = signal.action.flags;
  const uint32_t kept = has_fault(Fault::red_zone_overwritten) ? 0 : red_zone;
  int64_t top = int64_t{stack_pointer} - kept, bottom = 0;
  if (is_on_alternate_stack(stack_pointer)) {
    bottom = alternate_stack.base;
  } else if ((flags & SA_ONSTACK) && alternate_stack.size != 0) {
    top = std::min(int64_t{alternate_stack.base} + alternate_stack.size, int64_t{0xffffffff});
    bottom = alternate_stack.base;
  }
  constexpr int64_t alignment = 16;
  Frame frame{};
  if (flags & SA_SIGINFO) {
    const std::array<std::byte, ucontext_size> ucontext{};
    int64_t context_at = (top - ucontext_size) & -alignment;
    int64_t info_at = context_at - int64_t{sizeof(abi::siginfo)};
    top = info_at;
    if (top < bottom)
      return std::nullopt;
    frame.ucontext = static_cast<uint32_t>(context_at);
    frame.siginfo = static_cast<uint32_t>(info_at);
    if (!memory().write(frame.ucontext, ucontext) ||
        !memory().write(frame.siginfo, has_fault(Fault::handler_empty_siginfo)
                                           ? abi::siginfo{}
                                           : guest_siginfo(signal.info)))
      return std::nullopt;
  }
  top &= -alignment;
  if (top < bottom)
    return std::nullopt;
  frame.stack_pointer = static_cast<uint32_t>(top);
  return frame;
}

void Thread::run_handler(const CaughtSignal &signal) {
  const SignalAction &action = signal.action;
  const bool takes_info = action.flags & SA_SIGINFO;
  const std::optional<uint32_t> stack_pointer = engine->stack_pointer();
  std::optional<Frame> frame;
  if (stack_pointer)
    frame = push_frame(signal, *stack_pointer);
  else if (!takes_info)
    frame.emplace();
  if (!frame || !engine->can_call(action.handler, takes_info ? 3 : 1))
    owner.die(SIGSEGV, "signal " + std::to_string(signal.info.si_signo) +
                           (frame ? ": its handler, table index " + std::to_string(action.handler) +
                                        ", is no function of the right type"
                                  : ": no stack for its handler"));
  const AlternateStack outer_stack = alternate_stack;
  if (alternate_stack.flags & ss_autodisarm)
    alternate_stack = {};
  if (stack_pointer)
    engine->set_stack_pointer(frame->stack_pointer);
  const int signo = signal.info.si_signo + (has_fault(Fault::handler_wrong_number) ? 1 : 0);
  const uint32_t arguments[] = {static_cast<uint32_t>(signo), frame->siginfo, frame->ucontext};
  Outcome outcome = Outcome::returned;
  for (int left = handler_calls(); left > 0 && outcome == Outcome::returned; --left)
    outcome = engine->call_table(action.handler, std::span(arguments).first(takes_info ? 3 : 1));
  if (outcome == Outcome::trapped)
    owner.die(engine->trap());
  if (stack_pointer)
    engine->set_stack_pointer(*stack_pointer);
  // As sigreturn: a changed setting is undone, unless the stack is still in use.
  if (!stack_pointer || !is_on_alternate_stack(*stack_pointer))
    alternate_stack = outer_stack;
}

Busy::Busy(Thread &thread)
    : thread(thread), was_quiet(thread.state.load(std::memory_order_relaxed) == Thread::quiet) {
  if (was_quiet)
    thread.become_busy();
}

Busy::~Busy() {
  if (was_quiet)
    thread.leave_guest();
}

TemporaryMask::TemporaryMask(Thread &thread, SignalSet guest_mask)
    : thread(thread), mask(Thread::kernel_mask(guest_mask)) {
  thread.temporary_mask = &mask;
}

TemporaryMask::~TemporaryMask() { thread.temporary_mask = nullptr; }

} // namespace wali::host
