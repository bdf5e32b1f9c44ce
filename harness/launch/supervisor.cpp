// The supervisor: the launcher's outer process.
#include "harness/launch/supervisor.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <optional>

#include "harness/launch/clock.h"
#include "harness/launch/command.h"
#include "harness/launch/disk.h"
#include "harness/launch/engine.h"
#include "harness/launch/environment.h"
#include "harness/launch/error.h"
#include "harness/launch/io.h"
#include "harness/launch/keeper.h"
#include "harness/launch/namespaces.h"
#include "harness/launch/processes.h"
#include "harness/launch/protocol.h"
#include "harness/launch/scratch.h"
#include "harness/launch/streams.h"

namespace wali::launch {

namespace {

// Standard error that is more than this many times the output limit is a flood
// too: it is only kept in part, but reading it for ever serves nobody.
constexpr uint64_t stderr_flood_factor = 16;

// How long the keeper may take to kill everything before it is killed itself.
constexpr double kill_grace = 10; // seconds

// How often the disk is looked at while a program runs.
constexpr double disk_interval = 0.1; // seconds

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  for (int signal : {SIGTERM, SIGINT, SIGHUP, SIGQUIT})
    sigaddset(&set, signal);
  return set;
}

struct Pipe {
  Descriptor read_end, write_end;
};

Pipe make_pipe() {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    throw MachineError(describe("cannot make a pipe"));
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// Makes this process the one to which orphans below it come. Not if it has
// children already, left by what it was before it became the launcher: they would
// be taken for the program's.
bool become_subreaper() {
  siginfo_t info;
  bool childless = waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) != 0;
  return childless && prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0;
}

// In the child: sets up the isolation, then runs the engine to its end.
[[noreturn]] void become_keeper(const Engine &engine, const View &view, const Scratch &scratch,
                                int module, int control) noexcept {
  if (engine.in_namespaces) {
    Failure failure = set_up_namespaces(engine.identity, view, scratch.place(), scratch.tmp(),
                                        module, engine.module);
    if (!failure.step.empty()) {
      send_failure(control, Message::Kind::refused, failure.step.c_str(), failure.error);
      _exit(1);
    }
  }
  keep(engine, control);
}

// One attempt with one kind of isolation: the keeper and the connections to it.
class Attempt {
public:
  Attempt(const Options &options, Isolation isolation) : options(options) {
    outcome.isolation = isolation;
    outcome.identity = options.identity;
  }
  ~Attempt() { end_keeper(); }

  // Starts the keeper, which sets up the isolation and starts the engine.
  void start(const Identity &identity, Scratch &scratch, const Descriptor &module);

  // Watches until the engine has ended and nothing of it runs.
  Outcome watch();

private:
  Engine describe_engine(const Identity &identity, Scratch &scratch);
  View make_view() const;
  void wait_for_event(double until);
  bool fills_disk();
  void receive();
  void stop(Ending reason);
  void end_keeper();
  void conclude();
  std::string explain(const Message &failure) const;

  bool in_namespaces() const { return outcome.isolation == Isolation::namespaces; }

