// The keeper: the process between the supervisor and the engine.
#include "harness/launch/keeper.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "harness/launch/clock.h"
#include "harness/launch/processes.h"
#include "harness/launch/protocol.h"
#include "harness/launch/title.h"

namespace wali::launch {

namespace {

// Reaps all that has ended. True if the engine was among it.
bool reap_engine(pid_t engine, int &status) {
  bool ended = false;
  int any_status;
  for (pid_t pid; (pid = waitpid(-1, &any_status, WNOHANG)) > 0;)
    if (pid == engine) {
      status = any_status;
      ended = true;
    }
  return ended;
}

// Waits for the engine's end, or for the supervisor's word (or its death), upon
// which the engine is killed.
int wait_for_engine(pid_t engine, int control, int child_signals) {
  int status = 0;
  pollfd events[] = {{child_signals, POLLIN, 0}, {control, POLLIN, 0}};
  while (!reap_engine(engine, status)) {
    poll(events, 2, -1);
    if (events[0].revents != 0) {
      signalfd_siginfo which; // only empties the descriptor: reaping tells who ended
      [[maybe_unused]] ssize_t size = read(child_signals, &which, sizeof which);
    }
    if (events[1].revents != 0) {
      kill(engine, SIGKILL);
      events[1].fd = -1;
    }
  }
  return status;
}

// Keeps only the control socket, as descriptor 0: the program may be root and look
// into /proc/1/fd, where the caller's own descriptors must not be.
void keep_only(int &control, int &child_signals) {
  dup2(control, 0);
  dup2(child_signals, 1);
  control = 0;
  child_signals = 1;
  if (syscall(SYS_close_range, 2, ~0U, 0) != 0)
    for (int fd = 2; fd < sysconf(_SC_OPEN_MAX); ++fd)
      close(fd);
}

// A number, 0 at first, that a child can change. Null if there is no memory.
double *shared_number() {
  void *page =
      mmap(nullptr, sizeof(double), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return page == MAP_FAILED ? nullptr : static_cast<double *>(page);
}

} // namespace

void keep(const Engine &engine, int control) noexcept {
  // Blocked here, all but SIGKILL: the program may signal its parent.
  sigset_t all;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, nullptr);
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  int child_signals = signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK);
  if (engine.in_namespaces)
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  else
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
  // Its memory, its descriptors and what it was started with are nobody's to look at: they
  // name the program.
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  wipe_command_line();

  double start = monotonic_seconds();
  double *preparation = shared_number();
  pid_t pid = fork();
  if (pid == 0)
    execute(engine, control, preparation);
  if (pid < 0) {
    send_failure(control, Message::Kind::not_started, "cannot start a process", errno);
    _exit(1);
  }
  keep_only(control, child_signals);

  Message message;
  message.wait_status = wait_for_engine(pid, control, child_signals);
  message.seconds = monotonic_seconds() - start;
  Killed killed = engine.in_namespaces ? kill_all_in_namespace() : kill_descendants();
  message.leftover = killed.count;
  message.survivors = killed.survivors;
  message.processor = processor_seconds(RUSAGE_CHILDREN) - (preparation ? *preparation : 0);
  send(control, message);
  _exit(0);
}

} // namespace wali::launch
