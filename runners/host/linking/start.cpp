// Start, end, arguments, environment and threads: the imports without the
// `SYS_` prefix (ABI.md, Start, end, arguments, environment).
#include "runners/host/linking/registry.h"
#include "runners/host/running/process.h"

namespace wali::host {
namespace {

int64_t init(Thread &, const Arguments &) { return 0; }

int64_t deinit(Thread &, const Arguments &) { return 0; }

int64_t proc_exit(Thread &thread, const Arguments &arguments) {
  thread.process().exit_group(arguments.i32(0));
}

int64_t get_argc(Thread &thread, const Arguments &) {
  return static_cast<int64_t>(thread.process().arguments().size());
}

const std::string *find_argument(Thread &thread, uint32_t index) {
  const auto &arguments = thread.process().arguments();
  return index < arguments.size() ? &arguments[index] : nullptr;
}

// The page gives no answer for an index out of range; -1 cannot be a length.
int64_t get_argv_len(Thread &thread, const Arguments &arguments) {
  const std::string *argument = find_argument(thread, arguments.u32(0));
  return argument ? static_cast<int64_t>(argument->size()) : -1;
}

int64_t copy_argv(Thread &thread, const Arguments &arguments) {
  const std::string *argument = find_argument(thread, arguments.u32(1));
  if (!argument)
    return -1;
  const bool copied =
      thread.memory().write_bytes(arguments.address(0), argument->c_str(), argument->size() + 1);
  return copied ? 0 : -1;
}

int64_t get_init_envfile(Thread &thread, const Arguments &arguments) {
  const std::string &path = thread.process().environment_file();
  const size_t size = path.size() + 1;
  if (path.empty() || size > arguments.u32(1))
    return 0;
  return thread.memory().write_bytes(arguments.address(0), path.c_str(), size) ? 1 : 0;
}

int64_t thread_spawn(Thread &thread, const Arguments &arguments) {
  return thread.process().spawn(thread, arguments.u32(0), arguments.u32(1));
}

} // namespace

std::span<const StartImport> start_imports() {
  static constexpr StartImport imports[] = {
      {"__init", 0, true, init},
      {"__deinit", 0, true, deinit},
      {"__proc_exit", 1, false, proc_exit},
      {"__cl_get_argc", 0, true, get_argc},
      {"__cl_get_argv_len", 1, true, get_argv_len},
      {"__cl_copy_argv", 2, true, copy_argv},
      {"__get_init_envfile", 2, true, get_init_envfile},
      {"__wasm_thread_spawn", 2, true, thread_spawn},
  };
  return imports;
}

} // namespace wali::host