  const Options &options;
  Outcome outcome;
  std::string program; // the engine's path
  pid_t keeper = -1;
  bool is_subreaper = false; // what outlives the keeper comes to us
  Descriptor control;
  Descriptor signals; // a signalfd of the stop signals
  std::optional<Stream> output, errors;
  std::optional<DiskWatch> disk;
  double next_look = 0;           // at the disk
  std::optional<Ending> stopped;  // why everything is being killed: timeout or flood
  std::optional<Message> failure; // refused or not_started
  std::optional<Message> ended;
  bool connected = true; // the keeper has not closed its end
};

Engine Attempt::describe_engine(const Identity &identity, Scratch &scratch) {
  std::string tmp = in_namespaces() ? "/tmp" : scratch.tmp();
  std::vector<std::string> environment = guest_environment(tmp, options.environment);
  scratch.write_environment(environment_file(environment));
  Engine engine;
  const std::string place = in_namespaces() ? view_directory : scratch.place();
  engine.module = options.module.empty() ? "" : place + "/" + name_of_program(options.module);
  std::string envfile = tmp + environment_path;
  engine.arguments =
      expand_command(options.command, options.guest_args, envfile, engine.module, environment);
  bool is_itself = options.command.front() == "{module}";
  engine.path = program = is_itself ? engine.module : find_program(options.command.front());
  engine.environment =
      with_variables(environment, expand_command(options.engine_environment, {}, envfile));
  engine.directory = tmp + work_directory;
  engine.identity = identity;
  engine.in_namespaces = in_namespaces();
  engine.memory_limit = options.memory_limit;
  return engine;
}

// The engine itself is seen always: it is named on purpose.
View Attempt::make_view() const {
  View view(options.hidden);
  for (const std::string &path : options.exposed)
    view.show("--expose", path);
  for (const std::string &path : options.writable)
    view.show("--writable", path, true);
  if (options.command.front() != "{module}" && access(program.c_str(), F_OK) == 0)
    view.show("the command", program);
  return view;
}

void Attempt::start(const Identity &identity, Scratch &scratch, const Descriptor &module) {
  Engine engine = describe_engine(identity, scratch);
  View view = make_view();
  if (!in_namespaces() && module && !copy_program(module.get(), engine.module))
    throw MachineError(describe("cannot copy " + options.module + " to " + engine.module));
  Pipe out = make_pipe(), err = make_pipe();
  int sockets[2];
  sigset_t set = stop_signals();
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0)
    throw MachineError(describe("cannot open a socket pair"));
  Descriptor keeper_end(sockets[1]);
  control.reset(sockets[0]);
  signals.reset(signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
  if (options.pass_stdin)
    engine.standard_input = STDIN_FILENO;
  engine.standard_output = out.write_end.get();
  engine.standard_error = err.write_end.get();

  disk.emplace(scratch.tmp(), options.disk_limit);
  next_look = monotonic_seconds() + disk_interval;

  if (!in_namespaces())
    is_subreaper = become_subreaper();
  pid_t pid = in_namespaces() ? fork_into_namespaces(identity) : fork();
  if (pid < 0)
    throw MachineError(describe("cannot start a process"));
  if (pid == 0)
    become_keeper(engine, view, scratch, module.get(), keeper_end.get());
  keeper = pid;
  output.emplace(std::move(out.read_end), options.output_limit, 0, options.output_limit);
  errors.emplace(std::move(err.read_end), options.stderr_file.empty() ? 0 : options.output_limit,
                 stderr_tail_limit, options.output_limit * stderr_flood_factor);
}

void Attempt::wait_for_event(double until) {
  pollfd events[] = {{control.get(), POLLIN, 0},
                     {signals.get(), POLLIN, 0},
                     {output->poll_fd(), POLLIN, 0},
                     {errors->poll_fd(), POLLIN, 0}};
  double wait = std::clamp(until - monotonic_seconds(), 0.0, 86400.0);
  if (poll(events, 4, static_cast<int>(std::ceil(wait * 1000))) <= 0)
    return;
  signalfd_siginfo signal;
  if (events[1].revents != 0 && read(signals.get(), &signal, sizeof signal) == sizeof signal)
    throw Interrupted{static_cast<int>(signal.ssi_signo)};
  if (events[2].revents != 0)
    output->drain();
  if (events[3].revents != 0)
    errors->drain();
  if (events[0].revents != 0)
    receive();
}

void Attempt::receive() {
  Message message;
  if (recv(control.get(), &message, sizeof message, 0) != sizeof message) {
    connected = false;
    return;
  }
  (message.kind == Message::Kind::ended ? ended : failure) = message;
}

bool Attempt::fills_disk() {
  if (monotonic_seconds() < next_look)
    return false;
  outcome.disk_bytes = disk->excess();
  next_look = monotonic_seconds() + disk_interval;
  return outcome.disk_bytes != 0;
}

void Attempt::stop(Ending reason) {
  stopped = reason;
  kill(keeper, SIGCONT); // the program may have stopped it
  ::send(control.get(), "", 1, MSG_NOSIGNAL);
}

Outcome Attempt::watch() {
  double until = monotonic_seconds() + options.timeout;
  while (!ended && connected) {
    wait_for_event(stopped ? until : std::min(until, next_look));
    if (ended)
      break;
    bool late = monotonic_seconds() >= until;
    bool flood = !stopped && (output->flooded() || errors->flooded() || fills_disk());
    if (!stopped && (flood || late)) {
      stop(flood ? Ending::flood : Ending::timeout);
      until = monotonic_seconds() + kill_grace;
    } else if (stopped && late) {
      break;
    }
  }
  end_keeper();
  conclude();
  return std::move(outcome);
}

// Pid 1's end is the end of its whole namespace. Without namespaces the keeper has
// to kill what is below it; if the program killed the keeper, that falls to us.
void Attempt::end_keeper() {
  if (keeper < 0)
    return;
  if (!in_namespaces()) {
    shutdown(control.get(), SHUT_WR);
    kill(keeper, SIGCONT); // the program may have stopped it
    double until = monotonic_seconds() + kill_grace;
    while (!ended && connected && monotonic_seconds() < until) {
      pollfd event{control.get(), POLLIN, 0};
      if (poll(&event, 1, static_cast<int>(kill_grace * 1000)) > 0)
        receive();
    }
  }
  kill(keeper, SIGKILL);
  waitpid(keeper, nullptr, 0);
  keeper = -1;
  if (is_subreaper && !ended)
    kill_descendants();
}

std::string Attempt::explain(const Message &message) const {
  std::string text = describe(message.step, message.error);
  bool execution = message.kind == Message::Kind::not_started;
  if (execution && message.error == ENOENT && in_namespaces() && access(program.c_str(), F_OK) == 0)
    text += " (it is there, but not the loader or interpreter that it names: --expose shows it to "
            "the engine)";
  else if (message.error == EACCES && options.identity != IdentityKind::root)
    text += " (identity " + std::string(name_of(options.identity)) + " must be able to reach it)";
  return text;
}

void Attempt::conclude() {
  if (failure && failure->kind == Message::Kind::refused)
    throw IsolationRefused(explain(*failure));
  if (failure)
    throw LaunchError(explain(*failure));
  output->drain();
  errors->drain();
  if (output->flooded() || errors->flooded())
    stopped = Ending::flood;
  if (!ended && !stopped)
    throw LaunchError(
        "the launcher's own inner process was killed; the program's end is not known");
  Message last = ended.value_or(Message{});
  bool killed = WIFSIGNALED(last.wait_status);
  outcome.ending = stopped ? *stopped : killed ? Ending::killed : Ending::exited;
  outcome.number = stopped  ? 0
                   : killed ? WTERMSIG(last.wait_status)
                            : WEXITSTATUS(last.wait_status);
  outcome.seconds = ended ? last.seconds : options.timeout + kill_grace;
  outcome.processor = last.processor;
  outcome.leftover = last.leftover;
  outcome.output = output->head();
  outcome.output_bytes = output->bytes();
  outcome.stderr_tail = errors->tail();
  outcome.stderr_bytes = errors->bytes();
  outcome.stderr_head = errors->head();
  if (last.survivors)
    throw LaunchError("some processes of the program cannot be killed");
}

} // namespace

