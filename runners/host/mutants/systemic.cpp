// Systemic mutants: what engines get wrong in many calls at once. Most consist of
// mutants of single calls; the others are as broken engines were seen to be.
#include <errno.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <optional>
#include <string>

#include "runners/host/mutants/facts.h"
#include "runners/host/mutants/invocation.h"
#include "runners/host/mutants/operators.h"
#include "runners/host/mutants/written.h"
#include "runners/host/running/process.h"

namespace wali::host::mutants {
namespace {

// --- Parts -------------------------------------------------------------------

// Those of a call's mutants that one operator makes.
template <Name op> std::vector<Mutant> made_by(const abi::Syscall &call) {
  std::vector<Mutant> parts = mutants_of(call);
  std::erase_if(parts, [](const Mutant &mutant) { return mutant.op->name != op.text; });
  return parts;
}

// One mutant of one call.
template <Name mutant> std::vector<Mutant> only(const abi::Syscall &call) {
  std::vector<Mutant> parts = mutants_of(call);
  std::erase_if(parts, [](const Mutant &each) { return each.name() != mutant.text; });
  return parts;
}

// --- Pointers ----------------------------------------------------------------

int64_t high_address_refused(Invocation &broken) {
  constexpr uint64_t two_gibibytes = uint64_t{1} << 31;
  const auto view = broken.view();
  return view && view->area.address >= two_gibibytes ? refusal_of_address(broken.syscall())
                                                     : broken.call();
}

int64_t bad_address_traps(Invocation &broken) {
  const auto view = broken.view();
  if (view && view->area.address >= broken.memory().size())
    broken.thread.process().die({"memory access out of bounds", SIGSEGV});
  return broken.call();
}

int64_t untranslated(Invocation &broken) {
  if (broken.view())
    broken.argument() = nowhere;
  return broken.call();
}

// --- Times with 32-bit fields ------------------------------------------------

// These consist of 64-bit fields alone.
bool holds_longs(std::string_view structure) {
  return structure == "timespec" || structure == "timeval" || structure == "itimerval";
}

bool is_time(const abi::Syscall &call, const abi::Param &param) {
  return holds_longs(param.info.structure) || (call.name == "futex" && param.name == "timeout");
}

std::vector<int64_t> longs_of(std::span<const std::byte> bytes) {
  std::vector<int64_t> longs(bytes.size() / sizeof(int64_t));
  memcpy(longs.data(), bytes.data(), longs.size() * sizeof(int64_t));
  return longs;
}

// As it reads who takes each half of a field for a field.
void widen(std::vector<std::byte> &bytes) {
  std::vector<int32_t> halves(bytes.size() / sizeof(int32_t));
  memcpy(halves.data(), bytes.data(), halves.size() * sizeof(int32_t));
  const std::vector<int64_t> longs(halves.begin(), halves.end());
  memcpy(bytes.data(), longs.data(), bytes.size());
}

void write_narrow(const Memory &memory, Area area, std::span<const int64_t> longs) {
  const std::vector<int32_t> halves(longs.begin(), longs.end());
  (void)memory.write_array(static_cast<GuestAddress>(area.address),
                           std::span<const int32_t>(halves));
}

int64_t times_of_32_bits(Invocation &broken) {
  const auto view = broken.view();
  if (!view || !holds_longs(view->structure))
    return broken.call();
  const Output output(broken, broken.index());
  std::vector<int64_t> written;
  int64_t result;
  {
    Altered memory(broken.memory(), view->area);
    if (view->in) {
      widen(memory.bytes);
      memory.apply();
    }
    result = broken.call();
    for (Area area : output.written(result)) {
      std::vector<std::byte> bytes(area.length);
      if (broken.memory().read_array(static_cast<GuestAddress>(area.address), std::span(bytes)))
        written = longs_of(bytes);
    }
  }
  if (!written.empty()) {
    output.restore();
    write_narrow(broken.memory(), view->area, written);
  }
  return result;
}

// --- Calls that are not there ------------------------------------------------

int64_t positive_enosys(Invocation &) { return ENOSYS; }
int64_t refused(Invocation &) { return -EPERM; }

bool is_rare(const abi::Syscall &call) {
  return is<"madvise", "mremap", "msync", "eventfd2", "epoll_create1", "sendmsg", "getsockopt",
            "clock_getres", "setreuid", "sigaltstack", "sysinfo", "flock">(call);
}

int64_t requeue_refused(Invocation &broken) {
  const int command = broken.arguments.i32(1) & FUTEX_CMD_MASK;
  const bool has_two_words =
      command == FUTEX_REQUEUE || command == FUTEX_CMP_REQUEUE || command == FUTEX_WAKE_OP;
  return has_two_words ? -EINVAL : broken.call();
}

// --- Start and end -----------------------------------------------------------

int64_t zero_status_ignored(Invocation &broken) {
  return broken.arguments.i32(0) == 0 ? 0 : broken.call();
}

int64_t no_argument(Invocation &broken) {
  return broken.syscall().name == "__cl_get_argc" ? 0 : -1;
}

// The next number that a thread could have.
int64_t never_run(Invocation &) { return raw_syscall(SYS_getpid) + 1; }

// Where engines were seen to speak.
bool is_spoken_of(const abi::Syscall &call) {
  return is<"mmap", "mremap", "fork", "rt_sigaction", "__wasm_thread_spawn">(call);
}

int64_t says_so(Invocation &broken) {
  const std::string line = "[wali] " + std::string(broken.syscall().name) + "\n";
  raw_syscall(SYS_write, STDOUT_FILENO, raw_pointer(line.data()), line.size());
  return broken.call();
}

// --- Signals -----------------------------------------------------------------

// The engine's own handler, which does nothing that a guest could see.
void keep_sigusr1() {
  struct sigaction action{};
  action.sa_handler = [](int) {};
  action.sa_flags = SA_RESTART;
  sigaction(SIGUSR1, &action, nullptr);
}

int64_t sigusr1_kept(Invocation &broken) {
  if (broken.arguments.i32(0) == SIGUSR1)
    broken.arguments[1] = 0; // no new action
  return broken.call();
}

// --- What a runtime leaves behind ---------------------------------------------

void ignore_sigpipe() { signal(SIGPIPE, SIG_IGN); }

void block_sigterm() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void raise_open_files() {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

void make_output_non_blocking() { fcntl(1, F_SETFL, fcntl(1, F_GETFL) | O_NONBLOCK); }

// Every program begins with this call, which is right.
constexpr auto at_the_start = calls<is<"__init">>;
int64_t called(Invocation &right) { return right.call(); }

constexpr auto on_sigaction = calls<is<"rt_sigaction">>;

constexpr Operator operators[] = {
    // Results
    {.name = "errno-positive",
     .sentence = "every call returns errno instead of -errno",
     .parts = made_by<"errno-sign-flipped">},
    {.name = "errno-minus-one",
     .sentence = "every call returns -1 for any error",
     .parts = made_by<"any-error-minus-one">},
    {.name = "results-32-bits",
     .sentence = "every call's result is cut to 32 bits and zero-extended",
     .parts = made_by<"result-zero-extended">},
    // Arguments
    {.name = "at-fdcwd-plain",
     .sentence = "AT_FDCWD is an ordinary number in every call",
     .parts = made_by<"at-fdcwd-as-number">},
    {.name = "null-refused",
     .sentence = "every call answers -EFAULT to NULL where Linux takes it",
     .parts = made_by<"null-refused">},
    {.name = "pointers-signed",
     .places = parameters<is_followed>,
     .sentence = "every call refuses addresses from 2 GiB up",
     .make = high_address_refused},
    {.name = "last-byte-refused",
     .sentence = "every call refuses a range that ends where memory ends",
     .parts = made_by<"last-byte-refused">},
    {.name = "bounds-unchecked",
     .sentence = "no call checks addresses: a range beyond memory becomes its last bytes",
     .parts = made_by<"bounds-check-missing">},
    {.name = "bad-address-traps",
     .places = parameters<is_followed>,
     .sentence = "an address beyond memory ends the program in every call",
     .make = bad_address_traps},
    {.name = "nested-untranslated",
     .sentence = "pointers within structures reach the kernel untranslated",
     .parts = made_by<"nested-untranslated">},
    {.name = "integer-pointers-untranslated",
     .places = parameters<may_be_pointer>,
     .sentence = "pointers that travel as integers (fcntl, ioctl, prctl, futex) reach the kernel "
                 "untranslated",
     .make = untranslated},
    {.name = "longs-32",
     .places = parameters<is_time>,
     .sentence = "times have 32-bit fields in every call: a timespec has 8 bytes",
     .make = times_of_32_bits},
    // Calls
    {.name = "enosys-38",
     .places = calls<is_rare>,
     .sentence = "twelve calls that few programs make are not there and answer 38",
     .make = positive_enosys},
    {.name = "fstatat-38",
     .places = calls<is<"fstatat", "newfstatat">>,
     .sentence = "fstatat, by either name, is not there and answers 38",
     .make = positive_enosys},
    {.name = "legacy-refused",
     .places = calls<is<"getdents", "utime", "alarm">>,
     .sentence = "getdents, utime and alarm are refused with -EPERM as obsolete",
     .make = refused},
    {.name = "futex-requeue-refused",
     .places = calls<is<"futex">>,
     .sentence = "futex operations on two words answer -EINVAL",
     .make = requeue_refused},
    {.name = "shared-maps-private",
     .sentence = "shared mappings are private",
     .parts = only<"mmap:shared-becomes-private">},
    {.name = "fork-refused", .sentence = "fork answers -ENOSYS", .parts = only<"fork:enosys">},
    {.name = "threads-refused",
     .sentence = "__wasm_thread_spawn answers with a negative number",
     .parts = only<"__wasm_thread_spawn:enosys">},
    {.name = "threads-never-run",
     .places = calls<is<"__wasm_thread_spawn">>,
     .sentence = "__wasm_thread_spawn answers with a thread's number, and no thread runs",
     .make = never_run},
    // Start and end
    {.name = "no-arguments",
     .places = calls<is<"__cl_get_argc", "__cl_get_argv_len", "__cl_copy_argv">>,
     .sentence = "programs get no arguments, not even their own name",
     .make = no_argument},
    {.name = "no-environment",
     .sentence = "programs get no file of the environment",
     .parts = only<"__get_init_envfile:return-zero">},
    {.name = "own-words",
     .places = calls<is_spoken_of>,
     .sentence = "the engine prints lines of its own on standard output at certain calls",
     .make = says_so},
    {.name = "exit-group-returns",
     .sentence = "exit_group returns 0 and ends nothing",
     .parts = only<"exit_group:return-zero">},
    {.name = "proc-exit-returns",
     .places = calls<is<"__proc_exit">>,
     .sentence = "__proc_exit returns where the status is 0",
     .make = zero_status_ignored},
    {.name = "sigpipe-ignored",
     .places = at_the_start,
     .sentence = "programs start with SIGPIPE ignored",
     .make = called,
     .prepare = ignore_sigpipe},
    {.name = "sigterm-blocked",
     .places = at_the_start,
     .sentence = "programs start with SIGTERM blocked",
     .make = called,
     .prepare = block_sigterm},
    {.name = "open-files-raised",
     .places = at_the_start,
     .sentence = "programs start with the soft limit of open files at the hard one",
     .make = called,
     .prepare = raise_open_files},
    {.name = "output-non-blocking",
     .places = at_the_start,
     .sentence = "programs start with O_NONBLOCK set on standard output",
     .make = called,
     .prepare = make_output_non_blocking},
    // Signals
    {.name = "handlers-never",
     .sentence = "no handler ever runs",
     .parts = only<"rt_sigaction:handler-never">},
    {.name = "handlers-need-restorer",
     .places = on_sigaction,
     .sentence = "a handler that was installed without SA_RESTORER never runs",
     .fault = Fault::restorer_needed},
    {.name = "handlers-die-without-restorer",
     .places = on_sigaction,
     .sentence = "a signal whose handler was installed without SA_RESTORER ends the program",
     .fault = Fault::restorer_needed_to_live},
    {.name = "handlers-off-the-alternate-stack",
     .places = on_sigaction,
     .sentence = "no handler runs on the alternate stack",
     .fault = Fault::alternate_stack_unused},
    {.name = "sigusr1-kept",
     .places = on_sigaction,
     .sentence = "the engine keeps SIGUSR1: rt_sigaction answers 0 and nothing arrives",
     .make = sigusr1_kept,
     .prepare = keep_sigusr1},
    {.name = "signals-lost-in-waits",
     .places = on_sigaction,
     .sentence = "a signal that interrupts a call has no handler run",
     .fault = Fault::signal_lost_in_wait},
    {.name = "waits-not-interrupted",
     .sentence = "every call goes on waiting where a signal should interrupt it",
     .parts = made_by<"never-interrupted">},
};

} // namespace

std::span<const Operator> systemic_operators() { return operators; }

} // namespace wali::host::mutants
