#include "runners/host/mutants/facts.h"

#include <errno.h>

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "runners/host/mutants/mutant.h"

namespace wali::host::mutants {
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_one_of(const abi::Syscall &call, Names names) {
  return std::ranges::find(names, call.name) != names.end();
}

bool always_answers_zero(const abi::Syscall &call) {
  return is_one_of(call, {"sched_yield", "brk", "__init", "__deinit"});
}

// A parameter of which Linux knows only some flags of the set.
struct KnownFlags {
  std::string_view call, param;
  std::vector<std::string_view> names;
};

const std::vector<KnownFlags> &known_flags() {
  static const std::vector<KnownFlags> all = {
      {"pipe2", "flags", {"O_CLOEXEC", "O_NONBLOCK", "O_DIRECT"}},
      {"dup3", "flags", {"O_CLOEXEC"}},
      {"fchownat", "flags", {"AT_EMPTY_PATH", "AT_SYMLINK_NOFOLLOW"}},
      {"fstatat", "flags", {"AT_EMPTY_PATH", "AT_NO_AUTOMOUNT", "AT_SYMLINK_NOFOLLOW"}},
      {"newfstatat", "flags", {"AT_EMPTY_PATH", "AT_NO_AUTOMOUNT", "AT_SYMLINK_NOFOLLOW"}},
      {"linkat", "flags", {"AT_EMPTY_PATH", "AT_SYMLINK_FOLLOW"}},
      {"utimensat", "flags", {"AT_EMPTY_PATH", "AT_SYMLINK_NOFOLLOW"}},
      {"faccessat2", "flags", {"AT_EACCESS", "AT_EMPTY_PATH", "AT_SYMLINK_NOFOLLOW"}},
      {"statx",
       "flags",
       {"AT_EMPTY_PATH", "AT_NO_AUTOMOUNT", "AT_SYMLINK_NOFOLLOW", "AT_STATX_FORCE_SYNC",
        "AT_STATX_DONT_SYNC"}},
      {"sendto",
       "flags",
       {"MSG_OOB", "MSG_DONTROUTE", "MSG_DONTWAIT", "MSG_EOR", "MSG_CONFIRM", "MSG_NOSIGNAL",
        "MSG_MORE"}},
      {"sendmsg",
       "flags",
       {"MSG_OOB", "MSG_DONTROUTE", "MSG_DONTWAIT", "MSG_EOR", "MSG_CONFIRM", "MSG_NOSIGNAL",
        "MSG_MORE"}},
      {"recvfrom",
       "flags",
       {"MSG_OOB", "MSG_PEEK", "MSG_TRUNC", "MSG_DONTWAIT", "MSG_WAITALL", "MSG_ERRQUEUE"}},
      {"recvmsg",
       "flags",
       {"MSG_OOB", "MSG_PEEK", "MSG_TRUNC", "MSG_DONTWAIT", "MSG_WAITALL", "MSG_ERRQUEUE",
        "MSG_CMSG_CLOEXEC"}},
      {"mmap", "prot", {"PROT_READ", "PROT_WRITE", "PROT_EXEC"}},
  };
  return all;
}

std::vector<Structure> make_structures() {
  std::vector<Structure> all;
  const auto add = [&](std::string_view field, uint32_t offset) {
    const bool is_filling = field.starts_with("pad") || field.starts_with("spare") ||
                            field == "sin_zero" || field == "nl_pad";
    auto &fields = all.back().fields;
    if (!is_filling && (fields.empty() || fields.back().offset < offset))
      fields.push_back({field, offset});
  };
#define STRUCT(type, size) all.push_back({#type, size, {}});
#define FIELD(type, field, offset) add(#field, offset);
#include "harness/abi/layouts.def"
  return all;
}

} // namespace

// Man pages: "always successful", or no error but of a kernel of long ago.
bool can_fail(const abi::Syscall &call) {
  return !is_one_of(call, {"getpid", "getppid", "gettid", "getuid", "geteuid", "getgid", "getegid",
                           "umask", "sched_yield", "alarm", "brk", "set_tid_address", "exit",
                           "exit_group", "__init", "__deinit", "__proc_exit", "__cl_get_argc",
                           "__get_init_envfile"});
}

bool can_succeed(const abi::Syscall &call) {
  return can_return(call) && !is_one_of(call, {"execve", "rt_sigsuspend", "rt_sigreturn"});
}

bool has_varying_result(const abi::Syscall &call) {
  return can_return(call) && !always_answers_zero(call) &&
         !is_one_of(call, {"rt_sigreturn", "__cl_get_argc"});
}

bool can_return(const abi::Syscall &call) {
  return !is_one_of(call, {"exit", "exit_group", "__proc_exit"});
}

bool can_be_interrupted(const abi::Syscall &call) {
  return is_one_of(call, {"read",     "write",   "readv",   "writev",      "open",
                          "openat",   "poll",    "ppoll",   "select",      "pselect6",
                          "accept",   "accept4", "connect", "sendto",      "sendmsg",
                          "recvfrom", "recvmsg", "wait4",   "nanosleep",   "clock_nanosleep",
                          "fcntl",    "flock",   "futex",   "epoll_pwait", "rt_sigsuspend"});
}

bool gives_descriptors(const abi::Syscall &call) {
  return is_one_of(call, {"open", "openat", "pipe", "pipe2", "socket", "socketpair", "accept",
                          "accept4", "dup", "eventfd", "eventfd2", "epoll_create1"});
}

bool is_start_call(const abi::Syscall &call) { return call.name.starts_with("__"); }

// The parameters that the host ignores as ABI.md has it, and those that
// stand for nothing here.
bool has_effect(const abi::Syscall &call, const abi::Param &param) {
  return param.info.kind != abi::Kind::ignored && !is_one_of(call, {"brk", "rt_sigreturn"});
}

