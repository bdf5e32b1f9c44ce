#include "runners/host/trace/trace.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <system_error>

#include "runners/host/running/watcher.h"
#include "runners/host/trace/call_text.h"
#include "runners/host/trace/events.h"
#include "runners/host/trace/output.h"
#include "runners/host/trace/selection.h"
#include "runners/host/trace/values.h"
#include "runners/host/trace/waiting.h"

namespace wali::host {
namespace {

// Never destroyed: the process ends where its guest does.
struct Tracer {
  trace::Selection selection;
  trace::Output output;
  trace::Events events{output};
};
Tracer *tracer = nullptr;

bool may_not_return(std::string_view name) {
  static constexpr std::string_view names[] = {"exit",    "exit_group", "__proc_exit", "execve",
                                               "longjmp", "_longjmp",   "rt_sigreturn"};
  return std::ranges::count(names, name) != 0;
}

// The guest means no descriptor where it names the trace's.
Arguments without_own_descriptor(const abi::Syscall &call, Arguments arguments) {
  for (size_t index = 0; index < call.params.size(); ++index) {
    const abi::Kind kind = call.params[index].info.kind;
    if ((kind == abi::Kind::fd || kind == abi::Kind::dirfd) &&
        arguments.i32(index) == tracer->output.descriptor())
      arguments[index] = -1;
  }
  return arguments;
}

// What the guest writes to the place of the trace follows the call's line; it would
// break one that has begun.
bool writes_beside_trace(const abi::Syscall &call, const Arguments &arguments) {
  return (call.name == "write" || call.name == "writev") &&
         tracer->output.arrives_from(arguments.i32(0));
}

int64_t show_call(Thread &thread, const Import &import, const abi::Syscall &call,
                  const Arguments &arguments) {
  trace::Output &output = tracer->output;
  trace::CallText text(thread.memory(), call, arguments);
  text.before();
  const bool is_beside = writes_beside_trace(call, arguments);
  const std::string begun =
      !is_beside && trace::may_wait(call, arguments) ? text.begun() : std::string();
  if (may_not_return(call.name))
    output.line(text.text() + " = ?");
  else if (!begun.empty())
    output.begin(begun);
  else if (is_beside)
    output.end_begun_line();
  if (call.name == "execve")
    output.share_with_others();

  const int64_t from = trace::now();
  const int64_t result = answer(thread, import, arguments);
  const int64_t taken = trace::now() - from;
  if (thread.ending() && may_not_return(call.name))
    return result;

  text.after(result);
  std::string line = text.text() + text.result_text();
  if (output.has_times())
    trace::format(line, " <%ld.%06ld>", long{taken / 1'000'000'000},
                  long{taken % 1'000'000'000 / 1000});
  if (begun.empty())
    output.line(line);
  else
    output.end(call.name, std::string_view(line).substr(begun.size()));
  return result;
}

} // namespace

std::vector<std::string> start_trace(const TraceOptions &options) {
  trace::Selection selection =
      options.calls.empty() ? trace::Selection() : trace::Selection(options.calls);
  int fd = STDERR_FILENO;
  if (!options.file.empty()) {
    constexpr mode_t everybody = 0666; // but for the umask
    fd =
        open(options.file.c_str(),
             O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY | (options.appends ? 0 : O_TRUNC),
             everybody);
    if (fd < 0)
      throw std::system_error(errno, std::generic_category());
  }
  const std::optional<int64_t> origin =
      options.times ? std::optional(options.since.value_or(trace::now())) : std::nullopt;
  tracer = new Tracer{.selection = std::move(selection), .output = {fd, origin}};
  if (fd != STDERR_FILENO)
    close(fd);
  watcher = &tracer->events;

  const auto variable = [](const char *name, const std::string &value) {
    return std::string(name) + "=" + value;
  };
  std::vector<std::string> variables = {
      variable(trace_variable, options.calls.empty() ? "all" : options.calls)};
  if (!options.file.empty())
    variables.push_back(variable(trace_file_variable, options.file));
  if (origin)
    variables.push_back(variable(trace_times_variable, std::to_string(*origin)));
  return variables;
}

int64_t trace_call(Thread &thread, const Import &import, const Arguments &given) {
  const abi::Syscall *known = describe(import);
  const abi::Syscall outside{
      .number = 0, .name = import.name, .group = {}, .revisions = {}, .params = {}};
  const abi::Syscall &call = known ? *known : outside;
  const Arguments arguments = without_own_descriptor(call, given);
  return tracer->selection.has(import) ? show_call(thread, import, call, arguments)
                                       : answer(thread, import, arguments);
}

std::string describe_call(const Memory &memory, const abi::Syscall &call,
                          const Arguments &arguments, int64_t result) {
  trace::CallText text(memory, call, arguments);
  text.before();
  text.after(result);
  return text.text() + text.result_text();
}

} // namespace wali::host
