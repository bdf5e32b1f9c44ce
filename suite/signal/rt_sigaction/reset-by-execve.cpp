// A program that execve starts has default actions where there were handlers. Ignored
// signals stay ignored, blocked ones blocked, and pending ones pending.
// Covers: rt_sigaction reset by execve
// Covers: execve signal actions, mask, pending signals
#include "wali/test.h"

namespace {

// The set in a line of a process's status, `Field:\t` and 16 hexadecimal digits.
sigset field(Text status, Text name) {
  for (size_t at = 0; at + name.size + 16 < status.size; ++at) {
    if (!(status.part(at, name.size) == name))
      continue;
    sigset set = 0;
    for (size_t i = 0; i < 16; ++i) {
      char c = status.data[at + name.size + i];
      set = set << 4 | static_cast<sigset>(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    return set;
  }
  return ~sigset{0};
}

} // namespace

void test() {
  constexpr sigset concerned = signal_bit(SIGHUP) | signal_bit(SIGUSR2) | signal_bit(SIGWINCH) | signal_bit(60);
  Pipe started = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::on_signal(SIGHUP, [](int) {});
    setup::on_signal(60, [](int) {}, SA_RESTART);
    setup::set_disposition(SIGUSR2, SIG_IGN);
    setup::block(60);
    setup::block(SIGWINCH);
    sys::kill(sys::getpid().pid(), 60);
    const char *const arguments[] = {"sleep", "1000", nullptr}, *const environment[] = {nullptr};
    sys::execve("/bin/sleep", arguments, environment);
    return 127;
  });
  started.write.reset();
  report("bytes before execve", setup::read_all(started.read));
  Text status = setup::read_file(label("/proc/", child.pid(), "/status").c_str());
  report("caught", SignalSet{field(status, "SigCgt:\t") & concerned});
  report("ignored", SignalSet{field(status, "SigIgn:\t") & concerned});
  report("blocked", SignalSet{field(status, "SigBlk:\t") & concerned});
  report("pending", SignalSet{field(status, "ShdPnd:\t") & concerned});
  child.kill(SIGUSR2);
  child.kill(SIGHUP);
  report("child", child.wait());
}
