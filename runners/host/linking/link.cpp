#include "runners/host/linking/link.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>

#include "runners/host/running/process.h"

namespace wali::host {
namespace {

using Extension = Binding::Extension;
using Result = Binding::Result;
constexpr std::string_view wali_module = "wali", call_prefix = "SYS_";

std::string text_of(const ImportRequest &request) { return request.module + "." + request.name; }

[[noreturn]] void refuse(const ImportRequest &request, const std::string &why) {
  throw LinkProblem{LinkProblem::Kind::refused, "import " + text_of(request) + " " + why};
}

std::string text_of(const std::vector<ValueType> &types) {
  std::string text = "(";
  for (const ValueType type : types)
    text += (text.size() > 1 ? ", " : "") + std::string(type == ValueType::i32   ? "i32"
                                                        : type == ValueType::i64 ? "i64"
                                                                                 : "another type");
  return text + ")";
}

// A function type as the text format's readers know it: "(i32, i64) -> (i64)".
std::string text_of(const std::vector<ValueType> &parameters,
                    const std::vector<ValueType> &results) {
  return text_of(parameters) + " -> " + text_of(results);
}

// `expected` are the types that it has, each once.
[[noreturn]] void refuse_type(const ImportRequest &request, std::vector<std::string> expected) {
  expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
  std::string text;
  for (const std::string &type : expected)
    text += (text.empty() ? "" : " or ") + type;
  refuse(request, "has the type " + text_of(request.parameters, request.results) +
                      ", which it has in no offered revision of WALI: it is " + text);
}

// The import is not among the 144: as on a kernel that does not know the call.
int64_t answer_unknown(Thread &, const Import &import, const Arguments &) {
  constexpr int most = 512; // imports that are remembered as said
  static std::atomic<const char *> said[most];
  for (auto &entry : said) {
    const char *seen = nullptr;
    if (entry.compare_exchange_strong(seen, import.name.data())) {
      const std::string line = "wali-wasmtime: wali." + std::string(import.name) +
                               " is outside WALI: it answers -ENOSYS\n";
      raw_syscall(SYS_write, STDERR_FILENO, raw_pointer(line.data()), line.size());
      break;
    }
    if (seen == import.name.data())
      break;
  }
  return -ENOSYS;
}

// setjmp and its like: there is no way back to what they mark. The first return is
// 0, with which real programs go on as long as they need not jump.
int64_t answer_first_return(Thread &, const Import &, const Arguments &) { return 0; }

// There is no answer that the caller of longjmp could go on with.
int64_t end_on_jump(Thread &thread, const Import &import, const Arguments &) {
  thread.process().die(SIGABRT, "the guest called wali." + std::string(import.name) +
                                    ", which is not implemented");
}

Result result_of(const ImportRequest &request) {
  if (request.results.empty())
    return Result::none;
  return request.results[0] == ValueType::i32 ? Result::i32 : Result::i64;
}

// A binding that links with whatever type the module gives it.
void bind_loosely(const ImportRequest &request, Layer outside, const LinkOptions &options,
                  Binding &binding) {
  if (request.results.size() > 1 || std::ranges::count(request.results, ValueType::other))
    refuse_type(request, {"a function of at most one result, i32 or i64"});
  binding.import.outside = outside;
  binding.layer = options.layer ? options.layer : outside;
  binding.result = result_of(request);
}

void substitute_handler(const LinkOptions &options, Binding &binding) {
  if (options.substitute)
    binding.import.handler = options.substitute(binding.import);
}

void bind_start_import(const ImportRequest &request, const StartImport &import,
                       const LinkOptions &options, Binding &binding) {
  const auto all_i32 = [](const std::vector<ValueType> &types, size_t count) {
    return types.size() == count &&
           static_cast<size_t>(std::ranges::count(types, ValueType::i32)) == count;
  };
  if (!all_i32(request.parameters, import.parameters) ||
      !all_i32(request.results, import.has_result))
    refuse_type(request, {text_of(std::vector(import.parameters, ValueType::i32),
                                  std::vector(import.has_result, ValueType::i32))});
  binding.import.handler = import.handler;
  substitute_handler(options, binding);
  binding.parameter_count = import.parameters;
  binding.result = result_of(request);
  binding.extensions.fill(Extension::zero);
  binding.layer = options.layer;
}

ValueType value_type(abi::WasmType type) {
  return type == abi::WasmType::i32 ? ValueType::i32 : ValueType::i64;
}

// The types of a call in the offered revisions.
std::vector<std::string> types_of(const abi::Syscall &call, abi::Revision revisions) {
  std::vector<ValueType> libc, spec2026;
  for (const abi::Param &param : call.params) {
    libc.push_back(value_type(param.libc));
    spec2026.push_back(value_type(param.spec2026));
  }
  std::vector<std::string> types;
  if (abi::includes(revisions, abi::Revision::libc))
    types.push_back(text_of(libc, {ValueType::i64}));
  if (abi::includes(revisions, abi::Revision::spec2026))
    types.push_back(text_of(spec2026, {ValueType::i64}));
  return types;
}

// False if the parameter is of another type than the offered revisions'.
bool bind_parameter(const ImportRequest &request, size_t index, const abi::Param &param,
                    const LinkOptions &options, Binding &binding) {
  const ValueType type = request.parameters[index];
  const bool fits_libc =
      abi::includes(options.revisions, abi::Revision::libc) && type == value_type(param.libc);
  const bool fits_spec = abi::includes(options.revisions, abi::Revision::spec2026) &&
                         type == value_type(param.spec2026);
  if (!fits_libc && !fits_spec)
    return false;
  const bool is_descriptor =
      param.info.kind == abi::Kind::fd || param.info.kind == abi::Kind::dirfd;
  binding.extensions[index] = type == ValueType::i64 ? Extension::none
                              : is_descriptor        ? Extension::descriptor
                              : param.is_signed      ? Extension::sign
                                                     : Extension::zero;
  return true;
}

// Beside the i64 of each revision: real modules import SYS_exit without its result, and those of
// the crate libc from 0.2.178 to 0.2.183 every call with the low half of it.
bool fits_result(const ImportRequest &request, const abi::Syscall &call, abi::Revision revisions) {
  if (request.results.empty())
    return call.name == "exit";
  const bool is_of_crate = abi::includes(call.revisions, abi::Revision::libc) &&
                           abi::includes(revisions, abi::Revision::libc);
  return request.results == std::vector{ValueType::i64} ||
         (is_of_crate && request.results == std::vector{ValueType::i32});
}

void bind_call(const ImportRequest &request, const abi::Syscall &call, const LinkOptions &options,
               Binding &binding) {
  const auto position = static_cast<size_t>(&call - abi::syscalls().data());
  binding.import.call = &call;
  binding.import.handler = find_handler(static_cast<abi::Call>(position));
  if (!binding.import.handler)
    throw LinkProblem{LinkProblem::Kind::missing, "missing import: " + text_of(request)};
  substitute_handler(options, binding);
  bool fits = request.parameters.size() == call.params.size();
  for (size_t index = 0; fits && index < call.params.size(); ++index)
    fits = bind_parameter(request, index, call.params[index], options, binding);
  if (!fits || !fits_result(request, call, options.revisions))
    refuse_type(request, types_of(call, options.revisions));
  binding.parameter_count = static_cast<uint8_t>(call.params.size());
  binding.result = result_of(request);
  binding.layer = options.layer;
}

// What answers the names of the specification for jumps between functions, and the
// two that wali-musl's header has beside them; null for any other name.
Layer jump_handler(std::string_view name) {
  if (name == "setjmp" || name == "_setjmp" || name == "sigsetjmp")
    return answer_first_return;
  return name == "longjmp" || name == "_longjmp" ? end_on_jump : nullptr;
}

} // namespace

void bind_import(const ImportRequest &request, const LinkOptions &options, Binding &binding) {
  if (request.module != wali_module)
    refuse(request, "is not of the module `wali`");
  if (!request.is_function)
    refuse(request, "is not a function");
  binding.owned_name = request.name;
  const std::string_view name = binding.owned_name;
  binding.import = {.call = nullptr, .handler = nullptr, .name = name};

  if (!name.starts_with(call_prefix)) {
    for (const StartImport &import : start_imports())
      if (import.name == name)
        return bind_start_import(request, import, options, binding);
    if (const Layer handler = jump_handler(name))
      return bind_loosely(request, handler, options, binding);
    throw LinkProblem{LinkProblem::Kind::missing, "missing import: " + text_of(request)};
  }
  const abi::Syscall *call = abi::find_syscall(name.substr(call_prefix.size()));
  const bool is_offered = call && (call->revisions == abi::Revision::both ||
                                   abi::includes(options.revisions, call->revisions));
  if (is_offered)
    return bind_call(request, *call, options, binding);
  if (options.strict)
    refuse(request, "is outside WALI");
  bind_loosely(request, answer_unknown, options, binding);
}

} // namespace wali::host
