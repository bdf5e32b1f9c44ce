// A small shell runs pipelines with redirections, gets their exit statuses and changes its
// directory. It stops, continues and kills a job in a process group of its own.
// Covers: shell fork, execve, pipe2, dup3, setpgid, wait4 WUNTRACED, WCONTINUED
#include "wali/test.h"

namespace {

// One command of a pipeline: words, and where its ends lead.
struct Command {
  const char *words[8];
  const char *input;  // file for standard input, or null
  const char *output; // file for standard output, or null
};

void redirect(const char *path, int flags, int to) {
  Fd file = setup::open(path, flags | O_CLOEXEC);
  setup::require_value("dup3", sys::dup3(file, to, 0), to);
}

// In the child: connects standard input and output and runs the program.
[[noreturn]] void execute(const Command &command, int input, int output) {
  if (input >= 0)
    setup::require_value("dup3", sys::dup3(input, 0, 0), 0);
  if (output >= 0)
    setup::require_value("dup3", sys::dup3(output, 1, 0), 1);
  if (command.input)
    redirect(command.input, O_RDONLY, 0);
  if (command.output)
    redirect(command.output, O_WRONLY | O_CREAT | O_APPEND, 1);
  const char *const environment[] = {"PATH=/usr/bin:/bin", "LC_ALL=C", nullptr};
  for (const char *directory : {"/usr/bin/", "/bin/"})
    sys::execve(label(directory, command.words[0]).c_str(), command.words, environment);
  leave(127);
}

// Runs a pipeline in the foreground; the status is the last command's.
template <size_t count> WaitStatus run(const Command (&commands)[count]) {
  int pids[count];
  Fd input;
  for (size_t i = 0; i < count; ++i) {
    Pipe pipe = i + 1 < count ? setup::pipe(O_CLOEXEC) : Pipe{};
    pids[i] = setup::split();
    if (pids[i] == 0)
      execute(commands[i], input, pipe.write);
    input = static_cast<Fd &&>(pipe.read);
  }
  int status = -1;
  for (int pid : pids)
    setup::require_value("wait4", sys::wait4(pid, &status, 0, nullptr), pid);
  return {status};
}

void job_control() {
  int pid = setup::split();
  if (pid == 0) {
    sys::setpgid(0, 0);
    execute({{"sleep", "600", nullptr}, nullptr, nullptr}, -1, -1);
  }
  sys::setpgid(pid, pid); // both sides do it, as shells do: whoever comes first
  report("job's id", pid);
  report("job's group", sys::getpgid(pid));
  for (int signo : {SIGTSTP, SIGCONT, SIGTERM}) {
    int status = -1;
    report(label("kill of the group with ", Signal{signo}), sys::kill(-pid, signo));
    sys::wait4(-pid, &status, WUNTRACED | WCONTINUED, nullptr);
    report("job", WaitStatus{status});
  }
}

} // namespace

void test() {
  setup::write_file("fruit", "pear\napple\nquince\napple\n");
  report("sort fruit | uniq -c >> counts",
         run({{{"sort", nullptr}, "fruit", nullptr}, {{"uniq", "-c", nullptr}, nullptr, "counts"}}));
  report("counts", setup::read_file("counts"));
  report("cat fruit | grep q | wc -l >> counts", run({{{"cat", "fruit", nullptr}, nullptr, nullptr},
                                                      {{"grep", "q", nullptr}, nullptr, nullptr},
                                                      {{"wc", "-l", nullptr}, nullptr, "counts"}}));
  report("counts", setup::read_file("counts"));
  report("grep -c plum fruit", run({{{"grep", "-c", "plum", nullptr}, "fruit", "count"}}));
  report("no-such-command", run({{{"no-such-command", nullptr}, nullptr, nullptr}}));
  setup::mkdir("below");
  setup::chdir("below");
  report("cat ../fruit > copy", run({{{"cat", "../fruit", nullptr}, nullptr, "copy"}}));
  report("copy's size", setup::file_size("copy"));
  job_control();
}
