#include "runners/host/running/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "runners/host/memory/mappings.h"
#include "runners/host/mutants/hooks.h"
#include "runners/host/running/asleep.h"
#include "runners/host/running/assembly.h"
#include "runners/host/running/kernel_action.h"
#include "runners/host/running/watcher.h"

namespace wali::host {

Process::Process(Engine &engine, Memory::Source source, Options options)
    : engine(engine), memory(source), options(std::move(options)) {
  learn_about_returns();
  signals.inherit(this->options.reserved_ignored);
  signals.guard_engine();
  if (watcher)
    signals.watch_deaths();
}

void Process::run() {
  Thread main(*this);
  main.begin();
  add(main);
  live_threads = 1;

  Outcome outcome = main.instantiate();
  if (outcome == Outcome::returned)
    outcome = main.engine().call_start();
  if (outcome == Outcome::trapped)
    die(main.engine().trap());
  if (outcome == Outcome::failed)
    die(SIGKILL, "no memory for the guest"); // as Linux does when exec runs short
  exit_group(0); // an ending main thread does not unwind to here: exit_thread
}

void Process::exit_group(int status) {
  remove_environment_file();
  if (watcher)
    watcher->process_exits(status);
  raw_syscall(SYS_exit_group, static_cast<uint64_t>(status));
  __builtin_unreachable();
}

void Process::die(const Trap &trap) {
  std::string text = "trap: " + trap.message;
  for (size_t index = 0; index < trap.frames.size(); ++index)
    text += "\n  #" + std::to_string(index) + " " + trap.frames[index];
  die(trap.signo, text);
}

void Process::die(int signo, const std::string &reason) {
  std::string line = "wali-wasmtime: " + reason + "\n";
  raw_syscall(SYS_write, STDERR_FILENO, raw_pointer(line.data()), line.size());
  if (watcher)
    watcher->process_dies(signo, nullptr);
  remove_environment_file();
  set_signal_mask(all_signals);
  const KernelAction by_default;
  kernel_sigaction(signo, &by_default, nullptr);
  send_to_self(signo);
  set_signal_mask(~signal_bit(signo));
  _exit(128 + signo); // not reached: the signal is fatal
}

void Process::add(Thread &thread) {
  std::lock_guard guard(threads_lock);
  threads.push_back(&thread);
}

void Process::remove(Thread &thread) {
  {
    std::lock_guard guard(threads_lock);
    std::erase(threads, &thread);
  }
  gate.report_arrival();
}

size_t Process::thread_count() {
  std::lock_guard guard(threads_lock);
  return threads.size();
}

// A thread that is about to enter guest code may miss an interruption, so interruptions are
// repeated. A thread that waits in the engine, in the guest's `memory.atomic.wait`, never
// becomes quiet, but it holds no lock there. A thread that waits for a lock sleeps in the
// same way, but only until the holder goes on. So a thread counts as quiet if it is found
// asleep several times in a row.
void Process::wait_for_quiet_others(const Thread &self) {
  constexpr int patience_milliseconds = 5000, often = 5;
  for (int waited = 0, asleep = 0; waited < patience_milliseconds && asleep < often;) {
    const uint32_t seen = gate.arrivals();
    engine.interrupt();
    if (are_others(self, [](const Thread &) { return false; }))
      return;
    if (gate.wait_for_arrival(seen, 1)) {
      asleep = 0;
      continue;
    }
    ++waited;
    const auto sleeps = [](const Thread &thread) { return sleeps_on_unchanged_word(thread.id()); };
    asleep = are_others(self, sleeps) ? asleep + 1 : 0;
  }
}

bool Process::are_others(const Thread &self, bool (*or_else)(const Thread &)) {
  std::lock_guard guard(threads_lock);
  return std::ranges::all_of(threads, [&](const Thread *thread) {
    return thread == &self || thread->is_quiet() || or_else(*thread);
  });
}

// In the kernel, a child starts without pending signals, so none may be noted here either.
// Therefore signals are blocked during the call.
int64_t Process::fork(Thread &thread) {
  const SignalSet all = kernel_mask(all_signals);
  SignalSet before;
  int64_t result = thread.syscall(SYS_rt_sigprocmask, SIG_SETMASK, &all, &before, sizeof all);
  if (result < 0)
    return result; // the thread is ending
  {
    StoppedWorld world(thread);
    // Pages with MADV_DONTFORK are holes in the child's reservation. The child must not
    // allocate before it has filled them, since its memory could lie in one. So the list of
    // holes is made here.
    const std::vector<AddressRange> holes = address_space.kept_from_children();
    result = ::fork();
    if (result < 0)
      result = -errno;
    if (result == 0)
      become_child(thread, holes);
  }
  set_signal_mask(before);
  if (result == 0)
    run_hooks(Moment::fork_child, thread);
  return result;
}

void Process::become_child(Thread &thread, std::span<const AddressRange> holes) {
  for (AddressRange hole : holes)
    if (Mappings(memory).reserve(hole) != 0)
      die(SIGKILL, "no memory for a child's reservation");
  address_space.after_fork();
  threads = {&thread};
  live_threads = 1;
  multi_threaded = false;
  thread.become_fork_child();
  lane.forget();
}

// From here on this thread takes no signals. Those that are due are delivered first. Later
// ones go to another thread or stay pending.
void Process::exit_thread(Thread &thread, int status) {
  const SignalSet all = kernel_mask(all_signals);
  thread.syscall(SYS_rt_sigprocmask, SIG_SETMASK, &all, nullptr, sizeof all);
  if (thread.ending())
    return; // a handler did it
  // Told before this thread is counted out: then the last one may end the process at once. Where
  // the last two end together, both are told, and the end of the process as well.
  if (watcher && live_threads.load() > 1)
    watcher->thread_ends(status);
  if (live_threads.fetch_sub(1) == 1)
    exit_group(status);
  thread.end();
  if (thread.id() != getpid())
    return;
  thread.dismiss_attendant();
  // Nobody waits for the main thread's frames. It stays a zombie until the last thread ends,
  // and glibc must not notice.
  {
    Busy busy(thread);
    remove(thread);
  }
  release_joiner(thread);
  raw_syscall(SYS_exit, static_cast<uint64_t>(status));
}

const std::string &Process::environment_file() {
  if (options.environment_file.empty() && !own_environment_exists) {
    std::string path;
    if (make_environment_file(path)) {
      own_environment_file = path;
      own_environment_pid = getpid();
      own_environment_exists = true;
    }
  }
  return options.environment_file.empty() ? own_environment_file : options.environment_file;
}

// Writes this process's environment as `NAME=VALUE` lines. A value that holds a newline does
// not fit this form and is left out.
bool Process::make_environment_file(std::string &path) {
  std::string text;
  for (char **entry = environ; *entry; ++entry)
    if (!strchr(*entry, '\n'))
      text.append(*entry).push_back('\n');
  const char *directory = getenv("TMPDIR");
  path = std::string(directory && *directory == '/' ? directory : "/tmp") + "/wali-env-XXXXXX";
  int fd = mkostemp(path.data(), O_CLOEXEC);
  if (fd < 0)
    return false;
  bool written = write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  close(fd);
  if (!written)
    unlink(path.c_str());
  return written;
}

void Process::forget_environment_file(int fd) {
  struct stat closed, own;
  if (own_environment_pid == getpid() && fstat(fd, &closed) == 0 &&
      lstat(own_environment_file.c_str(), &own) == 0 && closed.st_dev == own.st_dev &&
      closed.st_ino == own.st_ino)
    remove_environment_file();
}

void Process::remove_environment_file() {
  if (own_environment_exists && own_environment_pid == getpid()) {
    unlink(own_environment_file.c_str());
    own_environment_exists = false;
  }
}

} // namespace wali::host
