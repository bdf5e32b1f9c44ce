// Processes: what a child has of its parent and an executed program of its
// predecessor, who waits for whom, and what prctl and limits do.
#include <dirent.h>
#include <errno.h>
#include <linux/prctl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "runners/host/mutants/behaviours/tools.h"
#include "runners/host/running/reserved.h"

namespace wali::host::mutants {
namespace {

// --- fork --------------------------------------------------------------------

template <void (*change)()> int64_t in_child(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0)
    change();
  return result;
}

// What `ask` says in the parent before the fork is given to `tell` in the child.
template <auto ask, auto tell> int64_t parent_to_child(Invocation &call) {
  static thread_local decltype(ask()) value;
  value = ask();
  const int64_t result = call.call();
  if (result == 0)
    tell(value);
  return result;
}

template <int which> itimerval timer_now() {
  itimerval now{};
  kernel_call(SYS_getitimer, which, &now);
  return now;
}
template <int which> void set_timer(const itimerval &value) {
  kernel_call(SYS_setitimer, which, &value, nullptr);
}

SignalSet pending_signals() {
  SignalSet pending = 0;
  kernel_call(SYS_rt_sigpending, &pending, sizeof pending);
  return pending;
}
void send_to_oneself(const SignalSet &signals) {
  for (int signo = 1; signo <= 64; ++signo)
    if ((signals & signal_bit(signo)) != 0)
      kernel_call(SYS_tgkill, getpid(), kernel_call(SYS_gettid), signo);
}

void drop_pending_signals() {
  const SignalSet pending = pending_signals();
  const timespec now{};
  while (kernel_call(SYS_rt_sigtimedwait, &pending, nullptr, &now, sizeof pending) > 0) {
  }
}

template <int option> int asked_by_pointer() {
  int value = 0;
  kernel_call(SYS_prctl, option, &value, 0, 0, 0);
  return value;
}
template <int option> void told(const int &value) {
  kernel_call(SYS_prctl, option, value, 0, 0, 0);
}

// An action as the kernel has it.
struct KernelAction {
  uintptr_t handler = 0;
  uint64_t flags = 0;
  uintptr_t restorer = 0;
  SignalSet mask = 0;
};
constexpr uintptr_t by_default = 0, ignored = 1;

KernelAction action_of(int signo) {
  KernelAction action;
  kernel_call(SYS_rt_sigaction, signo, nullptr, &action, sizeof(SignalSet));
  return action;
}
void set_handler(int signo, uintptr_t handler) {
  const KernelAction action{.handler = handler};
  kernel_call(SYS_rt_sigaction, signo, &action, nullptr, sizeof(SignalSet));
}

// Signals with a handler of the guest's, or ignored ones. The engine's own are left.
template <bool (*chosen)(uintptr_t), uintptr_t handler> void replace_handlers() {
  for (int signo = 1; signo <= 64; ++signo) {
    if (!is_reserved(signo) && chosen(action_of(signo).handler))
      set_handler(signo, handler);
  }
}
bool is_caught(uintptr_t handler) { return handler > ignored; }
bool is_ignored(uintptr_t handler) { return handler == ignored; }

void raise_soft_limits() {
  for (int which = 0; which < static_cast<int>(RLIM_NLIMITS); ++which) {
    rlimit limit;
    kernel_call(SYS_getrlimit, which, &limit);
    limit.rlim_cur = limit.rlim_max;
    kernel_call(SYS_setrlimit, which, &limit);
  }
}

void close_on_exec_closed() {
  for_each_descriptor([](int fd) {
    if (kernel_call(SYS_fcntl, fd, F_GETFD) == FD_CLOEXEC)
      kernel_call(SYS_close, fd);
  });
}
void keep_close_on_exec() {
  for_each_descriptor([](int fd) { kernel_call(SYS_fcntl, fd, F_SETFD, 0); });
}
void mark_close_on_exec() {
  for_each_descriptor([](int fd) { kernel_call(SYS_fcntl, fd, F_SETFD, FD_CLOEXEC); });
}

void unlock_files() {
  for_each_descriptor([](int fd) {
    struct flock all{};
    all.l_type = F_UNLCK;
    kernel_call(SYS_fcntl, fd, F_SETLK, &all);
  });
}

// Gives each regular file an open file of this process's own, at the same place.
void reopen_files() {
  for_each_descriptor([](int fd) {
    if (is_regular(fd))
      reopen(fd);
  });
}

template <int who> rusage usage_now() {
  rusage usage{};
  kernel_call(SYS_getrusage, who, &usage);
  return usage;
}
timeval sum(const timeval &one, const timeval &other) {
  timeval result;
  timeradd(&one, &other, &result);
  return result;
}
rusage inherited_usage{}, inherited_childrens{};

template <rusage *inherited, int which> int64_t usage_with_inherited(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0 && call.arguments.i32(0) == which) {
    rusage usage = pointed_to<rusage>(call, 1);
    usage.ru_utime = sum(usage.ru_utime, inherited->ru_utime);
    usage.ru_stime = sum(usage.ru_stime, inherited->ru_stime);
    usage.ru_minflt += inherited->ru_minflt;
    put(call, 1, usage);
  }
  return result;
}

