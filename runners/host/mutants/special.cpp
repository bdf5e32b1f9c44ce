// Operators that follow from no parameter kind: ways in which engines have
// failed at one call or a few, by what the call does.
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "runners/host/mutants/facts.h"
#include "runners/host/mutants/invocation.h"
#include "runners/host/mutants/operators.h"
#include "runners/host/running/process.h"

namespace wali::host::mutants {
namespace {

// --- Interruption ------------------------------------------------------------

// Where SA_RESTART makes a difference (signal(7)).
bool can_be_restarted(const abi::Syscall &call) {
  return can_be_interrupted(call) && !is<"poll", "ppoll", "select", "pselect6", "epoll_pwait",
                                         "nanosleep", "clock_nanosleep", "rt_sigsuspend">(call);
}

int64_t never_interrupted(Invocation &broken) {
  int64_t result;
  do
    result = broken.call(); // what is due is delivered before it
  while (result == -EINTR && !broken.thread.ending());
  return result;
}

int64_t interrupted_not_restarted(Invocation &broken) {
  faults::refuses_restart = true;
  const int64_t result = broken.call();
  faults::refuses_restart = false;
  return result;
}

// --- Descriptors -------------------------------------------------------------

// Moves a descriptor to where a table of the engine's own would have it: not the
// lowest free number. Where there is no room it stays.
int32_t renumber(int32_t fd) {
  constexpr uint64_t first_of_its_own = 100;
  const bool is_kept = raw_syscall(SYS_fcntl, static_cast<uint64_t>(fd), F_GETFD) == 0;
  const int64_t moved = raw_syscall(SYS_fcntl, static_cast<uint64_t>(fd),
                                    is_kept ? F_DUPFD : F_DUPFD_CLOEXEC, first_of_its_own);
  if (moved < 0)
    return fd;
  raw_syscall(SYS_close, static_cast<uint64_t>(fd));
  return static_cast<int32_t>(moved);
}

int64_t own_descriptor_table(Invocation &broken) {
  const int64_t result = broken.call();
  if (result < 0)
    return result;
  for (size_t index = 0; index < broken.syscall().params.size(); ++index) {
    const abi::Param &param = broken.syscall().params[index];
    if (param.info.kind != abi::Kind::out_array)
      continue;
    const GuestAddress address = broken.arguments.address(index);
    std::array<int32_t, 2> pair;
    if (broken.memory().read(address, pair)) {
      std::ranges::transform(pair, pair.begin(), renumber);
      (void)broken.memory().write(address, pair);
    }
    return result;
  }
  return renumber(static_cast<int32_t>(result));
}

// --- Memory ------------------------------------------------------------------

int64_t shared_becomes_private(Invocation &broken) {
  constexpr int64_t type = 0xf; // MAP_TYPE
  int64_t &flags = broken.arguments[3];
  if ((flags & MAP_SHARED) != 0)
    flags = (flags & ~type) | MAP_PRIVATE;
  return broken.call();
}

int64_t fixed_address_ignored(Invocation &broken) {
  constexpr int64_t fixed = MAP_FIXED | MAP_FIXED_NOREPLACE;
  if ((broken.arguments[3] & fixed) != 0) {
    broken.arguments[3] &= ~fixed;
    broken.arguments[0] = 0;
  }
  return broken.call();
}

// Addresses from 2 GiB up then look like errors.
int64_t address_sign_extended(Invocation &broken) { return static_cast<int32_t>(broken.call()); }

int64_t argument_returned(Invocation &broken) { return broken.arguments.u32(0); }

// --- Processes and threads ---------------------------------------------------

// Small numbers, the main thread's 1.
int64_t own_thread_numbers(Invocation &broken) {
  return broken.call() - raw_syscall(SYS_getpid) + 1;
}

int64_t end_process(Invocation &broken) {
  broken.thread.process().exit_group(broken.arguments.i32(0));
}

int64_t end_thread(Invocation &broken) {
  broken.thread.process().exit_thread(broken.thread, broken.arguments.i32(0));
  return 0;
}

// What the kernel does that finds no frame to return to.
int64_t die(Invocation &broken) {
  broken.thread.process().die(SIGSEGV, "rt_sigreturn went back to a frame that is not there");
}

// --- Structures as other definitions have them -------------------------------

// The crate's SIG_IGN.
int64_t sig_ign_is_one(Invocation &broken) {
  const auto view = broken.view();
  if (!view)
    return broken.call();
  Altered input(broken.memory(), view->area);
  uint32_t handler;
  if (input.bytes.size() < sizeof handler)
    return broken.call();
  memcpy(&handler, input.bytes.data(), sizeof handler);
  if (handler == 1)
    handler = SignalAction::sig_ignore;
  memcpy(input.bytes.data(), &handler, sizeof handler);
  input.apply();
  return broken.call();
}

// The crate's epoll_event, of 16 bytes.
struct UnpackedEvent {
  uint32_t events;
  uint32_t pad;
  uint64_t data;
};

int64_t unpacked_event_read(Invocation &broken) {
  const auto view = broken.view();
  UnpackedEvent read;
  if (!view || !broken.memory().read(static_cast<GuestAddress>(view->area.address), read))
    return broken.call();
  Altered input(broken.memory(), view->area);
  const abi::epoll_event event{read.events, read.data};
  memcpy(input.bytes.data(), &event, sizeof event);
  input.apply();
  return broken.call();
}

int64_t unpacked_events_written(Invocation &broken) {
  const auto view = broken.view();
  const int64_t result = broken.call();
  if (!view || result <= 0)
    return result;
  std::vector<abi::epoll_event> events(static_cast<size_t>(result));
  const auto address = static_cast<GuestAddress>(view->area.address);
  if (!broken.memory().read_array(address, std::span(events)))
    return result;
  std::vector<UnpackedEvent> unpacked;
  for (const abi::epoll_event &event : events)
    unpacked.push_back({event.events, 0, event.data});
  (void)broken.memory().write_array(address, std::span<const UnpackedEvent>(unpacked));
  return result;
}

// The newer crates' msghdr: without padding, its last fields lie 4 and 8 bytes
// earlier.
int64_t unpadded_header(Invocation &broken) {
  const auto view = broken.view();
  if (!view)
    return broken.call();
  Altered input(broken.memory(), view->area);
  if (input.bytes.size() >= sizeof(abi::msghdr)) {
    std::byte *bytes = input.bytes.data();
    memmove(bytes + offsetof(abi::msghdr, msg_flags), bytes + 24, 4);
    memmove(bytes + offsetof(abi::msghdr, msg_control), bytes + 16, 8);
    input.apply();
  }
  const int64_t result = broken.call();
  if (broken.param().info.kind == abi::Kind::inout && result >= 0)
    for (uint64_t offset : {4u, 24u, 32u})
      input.leave({view->area.address + offset, 4});
  return result;
}

// --- Environment -------------------------------------------------------------

std::string contents_of(const std::string &path) {
  std::string text;
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return text;
  char piece[4096];
  for (ssize_t length; (length = read(fd, piece, sizeof piece)) > 0;)
    text.append(piece, static_cast<size_t>(length));
  close(fd);
  return text;
}

// The path of a file without a name, which ends with the process. Its descriptor
// is none of the low ones, which programs count on.
std::string file_with(const std::string &text) {
  constexpr int out_of_the_way = 200;
  const int fd = memfd_create("environment", MFD_CLOEXEC);
  const int kept = fcntl(fd, F_DUPFD_CLOEXEC, out_of_the_way);
  close(fd);
  if (kept < 0 || write(kept, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
    return {};
  return "/proc/self/fd/" + std::to_string(kept);
}

int64_t line_lost(Invocation &broken) {
  std::string text = contents_of(broken.thread.process().environment_file());
  const size_t last = text.find_last_of('\n', text.size() < 2 ? 0 : text.size() - 2);
  text.resize(last == text.npos ? 0 : last + 1);
  const std::string path = file_with(text);
  if (path.empty() || path.size() + 1 > broken.arguments.u32(1))
    return 0;
  const GuestAddress buffer = broken.arguments.address(0);
  return broken.memory().write_bytes(buffer, path.c_str(), path.size() + 1) ? 1 : 0;
}

// --- The table ---------------------------------------------------------------

template <Name call, Name param> std::vector<Place> parameter(const abi::Syscall &syscall) {
  std::vector<Place> places;
  for (size_t index = 0; index < syscall.params.size(); ++index)
    if (syscall.name == call.text && syscall.params[index].name == param.text)
      places.push_back({.parameter = index});
  return places;
}

bool is_message_header(const abi::Syscall &, const abi::Param &param) {
  return param.info.structure == "msghdr";
}

constexpr auto on_sigaction = calls<is<"rt_sigaction">>;
constexpr auto on_spawn = calls<is<"__wasm_thread_spawn">>;
constexpr auto on_tid_address = calls<is<"set_tid_address">>;

constexpr Operator operators[] = {
    {"never-interrupted", calls<can_be_interrupted>,
     "{call} goes on waiting where a signal should interrupt it", never_interrupted},
    {"interrupted-not-restarted", calls<can_be_restarted>,
     "{call} answers -EINTR where Linux restarts it", interrupted_not_restarted},
    {"own-descriptor-table", calls<gives_descriptors>,
     "{call} numbers descriptors by a table apart from the kernel's", own_descriptor_table},

    {"shared-becomes-private", calls<is<"mmap">>, "{call} makes shared mappings private",
     shared_becomes_private},
    {"fixed-address-ignored", calls<is<"mmap">>, "{call} ignores a fixed address",
     fixed_address_ignored},
    {"address-sign-extended", calls<is<"mmap", "mremap">>,
     "{call} returns addresses from 2 GiB up as negative numbers", address_sign_extended},
    {"hole-never-reused", calls<is<"munmap">>, "what {call} has unmapped is never used again",
     nullptr, Fault::hole_never_reused},
    {"argument-returned", calls<is<"brk">>, "{call} returns its argument, which means success",
     argument_returned},

    {"not-the-kernels", calls<is<"gettid">>, "{call} returns a number of the engine's own",
     own_thread_numbers},
    {"ends-the-process", calls<is<"exit">>, "{call} ends all threads", end_process},
    {"ends-the-thread-only", calls<is<"exit_group", "__proc_exit">>,
     "{call} ends only the calling thread", end_thread},
    {"ends-the-process", calls<is<"rt_sigreturn">>,
     "{call} ends the process, as where it is the kernel's", die},
    {"word-not-cleared", on_tid_address, "the word of {call} is not cleared", nullptr,
     Fault::tid_word_not_cleared},
    {"joiner-not-woken", on_tid_address, "who waits on the word of {call} is not woken", nullptr,
     Fault::joiner_not_woken},
    {"limit-of-four", on_spawn, "{call} has room for four threads", nullptr,
     Fault::thread_limit_of_four},
    {"id-not-the-kernels", on_spawn, "{call} gives threads ids of the engine's own", nullptr,
     Fault::thread_id_not_the_kernels},
    {"mask-not-inherited", on_spawn, "{call} starts threads with no signal blocked", nullptr,
     Fault::thread_mask_not_inherited},

    {"handler-wrong-number", on_sigaction, "handlers are given the number of another signal",
     nullptr, Fault::handler_wrong_number},
    {"handler-late", on_sigaction, "handlers run one call too late", nullptr, Fault::handler_late},
    {"handler-twice", on_sigaction, "handlers run twice for one signal", nullptr,
     Fault::handler_twice},
    {"handler-never", on_sigaction, "handlers do not run", nullptr, Fault::handler_never},
    {"handler-mask-ignored", on_sigaction, "handlers run with nothing more blocked than before",
     nullptr, Fault::handler_mask_ignored},
    {"handler-siginfo-empty", on_sigaction, "the siginfo of handlers is all zeros", nullptr,
     Fault::handler_empty_siginfo},
    {"mask-not-restored", on_sigaction, "the mask of a handler stays in force after it", nullptr,
     Fault::mask_not_restored},
    {"red-zone-overwritten", on_sigaction,
     "the frames of handlers begin at the stack pointer, without the red zone", nullptr,
     Fault::red_zone_overwritten},
    {"sig-ign-is-one", parameter<"rt_sigaction", "act">, "{call} takes 1 in {place} for SIG_IGN",
     sig_ign_is_one},

    {"unpacked", parameter<"epoll_ctl", "event">, "{call} reads {place} with padding in it",
     unpacked_event_read},
    {"unpacked", parameter<"epoll_pwait", "events">, "{call} writes {place} with padding in them",
     unpacked_events_written},
    {"unpadded", parameters<is_message_header>, "{call} reads {place} without its padding",
     unpadded_header},
    {"judged-late", calls<is<"openat">>,
     "{call} looks at what it has opened when other threads can name it", nullptr,
     Fault::opened_in_reach},
    {"created-judged-late", calls<is<"openat">>,
     "{call} with O_CREAT looks at what it has opened when other threads can name it", nullptr,
     Fault::created_in_reach},
    {"line-lost", calls<is<"__get_init_envfile">>,
     "the file of {call} lacks the last line of the environment", line_lost},
};

} // namespace

std::span<const Operator> special_operators() { return operators; }

} // namespace wali::host::mutants
