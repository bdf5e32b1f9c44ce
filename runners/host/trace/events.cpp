#include "runners/host/trace/events.h"

#include <stdarg.h>
#include <stdio.h>

#include <algorithm>
#include <string_view>

#include "harness/abi/constants.h"

namespace wali::host::trace {
namespace {

// Text that is made without memory from the heap: a signal may have interrupted the
// code that gives it out.
class ShortText {
public:
  __attribute__((format(printf, 2, 3))) void add(const char *pattern, ...) {
    va_list arguments;
    va_start(arguments, pattern);
    const int length = vsnprintf(bytes + size, sizeof bytes - size, pattern, arguments);
    va_end(arguments);
    size = std::min(size + static_cast<size_t>(length), sizeof bytes - 1);
  }
  void add_signal(int signo) {
    for (const abi::NamedValue *name = abi::sets::signals.begin; name != abi::sets::signals.end;
         ++name)
      if (name->value == static_cast<uint32_t>(signo))
        return add("%s", name->name);
    add("signal %d", signo);
  }
  std::string_view text() const { return {bytes, size}; }

private:
  char bytes[240];
  size_t size = 0;
};

// The names of sigaction(2), under "The si_code field".
constexpr struct {
  int signo, code; // signo 0: of any signal
  const char *name;
} codes[] = {
    {0, SI_USER, "SI_USER"},
    {0, SI_KERNEL, "SI_KERNEL"},
    {0, SI_QUEUE, "SI_QUEUE"},
    {0, SI_TIMER, "SI_TIMER"},
    {0, SI_MESGQ, "SI_MESGQ"},
    {0, SI_ASYNCIO, "SI_ASYNCIO"},
    {0, SI_SIGIO, "SI_SIGIO"},
    {0, SI_TKILL, "SI_TKILL"},
    {SIGCHLD, CLD_EXITED, "CLD_EXITED"},
    {SIGCHLD, CLD_KILLED, "CLD_KILLED"},
    {SIGCHLD, CLD_DUMPED, "CLD_DUMPED"},
    {SIGCHLD, CLD_STOPPED, "CLD_STOPPED"},
    {SIGCHLD, CLD_TRAPPED, "CLD_TRAPPED"},
    {SIGCHLD, CLD_CONTINUED, "CLD_CONTINUED"},
};

void add_code(ShortText &text, const siginfo_t &info) {
  for (const auto &known : codes)
    if (known.code == info.si_code && (known.signo == 0 || known.signo == info.si_signo))
      return text.add("si_code=%s", known.name);
  text.add("si_code=%d", info.si_code);
}

// As strace has it: `--- SIGUSR1 {si_code=SI_USER, si_pid=7, si_uid=0} ---`.
ShortText signal_text(const siginfo_t &info) {
  ShortText text;
  text.add("--- ");
  text.add_signal(info.si_signo);
  text.add(" {");
  add_code(text, info);
  const bool is_of_child = info.si_signo == SIGCHLD && info.si_code > 0;
  if (info.si_code == SI_USER || info.si_code == SI_QUEUE || info.si_code == SI_TKILL ||
      is_of_child)
    text.add(", si_pid=%d, si_uid=%u", info.si_pid, info.si_uid);
  if (is_of_child)
    text.add(", si_status=%d", info.si_status);
  if (info.si_code == SI_QUEUE)
    text.add(", si_int=%d", info.si_int);
  text.add("} ---");
  return text;
}

ShortText handler_text(int signo, uint32_t index, const char *what) {
  ShortText text;
  text.add("--- handler table[%u] of ", index);
  text.add_signal(signo);
  text.add(" %s ---", what);
  return text;
}

} // namespace

void Events::signal_delivered(const siginfo_t &info) { output.line(signal_text(info).text()); }

void Events::handler_begins(int signo, uint32_t index) {
  output.line(handler_text(signo, index, "begins").text());
}

void Events::handler_ends(int signo, uint32_t index) {
  output.line(handler_text(signo, index, "ends").text());
}

void Events::thread_ends(int status) {
  ShortText text;
  text.add("+++ thread exited with %d +++", status & 0xff);
  output.line(text.text());
}

void Events::process_exits(int status) {
  ShortText text;
  text.add("+++ exited with %d +++", status & 0xff);
  output.line(text.text());
}

void Events::process_dies(int signo, const siginfo_t *info) {
  if (info)
    output.line(signal_text(*info).text());
  ShortText text;
  text.add("+++ killed by ");
  text.add_signal(signo);
  text.add(" +++");
  output.line(text.text());
}

} // namespace wali::host::trace
