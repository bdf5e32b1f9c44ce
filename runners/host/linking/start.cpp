// Start, end, arguments, environment and threads: the imports without the
// `SYS_` prefix (ABI.md, Start, end, arguments, environment).
#include <algorithm>
#include <type_traits>
#include <utility>

#include "runners/host/linking/registry.h"
#include "runners/host/running/process.h"

namespace wali::host {
namespace {

// The import that `function` implements: its arguments are the function's.
template <auto function> struct Start;
template <class Result, class... Words, Result (*function)(Thread &, Words...)>
struct Start<function> {
  template <size_t... index>
  static int64_t call(Thread &thread, const Arguments &arguments, std::index_sequence<index...>) {
    if constexpr (!std::is_void_v<Result>)
      return function(thread, static_cast<Words>(arguments[index])...);
    else
      return function(thread, static_cast<Words>(arguments[index])...), 0;
  }
  static int64_t handler(Thread &thread, const Arguments &arguments) {
    return call(thread, arguments, std::index_sequence_for<Words...>());
  }
  static constexpr StartImport import(std::string_view name) {
    return {name, sizeof...(Words), !std::is_void_v<Result>, handler};
  }
};

int32_t init(Thread &) { return 0; }

int32_t deinit(Thread &) { return 0; }

void proc_exit(Thread &thread, int status) { thread.process().exit_group(status); }

int64_t get_argc(Thread &thread) {
  return static_cast<int64_t>(thread.process().arguments().size());
}

const std::string *find_argument(Thread &thread, uint32_t index) {
  const auto &arguments = thread.process().arguments();
  return index < arguments.size() ? &arguments[index] : nullptr;
}

// The page gives no answer for an index out of range; -1 cannot be a length.
int64_t get_argv_len(Thread &thread, uint32_t index) {
  const std::string *argument = find_argument(thread, index);
  return argument ? static_cast<int64_t>(argument->size()) : -1;
}

int32_t copy_argv(Thread &thread, GuestAddress buffer, uint32_t index) {
  const std::string *argument = find_argument(thread, index);
  if (!argument)
    return -1;
  return thread.memory().write_bytes(buffer, argument->c_str(), argument->size() + 1) ? 0 : -1;
}

int32_t get_init_envfile(Thread &thread, GuestAddress buffer, uint32_t size) {
  const std::string &path = thread.process().environment_file();
  const size_t needed = path.size() + 1;
  if (path.empty() || needed > size)
    return 0;
  return thread.memory().write_bytes(buffer, path.c_str(), needed) ? 1 : 0;
}

int32_t thread_spawn(Thread &thread, uint32_t function, uint32_t argument) {
  return thread.process().spawn(thread, function, argument);
}

using abi::Kind;
using abi::KindInfo;

constexpr abi::Param start_param(std::string_view name, KindInfo info) {
  return {.name = name,
          .type = {},
          .info = info,
          .libc = abi::WasmType::i32,
          .spec2026 = abi::WasmType::i32,
          .is_signed = false,
          .kernel_bits = 32};
}

constexpr KindInfo integer{.kind = Kind::integer};
constexpr KindInfo text{.kind = Kind::out_bytes};
constexpr KindInfo text_of_parameter_1{.kind = Kind::out_bytes,
                                       .length = {abi::Length::Source::parameter, 1}};

constexpr abi::Param exit_params[] = {start_param("status", integer)};
constexpr abi::Param length_params[] = {start_param("index", integer)};
constexpr abi::Param copy_params[] = {start_param("buffer", text), start_param("index", integer)};
constexpr abi::Param environment_params[] = {start_param("buffer", text_of_parameter_1),
                                             start_param("size", {.kind = Kind::size})};
constexpr abi::Param spawn_params[] = {start_param("function", integer),
                                       start_param("argument", integer)};

constexpr abi::Syscall start_call(std::string_view name, std::span<const abi::Param> params) {
  return {.number = 0,
          .name = name,
          .group = "abi",
          .revisions = abi::Revision::both,
          .params = params};
}

} // namespace

std::span<const StartImport> start_imports() {
  static constexpr StartImport imports[] = {
      Start<init>::import("__init"),
      Start<deinit>::import("__deinit"),
      Start<proc_exit>::import("__proc_exit"),
      Start<get_argc>::import("__cl_get_argc"),
      Start<get_argv_len>::import("__cl_get_argv_len"),
      Start<copy_argv>::import("__cl_copy_argv"),
      Start<get_init_envfile>::import("__get_init_envfile"),
      Start<thread_spawn>::import("__wasm_thread_spawn"),
  };
  return imports;
}

std::span<const abi::Syscall> start_calls() {
  static constexpr abi::Syscall calls[] = {
      start_call("__init", {}),
      start_call("__deinit", {}),
      start_call("__proc_exit", exit_params),
      start_call("__cl_get_argc", {}),
      start_call("__cl_get_argv_len", length_params),
      start_call("__cl_copy_argv", copy_params),
      start_call("__get_init_envfile", environment_params),
      start_call("__wasm_thread_spawn", spawn_params),
  };
  return calls;
}

const abi::Syscall *describe(const Import &import) {
  if (import.call || import.outside)
    return import.call;
  const auto calls = start_calls();
  const auto found = std::ranges::find(calls, import.name, &abi::Syscall::name);
  return found == calls.end() ? nullptr : &*found;
}

} // namespace wali::host
