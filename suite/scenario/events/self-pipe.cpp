// Handlers write to a pipe that a loop polls beside its input: it sees each signal there as it sees data, in the
// order in which they came. A handler that finds the pipe full does not wait.
// Covers: events poll, pipe O_NONBLOCK, rt_sigaction, SIGCHLD
#include "suite/scenario/semaphore.h"

namespace {

int self_pipe;
volatile int64_t last_write;

void pass_on(int signo) {
  const char byte = static_cast<char>(signo);
  last_write = sys::write(self_pipe, &byte, 1).value;
}

// The other side of the input: after each step it waits until the loop has seen what it did.
void be_peer(int loop, int input, Semaphore<0> &seen) {
  setup::write_all(input, "a");
  seen.wait();
  setup::require_zero("kill", sys::kill(loop, SIGUSR2));
  seen.wait();
  setup::write_all(input, "b");
  seen.wait();
  setup::require_zero("kill", sys::kill(loop, SIGALRM));
  seen.wait();
  setup::require_zero("kill", sys::kill(loop, SIGUSR2));
  seen.wait();
}

// The byte that a source has, or 0 for none.
char take(const pollfd &source) {
  char byte = 0;
  if (source.revents & POLLIN)
    setup::require_value("read", sys::read(source.fd, &byte, 1), 1);
  return byte;
}

// One turn of the loop: what it saw is added to `log`, the signal it gives.
int turn(int signals, int input, Line &log) {
  pollfd sources[] = {{signals, POLLIN, 0}, {input, POLLIN, 0}};
  log << ", " << uninterrupted([&] { return sys::poll(sources, 2, -1); }).value << ":";
  const int signo = take(sources[0]);
  const char data = take(sources[1]);
  if (signo != 0)
    log << " " << Signal{signo};
  if (data != 0)
    log << " data " << Text(&data, 1);
  return signo;
}

void handle_with_a_full_pipe() {
  Pipe full = setup::pipe();
  setup::set_status_flags(full.write, O_NONBLOCK);
  setup::fill(full.write);
  self_pipe = full.write;
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("write of a handler to the full pipe", Result{last_write});
  report("flags of the writing end", setup::status_flags(full.write));
  report("flags of the reading end", setup::status_flags(full.read));
}

} // namespace

void test() {
  for (int signo : {SIGUSR2, SIGALRM, SIGCHLD})
    setup::on_signal(signo, pass_on);
  handle_with_a_full_pipe();
  Pipe signals = setup::pipe(O_NONBLOCK), input = setup::pipe();
  self_pipe = signals.write;
  const int loop = sys::getpid().pid();
  setup::require_zero("kill", sys::kill(loop, SIGUSR2));
  setup::write_all(input.write, "0");
  Line log;
  turn(signals.read, input.read, log);
  report("both at once", log.text().part(2));

  auto &seen = setup::shared<Semaphore<0>>();
  Child peer = setup::fork([&] { be_peer(loop, input.write, seen); });
  Line others;
  while (turn(signals.read, input.read, others) != SIGCHLD)
    seen.post();
  report("one after the other", others.text().part(2));
  report("peer", peer.wait());
}