std::vector<int> children; // in the order of their birth
int64_t child_noted(Invocation &call) {
  const int64_t result = call.call();
  if (result > 0)
    children.push_back(static_cast<int>(result));
  if (result == 0)
    children.clear();
  return result;
}

// --- execve ------------------------------------------------------------------

// `change` before the call, and `undo` when no other program has begun.
template <auto change, auto undo> int64_t around_execve(Invocation &call) {
  const auto before = change();
  const int64_t result = call.call();
  undo(before);
  return result;
}
template <void (*change)()> int64_t before_execve(Invocation &call) {
  if (kernel_call(SYS_access, text(call, 0).c_str(), X_OK) == 0)
    change();
  return call.call();
}

template <int which> itimerval stop_timer() {
  const itimerval before = timer_now<which>();
  set_timer<which>({});
  return before;
}

// The strings of a vector of the guest's.
std::vector<std::string> strings(Invocation &call, size_t index) {
  std::vector<std::string> found;
  GuestAddress at = call.arguments.address(index);
  for (uint32_t string = 0; at != 0 && call.memory().read(at, string) && string != 0; at += 4)
    found.push_back(call.memory().read_string(string, 1 << 16).value_or(""));
  return found;
}
int64_t execute(Invocation &call, const std::vector<std::string> &arguments, char *const *words) {
  std::vector<const char *> pointers;
  for (const std::string &argument : arguments)
    pointers.push_back(argument.c_str());
  pointers.push_back(nullptr);
  return kernel_call(SYS_execve, text(call, 0).c_str(), pointers.data(), words);
}
std::vector<char *> environment_of(std::vector<std::string> &strings) {
  std::vector<char *> pointers;
  for (std::string &string : strings)
    pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

int64_t first_argument_is_path(Invocation &call) {
  std::vector<std::string> arguments = strings(call, 1), words = strings(call, 2);
  if (arguments.empty() || kernel_call(SYS_access, text(call, 0).c_str(), X_OK) != 0)
    return call.call();
  arguments[0] = text(call, 0);
  return execute(call, arguments, environment_of(words).data());
}
int64_t empty_arguments_dropped(Invocation &call) {
  std::vector<std::string> arguments = strings(call, 1), words = strings(call, 2);
  if (std::erase(arguments, std::string()) == 0)
    return call.call();
  return execute(call, arguments, environment_of(words).data());
}
int64_t engines_environment(Invocation &call) {
  const std::vector<std::string> arguments = strings(call, 1);
  std::vector<std::string> words = strings(call, 2);
  if (arguments.empty() || kernel_call(SYS_access, text(call, 0).c_str(), X_OK) != 0)
    return call.call();
  words.push_back("WALI_ENGINE=wasmtime");
  return execute(call, arguments, environment_of(words).data());
}
template <void (*trace)()> int64_t failure_leaves(Invocation &call) {
  const int64_t result = call.call();
  trace();
  return result;
}

// --- wait4 -------------------------------------------------------------------

constexpr int any_child = -1;

struct Told {
  int64_t pid = 0;
  int status = 0;
  bool is_due = false;
} told_once;

bool is_stop(int status) { return WIFSTOPPED(status); }
bool is_end(int status) { return WIFEXITED(status) || WIFSIGNALED(status); }

// Tells an event of that kind a second time to who asks without waiting.
template <bool (*kind)(int)> int64_t told_twice(Invocation &call) {
  const int asked = call.arguments.i32(0);
  const bool may_be_told = (call.arguments.i32(2) & (WNOHANG | WUNTRACED)) != 0;
  if (told_once.is_due && may_be_told && (asked == any_child || asked == told_once.pid)) {
    told_once.is_due = false;
    put(call, 1, told_once.status);
    return told_once.pid;
  }
  const int64_t result = call.call();
  const int status = pointed_to<int>(call, 1);
  if (result > 0 && call.arguments[1] != 0 && kind(status))
    told_once = {result, status, true};
  return result;
}

int64_t eldest_first(Invocation &call) {
  while (call.arguments.i32(0) == any_child && !children.empty()) {
    call.arguments[0] = children.front();
    const int64_t result = call.call();
    if (result > 0 && is_end(pointed_to<int>(call, 1)))
      children.erase(children.begin());
    if (result != -ECHILD)
      return result;
    children.erase(children.begin());
    call.arguments[0] = any_child;
  }
  return call.call();
}

template <int64_t from, int64_t to> int64_t waits_for_any(Invocation &call) {
  if (const int pid = call.arguments.i32(0); pid >= from && pid <= to)
    call.arguments[0] = any_child;
  return call.call();
}
template <int flag> int64_t waits_with(Invocation &call) {
  call.arguments[2] |= flag;
  return call.call();
}
template <int (*change)(int)> int64_t status_changed(Invocation &call) {
  const int64_t result = call.call();
  if (result > 0 && call.arguments[1] != 0)
    put(call, 1, change(pointed_to<int>(call, 1)));
  return result;
}
template <int who> int64_t usage_of_others(Invocation &call) {
  const int64_t result = call.call();
  if (result > 0)
    put(call, 3, usage_now<who>());
  return result;
}

int64_t end_told_late(Invocation &call) {
  static Remembered<bool> asked_before;
  const int pid = call.arguments.i32(0);
  std::array<int, 32> info{}; // siginfo_t, whose field for the child is number 4
  kernel_call(SYS_waitid, pid > 0 ? P_PID : P_ALL, pid > 0 ? pid : 0, info.data(),
              WEXITED | WNOHANG | WNOWAIT, nullptr);
  if ((call.arguments.i32(2) & WNOHANG) != 0 && info[4] != 0 &&
      !std::exchange(asked_before[static_cast<uint64_t>(info[4])], true))
    return 0;
  return call.call();
}

// Where a guest has SIGCHLD ignored the kernel shall not know.
int64_t ignoring_children_kept_quiet(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0 && call.arguments.i32(0) == SIGCHLD && action_of(SIGCHLD).handler == ignored)
    set_handler(SIGCHLD, by_default);
  return result;
}