void prepare_signals() {
  signal(SIGCHLD, SIG_DFL); // ignored, it would take the exit status away
  signal(SIGPIPE, SIG_IGN);
  signal(SIGTERM, SIG_DFL);
  sigset_t set = stop_signals();
  sigprocmask(SIG_BLOCK, &set, nullptr);
}

namespace {

Descriptor open_module(const std::string &path) {
  if (path.empty())
    return Descriptor();
  Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file)
    throw MachineError(describe("cannot open " + path));
  return file;
}

} // namespace

namespace {

Outcome launch_in(Scratch &scratch, const Identity &identity, const Options &options) {
  Descriptor module = open_module(options.module);
  if (options.isolation != Isolation::process_group) {
    try {
      Attempt attempt(options, Isolation::namespaces);
      attempt.start(identity, scratch, module);
      return attempt.watch();
    } catch (const IsolationRefused &refusal) {
      if (options.identity == IdentityKind::ns_root)
        throw MachineError(std::string("identity ns-root needs namespaces: ") + refusal.what());
      if (options.isolation == Isolation::namespaces)
        throw;
    }
  }
  if (options.identity == IdentityKind::ns_root)
    throw UsageError("identity ns-root needs --isolation namespaces");
  Attempt attempt(options, Isolation::process_group);
  attempt.start(identity, scratch, module);
  return attempt.watch();
}

} // namespace

Outcome launch(const Options &options) {
  Identity identity = resolve_identity(options.identity, geteuid(), getegid());
  Scratch scratch(options.scratch, identity);
  Outcome outcome = launch_in(scratch, identity, options);
  outcome.remains = scratch.remove();
  return outcome;
}

} // namespace wali::launch
