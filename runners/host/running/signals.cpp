#include "runners/host/running/signals.h"

#include <signal.h>
#include <ucontext.h>

#include "runners/host/running/kernel_action.h"
#include "runners/host/running/reserved.h"
#include "runners/host/running/thread.h"
#include "runners/host/running/watcher.h"

namespace wali::host {
namespace {

// The native handler of all signals except the reserved ones. It only notes the signal. The
// guest's handler runs at the thread's next safe point.
void on_signal(int signo, siginfo_t *info, void *context) {
  if (Thread *thread = Thread::current_or_null())
    thread->signals.note(signo, *info, *static_cast<ucontext_t *>(context));
}

void on_death(int signo, siginfo_t *info, void *);

KernelAction death() { return KernelAction::of_handler(on_death, SA_NODEFER); }

// The kernel is asked first: telling may raise SIGPIPE, which must not come here again.
void on_death(int signo, siginfo_t *info, void *) {
  const KernelAction by_default, again = death();
  kernel_sigaction(signo, &by_default, nullptr);
  watcher->process_dies(signo, info);
  send_to_self(signo);
  // The first process of a pid namespace does not die of its own signals.
  kernel_sigaction(signo, &again, nullptr);
}

// The signals whose default action ends the process (signal(7)), but for those that
// nobody can handle and the reserved ones.
constexpr bool is_deadly(int signo) {
  constexpr SignalSet harmless = signal_bit(SIGCHLD) | signal_bit(SIGCONT) | signal_bit(SIGURG) |
                                 signal_bit(SIGWINCH) | signal_bit(SIGTSTP) | signal_bit(SIGTTIN) |
                                 signal_bit(SIGTTOU) | unblockable;
  return ((harmless | reserved_signals) & signal_bit(signo)) == 0;
}

KernelAction native_action(int signo, const SignalAction &action) {
  if (action.handler == SignalAction::sig_default && watcher && is_deadly(signo))
    return death();
  constexpr uint32_t kept = SA_RESTART | SA_RESETHAND | SA_NOCLDSTOP | SA_NOCLDWAIT;
  const uint64_t flags = action.flags & kept;
  if (action.is_handler())
    return KernelAction::of_handler(on_signal, flags, kernel_mask(all_signals));
  const bool is_ignored = action.handler == SignalAction::sig_ignore;
  return {.handler = is_ignored ? KernelAction::ignore : 0, .flags = flags};
}

} // namespace

void SignalTable::inherit(SignalSet reserved_ignored) {
  for (int signo : reserved_list) {
    Entry &entry = entries[signo - 1];
    entry.is_known = true;
    if (reserved_ignored & signal_bit(signo))
      entry.action.handler = SignalAction::sig_ignore;
  }
}

void SignalTable::learn(int signo) {
  Entry &entry = entries[signo - 1];
  if (!entry.is_known && is_natively_ignored(signo))
    entry.action.handler = SignalAction::sig_ignore;
  entry.is_known = true;
}

void SignalTable::guard_engine() {
  guard_engine_signals();
  for (int signo : reserved_list)
    publish_handler(entries[signo - 1], entries[signo - 1].action);
}

void SignalTable::watch_deaths() {
  const KernelAction told = death();
  for (int signo = 1; signo <= signal_count; ++signo)
    if (KernelAction now;
        is_deadly(signo) && kernel_sigaction(signo, nullptr, &now) == 0 && now.handler == 0)
      kernel_sigaction(signo, &told, nullptr);
}

void SignalTable::mark_reset(int signo) {
  entries[signo - 1].was_reset.store(true);
  if (watcher && is_deadly(signo)) {
    const KernelAction told = death();
    kernel_sigaction(signo, &told, nullptr);
  }
}

SignalAction SignalTable::reported(const Entry &entry) const {
  SignalAction action = entry.action;
  if (entry.was_reset)
    action.handler = SignalAction::sig_default;
  return action;
}

// A handler is published before the kernel can use it. It stays published after the guest
// sets default or ignore, for a signal that is being delivered at that moment. For the
// reserved signals the kernel always has the host's handler, so all their actions are
// published.
int64_t SignalTable::exchange(int signo, const SignalAction *action, SignalAction *old) {
  std::lock_guard guard(lock);
  learn(signo);
  Entry &entry = entries[signo - 1];
  if (old)
    *old = reported(entry);
  if (!action)
    return 0;
  if (action->is_handler() || is_reserved(signo))
    publish_handler(entry, *action);
  entry.was_reset = false;
  entry.action = *action;
  if (is_reserved(signo))
    return 0;
  const KernelAction native = native_action(signo, *action);
  return kernel_sigaction(signo, &native, nullptr);
}

void SignalTable::publish_handler(Entry &entry, const SignalAction &action) {
  uint32_t next = entry.generation.load() + 1;
  HandlerCopy &copy = entry.handlers[next % 2];
  copy.handler = action.handler;
  copy.flags = action.flags;
  copy.mask = action.mask;
  entry.generation = next;
}

SignalAction SignalTable::last_handler(int signo) const {
  const Entry &entry = entries[signo - 1];
  SignalAction action;
  uint32_t generation;
  do {
    generation = entry.generation;
    const HandlerCopy &copy = entry.handlers[generation % 2];
    action = {copy.handler, copy.flags, copy.mask};
  } while (entry.generation != generation);
  return action;
}

SignalSet SignalTable::ignored_reserved(Thread &thread) {
  Busy busy(thread);
  std::lock_guard guard(lock);
  SignalSet ignored = 0;
  for (int signo : reserved_list)
    if (reported(entries[signo - 1]).handler == SignalAction::sig_ignore)
      ignored |= signal_bit(signo);
  return ignored;
}

} // namespace wali::host