char state_of(int64_t pid) {
  const std::string path = "/proc/" + std::to_string(pid) + "/stat";
  char text[512] = {};
  const int64_t fd = kernel_call(SYS_open, path.c_str(), O_RDONLY | O_CLOEXEC);
  kernel_call(SYS_read, fd, text, sizeof text - 1);
  kernel_call(SYS_close, fd);
  const char *end = strrchr(text, ')');
  return fd >= 0 && end ? end[2] : '?';
}
int64_t no_zombies(Invocation &call) {
  const int pid = call.arguments.i32(0);
  return pid > 0 && state_of(pid) == 'Z' ? -ESRCH : call.call();
}

// --- Ids ---------------------------------------------------------------------

int64_t first_answer_kept(Invocation &call) {
  static int64_t first = 0;
  return first = first != 0 ? first : call.call();
}
int64_t parent_kept = 0;
int64_t first_parent(Invocation &call) {
  return parent_kept = parent_kept != 0 ? parent_kept : call.call();
}
int64_t parent_noted(Invocation &call) {
  const int64_t here = kernel_call(SYS_getpid), result = call.call();
  if (result == 0)
    parent_kept = here;
  return result;
}
int64_t children_come_along(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0 && (call.arguments.i32(0) == 0 || call.arguments.i32(0) == getpid()))
    for (int child : children)
      kernel_call(SYS_setpgid, child, call.arguments.i32(1) == 0 ? getpid() : call.arguments[1]);
  return result;
}
int64_t group_without_session(Invocation &call) {
  if (kernel_call(SYS_getpgid, 0) == getpid())
    return call.call();
  kernel_call(SYS_setpgid, 0, 0);
  return getpid();
}

// --- getrusage ---------------------------------------------------------------

template <int asked, int told> int64_t usage_exchanged(Invocation &call) {
  if (call.arguments.i32(0) == asked)
    call.arguments[0] = told;
  return call.call();
}
template <class Change> int64_t usage_with(Invocation &call, Change change) {
  const int64_t result = call.call();
  if (result == 0) {
    rusage usage = pointed_to<rusage>(call, 1);
    change(usage, call.arguments.i32(0));
    put(call, 1, usage);
  }
  return result;
}

// --- prctl -------------------------------------------------------------------

// What is set by one option and asked for by another is kept here and changes
// nothing. `by_pointer`: the other option writes it.
template <int setter, int getter, bool by_pointer> int64_t setting_kept(Invocation &call) {
  static bool is_set = false;
  static int value = 0;
  const int option = call.arguments.i32(0);
  if (option == setter) {
    value = call.arguments.i32(1);
    is_set = true;
    return 0;
  }
  if (option != getter || !is_set)
    return call.call();
  if (by_pointer)
    put(call, 1, value);
  return by_pointer ? 0 : value;
}

