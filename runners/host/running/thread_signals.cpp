#include "runners/host/running/thread_signals.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "harness/abi/types.h"
#include "runners/host/mutants/faults.h"
#include "runners/host/running/interrupted.h"
#include "runners/host/running/kernel_action.h"
#include "runners/host/running/process.h"
#include "runners/host/running/watcher.h"

namespace wali::host {
namespace {

// How many bytes below the stack pointer LLVM's leaf functions may use.
constexpr uint32_t red_zone = 128;

bool lacks_restorer(const SignalAction &action) {
  return !(action.flags & KernelAction::has_restorer);
}

// How often a handler is called for one signal.
int handler_calls(const SignalAction &action) {
  if (has_fault(Fault::handler_never) ||
      (has_fault(Fault::restorer_needed) && lacks_restorer(action)))
    return 0;
  return has_fault(Fault::handler_twice) ? 2 : 1;
}

// The size of the ucontext that a handler may read and write.
constexpr uint32_t ucontext_size = 920;

constexpr uint32_t ss_autodisarm = 1u << 31;

// The guest's siginfo has the kernel's layout except for addresses, which have 64 bits in
// the kernel.
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

bool ThreadSignals::deliver_when_due() {
  return has_fault(Fault::handler_late) ? !thread.ending() : deliver();
}

void ThreadSignals::note(int signo, const siginfo_t &info, ucontext_t &context) {
  const bool in_call = has_interrupted_call(context);
  if (has_fault(Fault::signal_lost_in_wait) && in_call)
    return;
  Process &process = thread.process();
  caught.info = info;
  caught.action = process.signals.last_handler(signo);
  if (caught.action.flags & SA_RESETHAND)
    process.signals.mark_reset(signo);
  caught.mask_before = mask_of(context);
  caught.mask_in_force = in_call && temporary_mask ? *temporary_mask : caught.mask_before;
  pending = 1;
  mask_of(context) = kernel_mask(all_signals);
  leave_call(context);
  if (thread.is_quiet())
    return;
  process.engine.interrupt();
  if (!process.engine.is_guest_code(register_of(context, REG_RIP)))
    reminder.start();
}

// The noted signal may have been delivered by now.
bool ThreadSignals::take_reminder(const siginfo_t &info) {
  if (!reminder.has_sent(info))
    return false;
  if (pending)
    thread.process().engine.interrupt();
  else
    reminder.stop();
  return true;
}

bool ThreadSignals::uses_alternate_stack() const {
  return is_on_alternate_stack(thread.engine().stack_pointer().value_or(0));
}

// Works like Linux when it returns to a program. First all signals that are not blocked get
// their frames, one on top of the other, each with its own mask. Then the topmost handler
// runs. After it has returned, its frame is removed before its mask is lifted, so that an
// endless series of signals does not need an endless stack.
bool ThreadSignals::deliver() {
  const size_t outer = deliveries.size(); // the deliveries that this one interrupts
  while (!thread.ending() && (pending || deliveries.size() > outer)) {
    if (deliveries.size() > outer && deliveries.back().has_run && end_delivery())
      continue;
    if (pending)
      begin_delivery();
    else
      run_handler();
  }
  return !thread.ending();
}

// From the moment at which `pending` is 0 until the kernel has the handler's mask,
// only reserved signals can be noted.
void ThreadSignals::begin_delivery() {
  Delivery next{.signal = caught,
                .stack_pointer = thread.engine().stack_pointer(),
                .outer_stack = alternate_stack,
                .outer_temporary = std::exchange(temporary_mask, nullptr),
                .outer_reserved = blocked_reserved};
  push_frame(next);
  if (watcher)
    watcher->signal_delivered(next.signal.info);
  const SignalAction &action = next.signal.action;
  SignalSet mask = next.signal.mask_in_force | blocked_reserved | action.mask;
  if (!(action.flags & SA_NODEFER))
    mask |= signal_bit(next.signal.info.si_signo);
  if (has_fault(Fault::handler_mask_ignored))
    mask = next.signal.mask_in_force | blocked_reserved;
  next.mask = mask;
  deliveries.push_back(next);
  blocked_reserved = mask & reserved_signals;
  std::atomic_signal_fence(std::memory_order_seq_cst);
  pending = 0;
  std::atomic_signal_fence(std::memory_order_seq_cst);
  if (reminder.is_running())
    reminder.stop();
  if (!change_mask(mask))
    treat_as_later(mask);
}

// Works like sigreturn. Returns false if a signal was noted after the handler's end that
// only the handler's mask allows: it must be delivered first. A signal that the restored
// mask allows too may be delivered a moment later.
bool ThreadSignals::end_delivery() {
  const Delivery &done = deliveries.back();
  const SignalSet mask = has_fault(Fault::mask_not_restored) ? done.mask : done.signal.mask_before;
  const SignalSet handlers_reserved = std::exchange(blocked_reserved, done.outer_reserved);
  if (!change_mask(mask)) {
    if ((kernel_mask(mask) | done.outer_reserved) & signal_bit(caught.info.si_signo)) {
      blocked_reserved = handlers_reserved;
      return false;
    }
    treat_as_later(mask);
  }
  temporary_mask = done.outer_temporary;
  if (done.stack_pointer)
    thread.engine().set_stack_pointer(*done.stack_pointer);
  // A changed setting is undone, unless the stack is still in use.
  if (!done.stack_pointer || !is_on_alternate_stack(*done.stack_pointer))
    alternate_stack = done.outer_stack;
  deliveries.pop_back();
  return true;
}

// Returns false if a signal was noted before the kernel had the new mask. All others are
// still blocked then.
bool ThreadSignals::change_mask(SignalSet guest_mask) {
  const SignalSet mask = kernel_mask(guest_mask & ~unblockable);
  const uint64_t words[6] = {SIG_SETMASK, raw_pointer(&mask), 0, sizeof mask};
  return wali_syscall(&pending, SYS_rt_sigprocmask, words) != syscall_interrupted;
}

// Treats a signal that was noted before the kernel had `guest_mask` as one that came just after.
void ThreadSignals::treat_as_later(SignalSet guest_mask) {
  caught.mask_before = caught.mask_in_force = kernel_mask(guest_mask & ~unblockable);
}

bool ThreadSignals::is_on_alternate_stack(uint32_t stack_pointer) const {
  return alternate_stack.size != 0 && !(alternate_stack.flags & ss_autodisarm) &&
         stack_pointer > alternate_stack.base &&
         stack_pointer - alternate_stack.base <= alternate_stack.size;
}

// Finds room for a handler's frame on the guest's stack: for its siginfo and ucontext, if
// the handler takes them. Returns nothing if there is no room.
std::optional<ThreadSignals::Frame> ThreadSignals::make_frame(const CaughtSignal &signal,
                                                              uint32_t stack_pointer) {
  const uint32_t flags = signal.action.flags;
  const uint32_t kept = has_fault(Fault::red_zone_overwritten) ? 0 : red_zone;
  int64_t top = int64_t{stack_pointer} - kept, bottom = 0;
  if (is_on_alternate_stack(stack_pointer)) {
    bottom = alternate_stack.base;
  } else if ((flags & SA_ONSTACK) && alternate_stack.size != 0 &&
             !has_fault(Fault::alternate_stack_unused)) {
    top = std::min(int64_t{alternate_stack.base} + alternate_stack.size, int64_t{0xffffffff});
    bottom = alternate_stack.base;
  }
  constexpr int64_t alignment = 16;
  Frame frame{};
  if (flags & SA_SIGINFO) {
    int64_t context_at = (top - ucontext_size) & -alignment;
    int64_t info_at = context_at - int64_t{sizeof(abi::siginfo)};
    top = info_at;
    if (top < bottom)
      return std::nullopt;
    frame.ucontext = static_cast<uint32_t>(context_at);
    frame.siginfo = static_cast<uint32_t>(info_at);
    if (!write_frame(frame, signal))
      return std::nullopt;
  }
  top &= -alignment;
  if (top < bottom)
    return std::nullopt;
  frame.stack_pointer = static_cast<uint32_t>(top);
  return frame;
}

bool ThreadSignals::write_frame(const Frame &frame, const CaughtSignal &signal) {
  const std::array<std::byte, ucontext_size> ucontext{};
  const auto siginfo =
      has_fault(Fault::handler_empty_siginfo) ? abi::siginfo{} : guest_siginfo(signal.info);
  return thread.memory().write(frame.ucontext, ucontext) &&
         thread.memory().write(frame.siginfo, siginfo);
}

// If the guest has no stack pointer, it has no stack for a frame.
void ThreadSignals::push_frame(Delivery &next) {
  if (has_fault(Fault::restorer_needed_to_live) && lacks_restorer(next.signal.action))
    thread.process().die(SIGSEGV, "signal " + std::to_string(next.signal.info.si_signo) +
                                      ": its handler has no restorer");
  std::optional<Frame> frame;
  if (next.stack_pointer)
    frame = make_frame(next.signal, *next.stack_pointer);
  else if (!(next.signal.action.flags & SA_SIGINFO))
    frame.emplace();
  if (!frame)
    thread.process().die(SIGSEGV, "signal " + std::to_string(next.signal.info.si_signo) +
                                      ": no stack for its handler");
  next.frame = *frame;
  if (next.stack_pointer)
    thread.engine().set_stack_pointer(frame->stack_pointer);
  if (alternate_stack.flags & ss_autodisarm)
    alternate_stack = {};
}

void ThreadSignals::run_handler() {
  deliveries.back().has_run = true;
  const Delivery top = deliveries.back(); // a copy, since nested deliveries may move it
  const SignalAction &action = top.signal.action;
  const int caught_signo = top.signal.info.si_signo;
  const size_t count = action.flags & SA_SIGINFO ? 3 : 1;
  if (!thread.engine().can_call(action.handler, count))
    thread.process().die(SIGSEGV,
                         "signal " + std::to_string(caught_signo) + ": its handler, table index " +
                             std::to_string(action.handler) + ", is no function of the right type");
  const int signo = caught_signo + (has_fault(Fault::handler_wrong_number) ? 1 : 0);
  const uint32_t arguments[] = {static_cast<uint32_t>(signo), top.frame.siginfo,
                                top.frame.ucontext};
  if (watcher)
    watcher->handler_begins(signo, action.handler);
  Outcome outcome = Outcome::returned;
  for (int left = handler_calls(action); left > 0 && outcome == Outcome::returned; --left)
    outcome = thread.engine().call_table(action.handler, std::span(arguments).first(count));
  if (outcome == Outcome::trapped)
    thread.process().die(thread.engine().trap());
  if (watcher && outcome == Outcome::returned)
    watcher->handler_ends(signo, action.handler);
}

TemporaryMask::TemporaryMask(Thread &thread, SignalSet guest_mask)
    : signals(thread.signals), mask(kernel_mask(guest_mask)) {
  signals.set_temporary_mask(&mask);
}

TemporaryMask::~TemporaryMask() { signals.set_temporary_mask(nullptr); }

} // namespace wali::host
