#include "runners/host/trace/trace.h"

#include <unistd.h>

#include "runners/host/running/raw_syscall.h"
#include "runners/host/trace/call_text.h"
#include "runners/host/trace/values.h"

namespace wali::host {
namespace {

void write_line(const std::string &text) {
  std::string line;
  trace::format(line, "[%ld] ", long{raw_syscall(SYS_gettid)});
  line += text + "\n";
  raw_syscall(SYS_write, STDERR_FILENO, raw_pointer(line.data()), line.size());
}

bool may_not_return(const abi::Syscall &call) {
  return call.name == "exit" || call.name == "exit_group" || call.name == "execve" ||
         call.name == "rt_sigreturn";
}

} // namespace

int64_t trace_call(Thread &thread, const Import &import, const Arguments &arguments) {
  trace::CallText text(thread.memory(), *import.call, arguments);
  text.before();
  if (may_not_return(*import.call))
    write_line(text.text() + " = ?");
  int64_t result = import.handler(thread, arguments);
  text.after(result);
  write_line(text.text() + text.result_text());
  return result;
}

std::string describe_call(const Memory &memory, const abi::Syscall &call,
                          const Arguments &arguments, int64_t result) {
  trace::CallText text(memory, call, arguments);
  text.before();
  text.after(result);
  return text.text() + text.result_text();
}

} // namespace wali::host