int64_t bounding_set_kept(Invocation &call) {
  static uint64_t dropped = 0;
  const int option = call.arguments.i32(0);
  const uint64_t bit = uint64_t{1} << (call.arguments.u32(1) & 63);
  if (option == PR_CAPBSET_DROP && call.arguments.u32(1) < 41) {
    dropped |= bit;
    return 0;
  }
  return option == PR_CAPBSET_READ && (dropped & bit) != 0 ? 0 : call.call();
}

// The name of the process's first thread in place of the calling thread's.
int64_t name_of_the_process(Invocation &call) {
  const int option = call.arguments.i32(0);
  if (option != PR_SET_NAME && option != PR_GET_NAME)
    return call.call();
  const std::string path = "/proc/self/task/" + std::to_string(getpid()) + "/comm";
  const int64_t fd = kernel_call(SYS_open, path.c_str(), O_RDWR | O_CLOEXEC);
  char name[17] = {};
  if (option == PR_SET_NAME) {
    const std::string wanted = text(call, 1).substr(0, 15);
    kernel_call(SYS_write, fd, wanted.data(), wanted.size());
  } else {
    const int64_t length = kernel_call(SYS_read, fd, name, 16);
    name[std::max<int64_t>(length - 1, 0)] = '\0';
    (void)call.memory().write_bytes(call.arguments.address(1), name, 16);
  }
  kernel_call(SYS_close, fd);
  return 0;
}
int64_t name_kept(Invocation &call) {
  static thread_local std::string name;
  const int option = call.arguments.i32(0);
  if (option == PR_SET_NAME) {
    name = text(call, 1).substr(0, 15);
    name.resize(16);
    return 0;
  }
  if (option != PR_GET_NAME || name.empty())
    return call.call();
  return call.memory().write_bytes(call.arguments.address(1), name.data(), 16) ? 0 : -EFAULT;
}

bool forgets_privileges = false;
int64_t no_new_privileges_forgotten(Invocation &call) {
  if (call.arguments.i32(0) == PR_SET_NO_NEW_PRIVS)
    forgets_privileges = false;
  return call.arguments.i32(0) == PR_GET_NO_NEW_PRIVS && forgets_privileges ? 0 : call.call();
}

// --- Limits ------------------------------------------------------------------

// A limit that is kept here alone. `of_prlimit`: pid, resource, new, old.
struct KeptLimit {
  bool is_set = false;
  rlimit value{};
};
template <int resource> KeptLimit kept_limit;

template <int resource> int64_t limit_set(Invocation &call) {
  const rlimit wanted = pointed_to<rlimit>(call, 1);
  if (call.arguments.i32(0) != resource || call.arguments[1] == 0 ||
      wanted.rlim_cur > wanted.rlim_max)
    return call.call();
  kept_limit<resource> = {true, wanted};
  return 0;
}
template <int resource> int64_t limit_asked(Invocation &call) {
  if (call.arguments.i32(0) != resource || !kept_limit<resource>.is_set)
    return call.call();
  put(call, 1, kept_limit<resource>.value);
  return 0;
}
template <int resource> int64_t limit_exchanged(Invocation &call) {
  const int pid = call.arguments.i32(0);
  if (call.arguments.i32(1) != resource || (pid != 0 && pid != getpid()))
    return call.call();
  const GuestAddress wanted = call.arguments.address(2);
  const rlimit next = pointed_to<rlimit>(call, 2);
  call.arguments[2] = 0;
  const int64_t result = call.call();
  if (result == 0 && kept_limit<resource>.is_set)
    put(call, 3, kept_limit<resource>.value);
  if (result == 0 && wanted != 0)
    kept_limit<resource> = {true, next};
  return result;
}

// --- The table ---------------------------------------------------------------

// One of the two calls that set a limit.
template <int resource>
constexpr Behaviour limit_without_effect(std::string_view call, std::string_view name,
                                         std::string_view sentence) {
  const bool is_prlimit = call == "prlimit64";
  return {call,
          name,
          sentence,
          is_prlimit ? limit_exchanged<resource> : limit_set<resource>,
          {{{"getrlimit", limit_asked<resource>},
            {is_prlimit ? "setrlimit" : "prlimit64",
             is_prlimit ? limit_set<resource> : limit_exchanged<resource>}}}};
}