std::vector<Flag> flags_of(const abi::ConstantSet &set) {
  uint32_t single = 0;
  for (auto *name = set.begin; name != set.end; ++name)
    if (std::has_single_bit(name->value))
      single |= name->value;
  std::vector<Flag> flags;
  for (auto *name = set.begin; name != set.end; ++name) {
    const uint32_t own = std::has_single_bit(name->value) ? name->value : name->value & ~single;
    if (std::has_single_bit(own))
      flags.push_back({name->name, own});
  }
  return flags;
}

std::vector<Flag> flags_of(const abi::Syscall &call, const abi::Param &param) {
  std::vector<Flag> flags = flags_of(*param.info.constants);
  for (const KnownFlags &known : known_flags()) {
    if (known.call != call.name || known.param != param.name)
      continue;
    std::erase_if(flags, [&](const Flag &flag) {
      return std::ranges::find(known.names, flag.name) == known.names.end();
    });
  }
  return flags;
}

bool refuses_unknown_flags(const abi::Syscall &call, const abi::Param &param) {
  if (param.info.kind != abi::Kind::flags)
    return false;
  return is_one_of(call, {"accept4",   "pipe2",     "dup3",       "eventfd2",   "epoll_create1",
                          "getrandom", "renameat2", "mremap",     "msync",      "wait4",
                          "fchownat",  "fstatat",   "newfstatat", "unlinkat",   "linkat",
                          "utimensat", "access",    "faccessat",  "faccessat2", "mprotect"}) ||
         (call.name == "statx" && param.name == "flags");
}

std::span<const FlagField> flag_fields() {
  using namespace abi::sets;
  // F_ADD_SEALS is not here: no call of the interface makes a file that takes seals.
  constexpr int f_setfd = 2, f_setfl = 4;
  static const std::vector<std::string_view> poll_names = {"POLLIN",     "POLLPRI",    "POLLOUT",
                                                           "POLLRDNORM", "POLLRDBAND", "POLLWRNORM",
                                                           "POLLWRBAND", "POLLRDHUP"};
  static const std::vector<FlagField> all = {
      {"rt_sigaction",
       "act",
       4,
       8,
       &sigaction_flags,
       {"SA_NOCLDSTOP", "SA_NOCLDWAIT", "SA_SIGINFO", "SA_ONSTACK", "SA_RESTART", "SA_NODEFER",
        "SA_RESETHAND"}},
      {"sigaltstack", "ss", 4, 4, &sigaltstack_flags, {"SS_DISABLE", "SS_AUTODISARM"}},
      {"poll", "fds", 4, 2, &poll_events, poll_names},
      {"ppoll", "fds", 4, 2, &poll_events, poll_names},
      {"epoll_ctl",
       "event",
       0,
       4,
       &epoll_events,
       {"EPOLLIN", "EPOLLPRI", "EPOLLOUT", "EPOLLRDNORM", "EPOLLRDBAND", "EPOLLWRNORM",
        "EPOLLWRBAND", "EPOLLRDHUP", "EPOLLEXCLUSIVE", "EPOLLONESHOT", "EPOLLET"}},
      {"fcntl", "arg", 0, 0, &fd_flags, {}, f_setfd},
      {"fcntl",
       "arg",
       0,
       0,
       &open_flags,
       {"O_APPEND", "O_NONBLOCK", "O_ASYNC", "O_DIRECT", "O_NOATIME"},
       f_setfl},
      {"socket", "type", 0, 0, &socket_flags},
      {"socketpair", "type", 0, 0, &socket_flags},
      {"futex", "futex_op", 0, 0, &futex_flags},
  };
  return all;
}

uint32_t Structure::alignment() const {
  uint32_t common = std::gcd(8u, size);
  for (const Field &field : fields)
    common = std::gcd(common, field.offset);
  return common;
}

const Structure *find_structure(std::string_view name) {
  static const std::vector<Structure> all = make_structures();
  auto found = std::ranges::find(all, name, &Structure::name);
  return found == all.end() ? nullptr : &*found;
}

std::span<const NestedPointer> nested_pointers() {
  static constexpr NestedPointer all[] = {
      {"iovec", "iov_base", 0, 4},        {"msghdr", "msg_name", 0, 4},
      {"msghdr", "msg_iov", 8, 4},        {"msghdr", "msg_control", 20, 4},
      {"pselect6_mask", "address", 0, 8}, {"stack", "ss_sp", 0, 4},
  };
  return all;
}

bool may_be_pointer(const abi::Syscall &call, const abi::Param &param) {
  return (call.name == "fcntl" && param.name == "arg") ||
         (call.name == "ioctl" && param.name == "argp") ||
         (call.name == "prctl" && param.name == "arg2") ||
         (call.name == "futex" && (param.name == "timeout" || param.name == "uaddr2"));
}

bool is_followed(const abi::Syscall &call, const abi::Param &param) {
  return abi::is_pointer(param.info.kind) || may_be_pointer(call, param);
}

int64_t refusal_of_address(const abi::Syscall &call) {
  if (!is_start_call(call))
    return -EFAULT;
  return call.name == "__get_init_envfile" ? 0 : -1;
}

// mm/mmap.c, mm/mprotect.c, mm/mremap.c, mm/msync.c, mm/madvise.c: the sum of
// address and length lies beyond the end, or comes out below the address.
int64_t error_of_huge_length(const abi::Syscall &call) {
  if (is_one_of(call, {"mmap", "mprotect", "msync"}))
    return -ENOMEM;
  return -EINVAL;
}

} // namespace wali::host::mutants
