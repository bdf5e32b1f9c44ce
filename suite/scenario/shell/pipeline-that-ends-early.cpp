// A shell makes a pipeline of three processes in a group of its own. When the last has what it wants and leaves, the
// others end of SIGPIPE, one after the other. An interrupt of the group ends all of a pipeline at once.
// Covers: shell pipe2, dup2, setpgid, SIGPIPE, SIGINT, wait4 of a group
#include "wali/test.h"

namespace {

// Lines without end.
void produce() {
  while (sys::write(1, "a line.\n", 8).value == 8) {
  }
}

// Passes lines on in capitals.
void capitals() {
  char line[8];
  do {
    if (sys::read(0, line, sizeof(line)).value != sizeof(line))
      return;
    for (char &byte : line)
      byte = static_cast<char>('a' <= byte && byte <= 'z' ? byte - 32 : byte);
  } while (sys::write(1, line, sizeof(line)).value == sizeof(line));
}

// The first three lines.
void head() {
  char lines[24];
  for (size_t size = 0; size < sizeof(lines);)
    size += setup::require_count("read", sys::read(0, lines + size, sizeof(lines) - size), sizeof(lines) - size);
  setup::write_all(1, {lines, sizeof(lines)});
}

void stay() {
  for (;;)
    setup::sleep_ms(1000);
}

// Starts a process that has `input` and `output` alone, in the group of the first.
int start(int group, Fd input, Fd output, void (*body)()) {
  const int pid = setup::split();
  sys::setpgid(pid, group); // in parent and child, as shells do it: whoever comes first
  if (pid != 0)
    return pid;
  setup::require_value("dup2", sys::dup2(input, 0), 0);
  setup::require_value("dup2", sys::dup2(output, 1), 1);
  for (int fd = 3; fd < 32; ++fd)
    sys::close(fd);
  body();
  leave(0);
}

struct Pipeline {
  int pids[3];
};

// produce | capitals | LAST > out
Pipeline start_pipeline(void (*last)()) {
  Pipe first = setup::pipe(O_CLOEXEC);
  const int group = start(0, setup::open("/dev/null", O_RDONLY), static_cast<Fd &&>(first.write), produce);
  Pipe second = setup::pipe(O_CLOEXEC);
  const int filter = start(group, static_cast<Fd &&>(first.read), static_cast<Fd &&>(second.write), capitals);
  Fd out = setup::open("out", O_WRONLY | O_CREAT | O_TRUNC);
  return {{group, filter, start(group, static_cast<Fd &&>(second.read), static_cast<Fd &&>(out), last)}};
}

void report_ends(const Pipeline &pipeline) {
  for (int pid : pipeline.pids) {
    int status = -1;
    setup::require_value("wait4", sys::wait4(pid, &status, 0, nullptr), pid);
    report("end", WaitStatus{status});
  }
  report("wait4 for others of the group", sys::wait4(-pipeline.pids[0], nullptr, 0, nullptr));
}

} // namespace

void test() {
  report_ends(start_pipeline(head));
  report("output", setup::read_file("out"));
  const Pipeline endless = start_pipeline(stay);
  report("leader", endless.pids[0]);
  for (int pid : endless.pids)
    report("group", sys::getpgid(pid));
  report("kill of the group", sys::kill(-endless.pids[0], SIGINT));
  report_ends(endless);
}
