// A daemon forks twice and leaves session, terminal, directory, mask and descriptors behind. It outlives the
// shell that started it and the terminal, no other terminal becomes its own, it answers, and ends on SIGTERM.
// Covers: processes fork, setsid, umask, chdir, close, SIGHUP, SIGTERM
// REQUIRES: terminal
#include "wali/test.h"

namespace {

// What the daemon answers of itself.
struct State {
  int64_t setsid;
  int pid, parent, group, session, hangups, lowest_descriptor;
  int64_t own_terminal, other_terminal, own_terminal_then;
  char directory[8];
};

// The daemon's files, from the root on.
struct Paths {
  Line socket, made, other_terminal;
};
Paths *paths;
constexpr sockaddr_un address = {AF_UNIX, "socket"};
volatile int hangups;

void end_daemon(int) {
  setup::unlink(paths->socket.c_str());
  leave(0);
}

// Moves a listener to descriptor 3, the only one that is kept; 0, 1 and 2 lead nowhere.
void keep_only(int listener) {
  constexpr int high = 200;
  setup::require_value("dup2", sys::dup2(listener, high), high);
  for (int fd = 0; fd < high; ++fd)
    sys::close(fd);
  for (int fd = 0; fd < 3; ++fd)
    setup::require_value("open", sys::open("/dev/null", O_RDWR, 0), fd);
  setup::require_value("dup2", sys::dup2(high, 3), 3);
  sys::close(high);
}

State look_around(Result setsid) {
  State state = {};
  state.setsid = setsid.value;
  state.pid = sys::getpid().pid();
  state.parent = sys::getppid().pid();
  state.group = sys::getpgid(0).pid();
  state.session = sys::getsid(0).pid();
  state.hangups = hangups;
  state.lowest_descriptor = sys::open("/", O_RDONLY | O_CLOEXEC, 0).fd();
  sys::close(state.lowest_descriptor);
  state.own_terminal = sys::open("/dev/tty", O_RDWR, 0).value;
  const Result other = sys::open(paths->other_terminal.c_str(), O_RDWR, 0);
  state.other_terminal = other.value;
  state.own_terminal_then = sys::open("/dev/tty", O_RDWR, 0).value;
  sys::close(other.fd());
  sys::getcwd(state.directory, sizeof(state.directory));
  return state;
}

// What the shell runs: it returns when the daemon can be connected to.
void start_daemon() {
  Fd listener = setup::socket(AF_UNIX, SOCK_STREAM);
  setup::bind(listener, address);
  setup::listen(listener);
  const Result setsid = sys::setsid();
  if (setup::split() != 0)
    return;
  setup::on_signal(SIGHUP, [](int) { hangups = hangups + 1; }, SA_RESTART);
  setup::on_signal(SIGTERM, end_daemon);
  sys::umask(0);
  setup::chdir("/");
  keep_only(listener.release());
  setup::open(paths->made.c_str(), O_WRONLY | O_CREAT, 0666);
  for (;;) {
    Fd client = setup::accept(3);
    const State state = look_around(setsid);
    setup::write_all(client, {&state, sizeof(state)});
  }
}

// Logs in on the terminal, starts the daemon, and stays until the terminal hangs up.
void be_shell(Terminal &tty, int started) {
  tty.master.reset();
  setup::require_pid("setsid", sys::setsid());
  setup::require_zero("ioctl", sys::ioctl(tty.slave, TIOCSCTTY, nullptr));
  const WaitStatus status = setup::fork(start_daemon).wait();
  setup::write_all(started, {&status, sizeof(status)});
  for (;;)
    setup::sleep_ms(1000);
}

State ask_daemon() {
  Fd client = setup::socket(AF_UNIX, SOCK_STREAM);
  setup::connect(client, address);
  State state = {};
  setup::require_value("recvfrom", sys::recvfrom(client, &state, sizeof(state), MSG_WAITALL, nullptr, nullptr),
                       sizeof(state));
  return state;
}

} // namespace

void test() {
  setup::require_zero("prctl", sys::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
  Terminal tty = setup::terminal(), other = setup::terminal();
  int number = -1;
  setup::require_zero("ioctl", sys::ioctl(other.master, TIOCGPTN, &number));
  const Text home = setup::working_directory();
  Paths here = {label(home, "/socket"), label(home, "/made"), label("/dev/pts/", number)};
  paths = &here;
  Pipe started = setup::pipe();
  Child shell = setup::fork([&] { be_shell(tty, started.write); });
  WaitStatus command = {-1};
  setup::require_value("read", sys::read(started.read, &command, sizeof(command)), sizeof(command));
  report("command of the shell", command);
  tty.master.reset();
  report("shell when its terminal hangs up", shell.wait());

  const State state = ask_daemon();
  report("test", sys::getpid());
  report("daemon's parent now", state.parent);
  report("setsid of the daemon's parent", Result{state.setsid});
  report("daemon", state.pid);
  report("group", state.group);
  report("session", state.session);
  report("signals of the hang-up", state.hangups);
  report("descriptors up to", state.lowest_descriptor);
  report("open of /dev/tty", Result{state.own_terminal});
  report("open of another terminal", Result{state.other_terminal});
  report("open of /dev/tty afterwards", Result{state.own_terminal_then});
  report("working directory", Text(state.directory));
  report("file that it made", FileMode{setup::stat("made").st_mode});
  report("kill", sys::kill(state.pid, SIGTERM));
  int status = -1;
  report("wait4 for the adopted daemon", sys::wait4(state.pid, &status, 0, nullptr));
  report("its end", WaitStatus{status});
  report("connect", sys::connect(setup::socket(AF_UNIX, SOCK_STREAM), &address, sizeof(address)));
}
