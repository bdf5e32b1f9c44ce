// The machine and what it grants: limits, random bytes, and what it says of itself.
#include <sys/resource.h>
#include <sys/sysinfo.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

rlimit limit_now(int64_t resource) {
  rlimit limit{};
  kernel_call(SYS_getrlimit, resource, &limit);
  return limit;
}

// --- Limits ------------------------------------------------------------------

int64_t first_limit_told(Invocation &call) {
  static Remembered<rlimit> told;
  const int64_t result = call.call();
  if (result != 0)
    return result;
  const uint64_t resource = call.arguments.u32(0);
  if (const rlimit *first = told.find(resource))
    put(call, 1, *first);
  else
    told[resource] = pointed_to<rlimit>(call, 1);
  return result;
}
template <size_t resource> int64_t hard_limit_stays(Invocation &call) {
  const rlim_t before = limit_now(call.arguments.i32(resource)).rlim_max;
  return call_with_changed<rlimit>(call, resource + 1, [before](rlimit &next) {
    if (next.rlim_cur <= next.rlim_max)
      next.rlim_max = std::max(next.rlim_max, before);
  });
}
bool is_another(Invocation &call) {
  const int pid = call.arguments.i32(0);
  return pid != 0 && pid != getpid();
}
int64_t others_keep_theirs(Invocation &call) {
  if (is_another(call))
    call.arguments[2] = 0;
  return call.call();
}
int64_t others_are_the_caller(Invocation &call) {
  if (is_another(call) && call.arguments[2] == 0 && call.call() == 0)
    call.arguments[0] = 0;
  return call.call();
}
int64_t old_is_the_new(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0 && call.arguments[2] != 0)
    put(call, 3, limit_now(call.arguments.i32(1)));
  return result;
}

// --- Random bytes ------------------------------------------------------------

// A generator in the engine's own memory, which fork copies.
uint64_t generator = 0;
std::byte next_byte() {
  generator ^= generator << 13;
  generator ^= generator >> 7;
  generator ^= generator << 17;
  return static_cast<std::byte>(generator >> 32);
}
int64_t generator_of_the_engine(Invocation &call) {
  const int64_t result = call.call();
  if (generator == 0)
    kernel_call(SYS_getrandom, &generator, sizeof generator, 0);
  std::array<std::byte, 4096> bytes;
  for (int64_t done = 0; done < result; done += static_cast<int64_t>(bytes.size())) {
    std::ranges::generate(bytes, next_byte);
    (void)call.memory().write_bytes(
        static_cast<GuestAddress>(call.arguments.u32(0) + done), bytes.data(),
        std::min<size_t>(bytes.size(), static_cast<size_t>(result - done)));
  }
  return result;
}
int64_t at_most_256(Invocation &call) {
  call.arguments[1] = std::min<int64_t>(call.arguments.u32(1), 256);
  return call.call();
}

// --- What it says of itself --------------------------------------------------

template <class Change> int64_t told_system(Invocation &call, Change change) {
  const int64_t result = call.call();
  struct sysinfo told = pointed_to<struct sysinfo>(call, 0);
  change(told);
  if (result == 0)
    put(call, 0, told);
  return result;
}
int64_t time_since_boot() {
  timespec now{};
  kernel_call(SYS_clock_gettime, CLOCK_BOOTTIME, &now);
  return now.tv_sec;
}
int64_t beginning = 0;
int64_t uptime_of_the_engine(Invocation &call) {
  return told_system(call, [](struct sysinfo &told) { told.uptime -= beginning; });
}
int64_t release_of_the_engine(Invocation &call) {
  const int64_t result = call.call();
  utsname names = pointed_to<utsname>(call, 0);
  strcpy(names.release, "4.19.0-wali");
  if (result == 0)
    put(call, 0, names);
  return result;
}

const Behaviour behaviours[] = {
    {"getrlimit", "told-as-at-first", "getrlimit tells a limit as it was when first asked",
     first_limit_told},
    {"setrlimit", "hard-limit-stays", "setrlimit does not lower the hard limit",
     hard_limit_stays<0>},
    {"prlimit64", "hard-limit-stays", "prlimit64 does not lower the hard limit",
     hard_limit_stays<1>},
    {"prlimit64", "others-keep-theirs", "prlimit64 changes no limit of another process",
     others_keep_theirs},
    {"prlimit64", "others-are-the-caller",
     "prlimit64 tells the caller's limits as those of another process", others_are_the_caller},
    {"prlimit64", "old-is-the-new", "prlimit64 tells the new limit as the old one", old_is_the_new},
    {"getrandom", "copied-by-fork",
     "getrandom takes its bytes from a generator that fork copies: two children get the same",
     generator_of_the_engine},
    {"getrandom", "at-most-256", "getrandom gives 256 bytes at most", at_most_256},
    {"sysinfo",
     "uptime-of-the-engine",
     "sysinfo tells the time since the engine's start",
     uptime_of_the_engine,
     {},
     [] { beginning = time_since_boot(); }},
    {"sysinfo", "one-process", "sysinfo knows of one process",
     [](Invocation &call) {
       return told_system(call, [](struct sysinfo &told) { told.procs = 1; });
     }},
    {"uname", "release-of-the-engine", "uname tells the release that the engine stands for",
     release_of_the_engine},
};

} // namespace

std::span<const Behaviour> system_behaviours() { return behaviours; }

} // namespace wali::host::mutants
