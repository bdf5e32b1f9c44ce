// The last step before the engine: the process that becomes it.
#include "harness/launch/engine.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include "harness/launch/clock.h"
#include "harness/launch/namespaces.h"
#include "harness/launch/protocol.h"

namespace wali::launch {

namespace {

// The limits that a program may see or meet, the same for every caller; those
// left out stay as they are. 8 MiB and 800 KiB are the kernel's own defaults.
struct Limit {
  __rlimit_resource resource;
  rlim_t soft;
  rlim_t hard;
};
constexpr Limit limits[] = {
    {RLIMIT_CORE, 0, 0},
    {RLIMIT_NOFILE, 1024, 4096},
    {RLIMIT_STACK, 8 << 20, RLIM_INFINITY},
    {RLIMIT_CPU, RLIM_INFINITY, RLIM_INFINITY},
    {RLIMIT_FSIZE, RLIM_INFINITY, RLIM_INFINITY},
    {RLIMIT_DATA, RLIM_INFINITY, RLIM_INFINITY},
    {RLIMIT_AS, RLIM_INFINITY, RLIM_INFINITY},
    {RLIMIT_MEMLOCK, 8 << 20, 8 << 20},
    {RLIMIT_MSGQUEUE, 819200, 819200},
    {RLIMIT_NICE, 0, 0},
    {RLIMIT_RTPRIO, 0, 0},
};

// Sets a limit, or comes as near as a caller without privilege may.
void set_limit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  rlimit wanted{soft, hard};
  if (setrlimit(resource, &wanted) == 0)
    return;
  rlimit current;
  getrlimit(resource, &current);
  wanted.rlim_max = std::min(hard, current.rlim_max);
  wanted.rlim_cur = std::min(soft, wanted.rlim_max);
  setrlimit(resource, &wanted);
}

void set_limits(const Engine &engine) {
  for (const Limit &limit : limits)
    set_limit(limit.resource, limit.soft, limit.hard);
  if (engine.memory_limit)
    set_limit(RLIMIT_DATA, *engine.memory_limit, *engine.memory_limit);
}

// All 64 signals; the C library's call would leave out those that it keeps.
void reset_signals() {
  struct {
    void (*handler)(int);
    unsigned long flags;
    void (*restorer)();
    unsigned long mask;
  } action = {SIG_DFL, 0, nullptr, 0};
  for (int signal = 1; signal <= 64; ++signal)
    syscall(SYS_rt_sigaction, signal, &action, nullptr, sizeof action.mask);
  syscall(SYS_rt_sigprocmask, SIG_SETMASK, &action.mask, nullptr, sizeof action.mask);
}

// Leaves 0, 1, 2 and, closed on exec, the control socket as 3. The launcher keeps
// 0 to 2 occupied, so the sources lie above and nothing is overwritten too early;
// copies of the standard three leave only 3 to take care of.
bool arrange_descriptors(const Engine &engine, int &control) {
  const int input =
      engine.standard_input ? *engine.standard_input : open("/dev/null", O_RDONLY | O_CLOEXEC);
  int sources[] = {input, engine.standard_output, engine.standard_error};
  for (int target = 0; target < 3; ++target)
    if (sources[target] != target && dup2(sources[target], target) < 0)
      return false;
  if (control != 3 && dup3(control, 3, O_CLOEXEC) < 0)
    return false;
  control = 3;
  if (syscall(SYS_close_range, 4, ~0U, 0) != 0) // absent before Linux 5.9
    for (int fd = 4; fd < sysconf(_SC_OPEN_MAX); ++fd)
      close(fd);
  return true;
}

std::vector<char *> pointers(const std::vector<std::string> &words) {
  std::vector<char *> result;
  for (const std::string &word : words)
    result.push_back(const_cast<char *>(word.c_str()));
  result.push_back(nullptr);
  return result;
}

} // namespace

void execute(const Engine &engine, int control, double *preparation) noexcept {
  auto fail = [&](const std::string &step, int error) {
    send_failure(control, Message::Kind::not_started, step.c_str(), error);
    _exit(127);
  };
  std::vector<char *> arguments = pointers(engine.arguments);
  std::vector<char *> environment = pointers(engine.environment);
  if (!arrange_descriptors(engine, control))
    fail("cannot arrange the engine's descriptors", errno);
  setsid();
  umask(022);
  set_limits(engine);
  if (int error = become(engine.identity, engine.in_namespaces))
    fail(std::string("cannot become ") + name_of(engine.identity.kind), error);
  if (engine.identity.program_namespace)
    if (Failure failure = enter_user_namespace(engine.identity); !failure.step.empty())
      fail("cannot " + failure.step, failure.error);
  if (chdir(engine.directory.c_str()) != 0)
    fail("cannot enter " + engine.directory, errno);
  reset_signals();
  if (preparation)
    *preparation = processor_seconds(RUSAGE_SELF);
  execve(engine.path.c_str(), arguments.data(), environment.data());
  fail("cannot execute " + engine.path, errno);
  _exit(127);
}

} // namespace wali::launch
