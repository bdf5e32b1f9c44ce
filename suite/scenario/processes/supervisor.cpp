// A supervisor sleeps until SIGCHLD comes, and then asks for every child that has ended. It starts those again
// that crash, whatever they die of, and finds all of several that ended together though there was one signal.
// Covers: processes SIGCHLD, wait4 WNOHANG, rt_sigsuspend, fork
#include "wali/test.h"

namespace {

constexpr int workers = 3;
volatile int signals;

struct Supervisor {
  int pid[workers];
  int starts[workers];
  int status[workers][4]; // how each start ended
};

// What a worker does: it crashes until it has been started often enough, and then waits for SIGTERM.
void work(int number, int start) {
  if (number == 0 && start == 0)
    sys::kill(sys::getpid().pid(), SIGUSR2);
  if (number == 2 && start == 0)
    sys::kill(sys::getpid().pid(), SIGKILL);
  if (number == 2 && start == 1)
    leave(3);
  const sigset none = 0;
  for (;;)
    sys::rt_sigsuspend(&none, sizeof(none));
}

void start_worker(Supervisor &all, int number) {
  const int pid = setup::split();
  if (pid == 0)
    work(number, all.starts[number]);
  all.pid[number] = pid;
  ++all.starts[number];
}

void note_end(Supervisor &all, int pid, int status) {
  for (int i = 0; i < workers; ++i)
    if (all.pid[i] == pid) {
      all.status[i][all.starts[i] - 1] = status;
      all.pid[i] = 0;
    }
}

// Every child that has ended: how many.
int reap(Supervisor &all) {
  int ended = 0, status;
  for (Result child; (child = sys::wait4(-1, &status, WNOHANG, nullptr)).value > 0; ++ended)
    note_end(all, child.pid(), status);
  return ended;
}

void sleep_until_sigchld() {
  const sigset others = ~signal_bit(SIGCHLD);
  setup::require_value("rt_sigsuspend", sys::rt_sigsuspend(&others, sizeof(others)), -EINTR);
}

void supervise_until_all_run(Supervisor &all) {
  while (all.starts[0] < 2 || all.starts[2] < 3) {
    sleep_until_sigchld();
    reap(all);
    for (int i = 0; i < workers; ++i)
      if (all.pid[i] == 0)
        start_worker(all, i);
  }
}

// The process is a zombie when the kernel says so after its name: `PID (NAME) Z`.
void await_zombie(int pid) {
  setup::await(
      "zombie",
      [=] {
        const Text stat = setup::read_file(label("/proc/", pid, "/stat").c_str());
        const char *name_end = stat.data;
        while (*name_end != ')')
          ++name_end;
        return Result{name_end[2]};
      },
      [](Result state) { return state.value == 'Z'; });
}

} // namespace

void test() {
  Supervisor all = {};
  setup::block(SIGCHLD);
  setup::on_signal(SIGCHLD, [](int) { signals = signals + 1; });
  setup::on_signal(SIGTERM, [](int) { leave(10); }); // for the workers, from their start on
  for (int i = 0; i < workers; ++i)
    start_worker(all, i);
  supervise_until_all_run(all);
  report("starts", label(all.starts[0], " ", all.starts[1], " ", all.starts[2]));
  report("first end of worker 0", WaitStatus{all.status[0][0]});
  report("first end of worker 2", WaitStatus{all.status[2][0]});
  report("second end of worker 2", WaitStatus{all.status[2][1]});

  signals = 0;
  for (int pid : all.pid)
    setup::require_zero("kill", sys::kill(pid, SIGTERM));
  for (int pid : all.pid)
    await_zombie(pid);
  sleep_until_sigchld();
  report("signals for three ends", int{signals});
  report("pending", setup::pending_signals());
  report("children reaped", reap(all));
  report("last end of worker 0", WaitStatus{all.status[0][1]});
  report("last end of worker 1", WaitStatus{all.status[1][0]});
  report("last end of worker 2", WaitStatus{all.status[2][2]});
  report("wait4 when all are reaped", sys::wait4(-1, nullptr, WNOHANG, nullptr));
}
