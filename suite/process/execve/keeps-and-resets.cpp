// Across execve caught signals return to their default, ignored ones stay
// ignored, the mask and pending signals stay, and close-on-exec descriptors go.
// Covers: execve signals, mask, O_CLOEXEC
#include "wali/test.h"

namespace {

// The 16 digits behind `name` in the text of a /proc status file.
Text digits(Text status, Text name) {
  for (size_t i = 0; i + name.size + 16 <= status.size; ++i)
    if (status.part(i, name.size) == name)
      return status.part(i + name.size, 16);
  return "(none)";
}

} // namespace

void test() {
  Pipe pipe = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::on_signal(SIGALRM, [](int) {});
    setup::set_disposition(SIGUSR2, SIG_IGN);
    setup::set_mask(signal_bit(SIGHUP) | signal_bit(SIGTERM));
    sys::kill(sys::getpid().pid(), SIGHUP);
    setup::require_value("dup3", sys::dup3(pipe.write, 1, 0), 1);
    const char *const argv[] = {"cat", "/proc/self/status", nullptr};
    sys::execve("/bin/cat", argv, nullptr);
  });
  pipe.write.reset();
  Text status = setup::read_all(pipe.read);
  report("pending", digits(status, "\nShdPnd:\t"));
  report("blocked", digits(status, "\nSigBlk:\t"));
  report("ignored", digits(status, "\nSigIgn:\t"));
  report("caught", digits(status, "\nSigCgt:\t"));
  report("child", child.wait());
}