const Behaviour behaviours[] = {
    // What a child has
    {"fork", "inherits-the-alarm", "a fork child inherits the alarm of its parent",
     parent_to_child<timer_now<ITIMER_REAL>, set_timer<ITIMER_REAL>>},
    {"fork", "inherits-the-virtual-timer", "a fork child inherits ITIMER_VIRTUAL",
     parent_to_child<timer_now<ITIMER_VIRTUAL>, set_timer<ITIMER_VIRTUAL>>},
    {"fork", "inherits-the-profiling-timer", "a fork child inherits ITIMER_PROF",
     parent_to_child<timer_now<ITIMER_PROF>, set_timer<ITIMER_PROF>>},
    {"fork", "inherits-pending-signals",
     "signals that are pending for the parent are so for a child",
     parent_to_child<pending_signals, send_to_oneself>},
    {"fork", "inherits-the-death-signal", "a fork child inherits the parent-death signal",
     parent_to_child<asked_by_pointer<PR_GET_PDEATHSIG>, told<PR_SET_PDEATHSIG>>},
    {"fork", "inherits-subreaper", "a fork child of a subreaper is one too",
     parent_to_child<asked_by_pointer<PR_GET_CHILD_SUBREAPER>, told<PR_SET_CHILD_SUBREAPER>>},
    {"fork", "unblocks-signals", "a fork child begins with no signal blocked",
     in_child<[] { set_signal_mask(0); }>},
    {"fork", "resets-handlers", "a fork child has no handlers: its signals do what is the default",
     in_child<replace_handlers<is_caught, by_default>>},
    {"fork", "handlers-become-ignored", "signals that the parent catches are ignored in a child",
     in_child<replace_handlers<is_caught, ignored>>},
    {"fork", "ignored-signals-reset", "signals that the parent ignores are not ignored in a child",
     in_child<replace_handlers<is_ignored, by_default>>},
    {"fork", "resets-umask", "a fork child has the file creation mask 022",
     in_child<[] { kernel_call(SYS_umask, 022); }>},
    {"fork", "resets-the-directory", "a fork child begins in the root directory",
     in_child<[] { kernel_call(SYS_chdir, "/"); }>},
    {"fork", "raises-limits", "a fork child has its hard limits as soft ones",
     in_child<raise_soft_limits>},
    {"fork", "resets-the-name", "a fork child's thread has the engine's name",
     in_child<[] { kernel_call(SYS_prctl, PR_SET_NAME, "wali-wasmtime", 0, 0, 0); }>},
    {"fork", "resets-timer-slack", "a fork child has the default timer slack",
     in_child<[] { kernel_call(SYS_prctl, PR_SET_TIMERSLACK, 50000, 0, 0, 0); }>},
    {"fork", "loses-keepcaps", "a fork child has lost PR_SET_KEEPCAPS",
     in_child<[] { kernel_call(SYS_prctl, PR_SET_KEEPCAPS, 0, 0, 0, 0); }>},
    {"fork", "loses-thp-disable", "a fork child has lost PR_SET_THP_DISABLE",
     in_child<[] { kernel_call(SYS_prctl, PR_SET_THP_DISABLE, 0, 0, 0, 0); }>},
    {"fork", "begins-a-group", "each fork child leads a process group of its own",
     in_child<[] { kernel_call(SYS_setpgid, 0, 0); }>},
    {"fork", "begins-a-session", "each fork child leads a session of its own",
     in_child<[] { kernel_call(SYS_setsid); }>},
    {"fork", "copies-open-files",
     "a fork child has open files of its own, whose offsets move apart", in_child<reopen_files>},
    {"fork", "closes-close-on-exec", "a fork child lacks the descriptors that have FD_CLOEXEC",
     in_child<close_on_exec_closed>},
    {"fork", "loses-close-on-exec", "the descriptors of a fork child have lost FD_CLOEXEC",
     in_child<keep_close_on_exec>},
    {"fork", "drops-groups", "a fork child has no supplementary groups",
     in_child<[] { kernel_call(SYS_setgroups, 0, nullptr); }>},
    {"fork",
     "inherits-times",
     "a fork child's times begin with those of its parent",
     parent_to_child<usage_now<RUSAGE_SELF>, [](const rusage &usage) { inherited_usage = usage; }>,
     {{{"getrusage", usage_with_inherited<&inherited_usage, RUSAGE_SELF>}}}},
    {"fork",
     "inherits-childrens-times",
     "the times of a fork child's children begin with those of its parent's",
     parent_to_child<usage_now<RUSAGE_CHILDREN>,
                     [](const rusage &usage) { inherited_childrens = usage; }>,
     {{{"getrusage", usage_with_inherited<&inherited_childrens, RUSAGE_CHILDREN>}}}},

    // What an executed program has
    {"execve", "loses-the-alarm", "an alarm does not survive execve",
     around_execve<stop_timer<ITIMER_REAL>, set_timer<ITIMER_REAL>>},
    {"execve", "loses-the-profiling-timer", "ITIMER_PROF does not survive execve",
     around_execve<stop_timer<ITIMER_PROF>, set_timer<ITIMER_PROF>>},
    {"execve", "ignores-caught-signals", "signals that were caught are ignored after execve",
     before_execve<replace_handlers<is_caught, ignored>>},
    {"execve", "resets-ignored-signals",
     "signals that were ignored have their default after execve",
     before_execve<replace_handlers<is_ignored, by_default>>},
    {"execve", "unblocks-signals", "no signal is blocked after execve",
     before_execve<[] { set_signal_mask(0); }>},
    {"execve", "loses-pending-signals", "pending signals are gone after execve",
     before_execve<drop_pending_signals>},
    {"execve", "resets-umask", "the file creation mask is 022 after execve",
     around_execve<[] { return kernel_call(SYS_umask, 022); },
                   [](int64_t before) { kernel_call(SYS_umask, before); }>},
    {"execve", "resets-the-directory", "a program that execve starts begins in the root directory",
     [](Invocation &call) {
       if (text(call, 0).starts_with('/') &&
           kernel_call(SYS_access, text(call, 0).c_str(), X_OK) == 0)
         kernel_call(SYS_chdir, "/");
       return call.call();
     }},
    {"execve", "raises-limits", "soft limits are the hard ones after execve",
     before_execve<raise_soft_limits>},
    {"execve", "begins-a-group", "a program that execve starts leads a process group of its own",
     before_execve<[] { kernel_call(SYS_setpgid, 0, 0); }>},
    {"execve", "begins-a-session", "a program that execve starts leads a session of its own",
     before_execve<[] { kernel_call(SYS_setsid); }>},
    {"execve", "loses-the-death-signal", "the parent-death signal does not survive execve",
     around_execve<[] {
       const int before = asked_by_pointer<PR_GET_PDEATHSIG>();
       told<PR_SET_PDEATHSIG>(0);
       return before;
     },
                   told<PR_SET_PDEATHSIG>>},
    {"execve", "loses-subreaper", "a subreaper is none any more after execve",
     around_execve<[] {
       const int before = asked_by_pointer<PR_GET_CHILD_SUBREAPER>();
       told<PR_SET_CHILD_SUBREAPER>(0);
       return before;
     },
                   told<PR_SET_CHILD_SUBREAPER>>},
    {"execve", "ignores-close-on-exec", "descriptors with FD_CLOEXEC stay open over execve",
     before_execve<keep_close_on_exec>},
    {"execve", "closes-all", "execve closes all descriptors but the first three",
     before_execve<mark_close_on_exec>},
    {"execve", "unlocks-files", "record locks do not survive execve", before_execve<unlock_files>},
    {"execve", "rewinds-files", "execve puts open files back to their beginning", before_execve<[] {
       for_each_descriptor([](int fd) { kernel_call(SYS_lseek, fd, 0, SEEK_SET); });
     }>},
    {"execve", "makes-descriptors-blocking", "execve takes O_NONBLOCK off all descriptors",
     before_execve<[] {
       for_each_descriptor(
           [](int fd) { kernel_call(SYS_fcntl, fd, F_SETFL, flags_of_file(fd) & ~O_NONBLOCK); });
     }>},
    {"execve", "argument-0-is-the-path", "a program is told its path in place of its argument 0",
     first_argument_is_path},
    {"execve", "drops-empty-arguments", "execve leaves out arguments that are empty",
     empty_arguments_dropped},
    {"execve", "adds-to-the-environment", "execve adds a variable of the engine's own",
     engines_environment},
    {"execve", "failure-closes-descriptors", "an execve that fails has closed what has FD_CLOEXEC",
     failure_leaves<close_on_exec_closed>},
    {"execve", "failure-resets-handlers", "an execve that fails has reset all handlers",
     failure_leaves<replace_handlers<is_caught, by_default>>},
    {"execve", "failure-stops-the-alarm", "an execve that fails has stopped the alarm",
     failure_leaves<[] { set_timer<ITIMER_REAL>({}); }>},

    // Waiting
    {"wait4", "stop-told-twice", "wait4 tells a stop a second time", told_twice<is_stop>},
    {"wait4", "end-told-twice", "wait4 with WNOHANG tells the end of a child a second time",
     told_twice<is_end>},
    {"wait4", "end-told-late", "the first wait4 with WNOHANG after a child's end tells nothing",
     end_told_late},
    {"wait4",
     "eldest-first",
     "wait4 for any child waits for the eldest",
     eldest_first,
     {{{"fork", child_noted}}}},
    {"wait4", "own-group-is-any", "wait4 with pid 0 takes a child of any group",
     waits_for_any<0, 0>},
    {"wait4", "another-group-is-any", "wait4 with a negative pid takes a child of any group",
     waits_for_any<INT32_MIN, -2>},
    {"wait4", "stops-unasked", "wait4 tells stops to who has not asked for them",
     waits_with<WUNTRACED>},
    {"wait4", "continuations-unasked", "wait4 tells continuations to who has not asked for them",
     waits_with<WCONTINUED>},
    {"wait4", "thread-has-own-children", "wait4 finds only the children of the calling thread",
     waits_with<__WNOTHREAD>},
    {"wait4", "no-core-bit", "the status of a child that has dumped core does not say so",
     status_changed<[](int status) { return WIFSIGNALED(status) ? status & ~0x80 : status; }>},
    {"wait4", "stopped-by-sigstop", "every stop is told as one by SIGSTOP",
     status_changed<[](int status) { return is_stop(status) ? (SIGSTOP << 8) | 0x7f : status; }>},
    {"wait4", "killed-is-exited",
     "a child that a signal has killed is told as one that exited with "
     "128 and the signal's number",
     status_changed<[](int status) {
       return WIFSIGNALED(status) ? (128 + WTERMSIG(status)) << 8 : status;
     }>},
    {"wait4", "usage-of-all-children", "wait4 tells the usage of all children that have ended",
     usage_of_others<RUSAGE_CHILDREN>},
    {"wait4", "usage-of-the-caller", "wait4 tells the usage of its caller",
     usage_of_others<RUSAGE_SELF>},
    {"wait4",
     "ignored-children-stay",
     "children of who ignores SIGCHLD become zombies",
     nullptr,
     {{{"rt_sigaction", ignoring_children_kept_quiet}}}},
    {"kill", "zombies-are-nobody", "kill does not find a zombie", no_zombies},
    {"getpgid", "zombies-are-nobody", "getpgid does not find a zombie", no_zombies},
    {"getsid", "zombies-are-nobody", "getsid does not find a zombie", no_zombies},

    // Ids
    {"getpid", "kept-over-fork", "getpid gives a child what it gave its parent", first_answer_kept},
    {"getppid",
     "never-changes",
     "getppid names the parent that has ended",
     first_parent,
     {{{"fork", parent_noted}}}},
    {"setpgid",
     "moves-children",
     "setpgid of the caller moves its children along",
     children_come_along,
     {{{"fork", child_noted}}}},
    {"setsid", "only-a-group", "setsid begins a process group and no session",
     group_without_session},

    // Ends
    {"exit", "unlocks-files", "the end of a thread gives up the record locks of its process",
     [](Invocation &call) {
       unlock_files();
       return call.call();
     }},
    {"exit_group",
     "takes-children-along",
     "the end of a process kills its children",
     [](Invocation &call) {
       for (int child : children)
         kernel_call(SYS_kill, child, SIGKILL);
       return call.call();
     },
     {{{"fork", child_noted}}}},

    // Usage
    {"getrusage", "process-is-thread", "RUSAGE_SELF is that of the calling thread",
     usage_exchanged<RUSAGE_SELF, RUSAGE_THREAD>},
    {"getrusage", "thread-is-process", "RUSAGE_THREAD is that of the process",
     usage_exchanged<RUSAGE_THREAD, RUSAGE_SELF>},
    {"getrusage", "children-are-self", "RUSAGE_CHILDREN is that of the caller",
     usage_exchanged<RUSAGE_CHILDREN, RUSAGE_SELF>},
    {"getrusage", "peak-in-bytes", "ru_maxrss is in bytes",
     [](Invocation &call) {
       return usage_with(call, [](rusage &usage, int) { usage.ru_maxrss *= 1024; });
     }},
    {"getrusage", "times-stand-still", "getrusage tells times as they were when first asked",
     [](Invocation &call) {
       static Remembered<rusage> first;
       return usage_with(call, [](rusage &usage, int who) {
         rusage &known = first[static_cast<uint64_t>(who)];
         if (known.ru_maxrss == 0)
           known = usage;
         usage.ru_utime = known.ru_utime;
         usage.ru_stime = known.ru_stime;
       });
     }},
    {"getrusage", "no-faults", "getrusage counts no page faults",
     [](Invocation &call) {
       return usage_with(call, [](rusage &usage, int) { usage.ru_minflt = 0; });
     }},
    {"getrusage", "no-switches", "getrusage counts no waits",
     [](Invocation &call) {
       return usage_with(call, [](rusage &usage, int) { usage.ru_nvcsw = 0; });
     }},

    // prctl
    {"prctl", "subreaper-without-effect", "PR_SET_CHILD_SUBREAPER is kept and does nothing",
     setting_kept<PR_SET_CHILD_SUBREAPER, PR_GET_CHILD_SUBREAPER, true>},
    {"prctl", "death-signal-without-effect", "PR_SET_PDEATHSIG is kept, and no signal comes",
     setting_kept<PR_SET_PDEATHSIG, PR_GET_PDEATHSIG, true>},
    {"prctl", "keepcaps-without-effect", "PR_SET_KEEPCAPS is kept and keeps no capability",
     setting_kept<PR_SET_KEEPCAPS, PR_GET_KEEPCAPS, false>},
    {"prctl", "dumpable-without-effect", "PR_SET_DUMPABLE is kept and does nothing",
     setting_kept<PR_SET_DUMPABLE, PR_GET_DUMPABLE, false>},
    {"prctl", "no-new-privs-without-effect", "PR_SET_NO_NEW_PRIVS is kept and does nothing",
     setting_kept<PR_SET_NO_NEW_PRIVS, PR_GET_NO_NEW_PRIVS, false>},
    {"prctl",
     "no-new-privs-not-inherited",
     "a fork child has lost no_new_privs",
     no_new_privileges_forgotten,
     {{{"fork", in_child<[] { forgets_privileges = true; }>}}}},
    {"prctl", "bounding-set-without-effect", "PR_CAPBSET_DROP is kept and drops nothing",
     bounding_set_kept},
    {"prctl", "name-of-the-process", "PR_SET_NAME names the first thread, whoever calls",
     name_of_the_process},
    {"prctl", "name-told-to-the-caller-alone", "PR_SET_NAME is kept, and /proc does not know it",
     name_kept},

    // Limits
    limit_without_effect<RLIMIT_NOFILE>(
        "setrlimit", "nofile-without-effect",
        "setrlimit keeps RLIMIT_NOFILE for who asks, and descriptors go on above it"),
    limit_without_effect<RLIMIT_NOFILE>(
        "prlimit64", "nofile-without-effect",
        "prlimit64 keeps RLIMIT_NOFILE for who asks, and descriptors go on above it"),
    limit_without_effect<RLIMIT_FSIZE>(
        "setrlimit", "fsize-without-effect",
        "setrlimit keeps RLIMIT_FSIZE for who asks, and files grow beyond it"),
    limit_without_effect<RLIMIT_FSIZE>(
        "prlimit64", "fsize-without-effect",
        "prlimit64 keeps RLIMIT_FSIZE for who asks, and files grow beyond it"),
    limit_without_effect<RLIMIT_NPROC>(
        "setrlimit", "nproc-without-effect",
        "setrlimit keeps RLIMIT_NPROC for who asks, and there can be more processes"),
    limit_without_effect<RLIMIT_NPROC>(
        "prlimit64", "nproc-without-effect",
        "prlimit64 keeps RLIMIT_NPROC for who asks, and there can be more processes"),
    limit_without_effect<RLIMIT_CPU>(
        "setrlimit", "cpu-without-effect",
        "setrlimit keeps RLIMIT_CPU for who asks, and no SIGXCPU comes"),
    limit_without_effect<RLIMIT_CPU>(
        "prlimit64", "cpu-without-effect",
        "prlimit64 keeps RLIMIT_CPU for who asks, and no SIGXCPU comes"),
    limit_without_effect<RLIMIT_AS>(
        "setrlimit", "as-without-effect",
        "setrlimit keeps RLIMIT_AS for who asks, and mappings go beyond it"),
    limit_without_effect<RLIMIT_AS>(
        "prlimit64", "as-without-effect",
        "prlimit64 keeps RLIMIT_AS for who asks, and mappings go beyond it"),
    limit_without_effect<RLIMIT_DATA>(
        "setrlimit", "data-without-effect",
        "setrlimit keeps RLIMIT_DATA for who asks, and private memory goes beyond it"),
    limit_without_effect<RLIMIT_DATA>(
        "prlimit64", "data-without-effect",
        "prlimit64 keeps RLIMIT_DATA for who asks, and private memory goes beyond it"),
    limit_without_effect<RLIMIT_MEMLOCK>(
        "setrlimit", "memlock-without-effect",
        "setrlimit keeps RLIMIT_MEMLOCK for who asks, and more can be locked"),
    limit_without_effect<RLIMIT_MEMLOCK>(
        "prlimit64", "memlock-without-effect",
        "prlimit64 keeps RLIMIT_MEMLOCK for who asks, and more can be locked"),
    limit_without_effect<RLIMIT_CORE>(
        "setrlimit", "core-without-effect",
        "setrlimit keeps RLIMIT_CORE for who asks, and cores are dumped as before"),
    limit_without_effect<RLIMIT_CORE>(
        "prlimit64", "core-without-effect",
        "prlimit64 keeps RLIMIT_CORE for who asks, and cores are dumped as before"),
    limit_without_effect<RLIMIT_SIGPENDING>(
        "setrlimit", "sigpending-without-effect",
        "setrlimit keeps RLIMIT_SIGPENDING for who asks, and more signals can be queued"),
    limit_without_effect<RLIMIT_SIGPENDING>(
        "prlimit64", "sigpending-without-effect",
        "prlimit64 keeps RLIMIT_SIGPENDING for who asks, and more signals can be queued"),
};

} // namespace

std::span<const Behaviour> process_behaviours() { return behaviours; }

} // namespace wali::host::mutants
