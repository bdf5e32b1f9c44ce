#include "runners/wasmtime/engine.h"

#include <signal.h>

#include <cstring>
#include <sstream>

#include "runners/host/containment/hidden.h"
#include "runners/host/running/assembly.h"
#include "runners/host/running/process.h"

namespace wali::runner {
namespace {

using host::Binding;
using host::LinkProblem;
using host::ModuleError;
using host::Outcome;
using host::Thread;
using host::Trap;

constexpr std::string_view start_name = "_start";

std::string text_of(const wasm_name_t &name) { return {name.data, name.size}; }

// Wasmtime's message and below it, each in a line, what caused it, made one line:
// "failed to compile: function 3: not valid".
std::string in_one_line(const std::string &text) {
  std::string result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const size_t begin = line.find_first_not_of(" \t");
    if (begin == line.npos || line == "Caused by:")
      continue;
    line.erase(0, begin);
    // The causes are numbered if there are several: "0: ".
    const size_t digits = line.find_first_not_of("0123456789");
    if (digits > 0 && digits != line.npos && line.compare(digits, 2, ": ") == 0)
      line.erase(0, digits + 2);
    result += (result.empty() ? "" : result.ends_with(':') ? " " : ": ") + line;
  }
  return result;
}

// The message of an error, which is freed.
std::string take_message(wasmtime_error_t *error) {
  wasm_message_t message;
  wasmtime_error_message(error, &message);
  std::string text = text_of(message);
  wasm_byte_vec_delete(&message);
  wasmtime_error_delete(error);
  return text;
}

void check(wasmtime_error_t *error) {
  if (error)
    throw ModuleError(in_one_line(take_message(error)));
}

// What a native program would have died of.
Trap describe(int code) {
  switch (code) {
  case WASMTIME_TRAP_CODE_STACK_OVERFLOW:
    return {"stack overflow", SIGSEGV};
  case WASMTIME_TRAP_CODE_MEMORY_OUT_OF_BOUNDS:
    return {"memory access out of bounds", SIGSEGV};
  case WASMTIME_TRAP_CODE_HEAP_MISALIGNED:
    return {"misaligned atomic access", SIGBUS};
  case WASMTIME_TRAP_CODE_TABLE_OUT_OF_BOUNDS:
    return {"table index out of bounds", SIGSEGV};
  case WASMTIME_TRAP_CODE_INDIRECT_CALL_TO_NULL:
    return {"call of a null function", SIGSEGV};
  case WASMTIME_TRAP_CODE_BAD_SIGNATURE:
    return {"indirect call of a function of another type", SIGILL};
  case WASMTIME_TRAP_CODE_INTEGER_OVERFLOW:
    return {"integer overflow", SIGFPE};
  case WASMTIME_TRAP_CODE_INTEGER_DIVISION_BY_ZERO:
    return {"integer division by zero", SIGFPE};
  case WASMTIME_TRAP_CODE_BAD_CONVERSION_TO_INTEGER:
    return {"floating point number out of integer range", SIGFPE};
  case WASMTIME_TRAP_CODE_UNREACHABLE_CODE_REACHED:
    return {"unreachable code reached", SIGILL};
  default:
    return {"engine trap " + std::to_string(code), SIGABRT};
  }
}

std::string text_of(const wasm_frame_t *frame) {
  const wasm_name_t *name = wasmtime_frame_func_name(frame);
  std::ostringstream text;
  if (name)
    text << text_of(*name);
  else
    text << "function " << wasm_frame_func_index(frame);
  text << " + 0x" << std::hex << wasm_frame_func_offset(frame);
  return text.str();
}

// The guest's functions that were running, the innermost first.
std::vector<std::string> frames_of(const wasm_trap_t *trap) {
  wasm_frame_vec_t trace;
  wasm_trap_trace(trap, &trace);
  std::vector<std::string> frames;
  for (size_t index = 0; index < trace.size; ++index)
    frames.push_back(text_of(trace.data[index]));
  wasm_frame_vec_delete(&trace);
  return frames;
}

// Unwinds the guest's frames of a thread that is ending. The message is seen by
// nobody.
wasm_trap_t *unwind() { return wasmtime_trap_new("", 0); }

[[gnu::always_inline]] inline void decode(const Binding &binding, const wasmtime_val_raw_t *values,
                                          host::Arguments &arguments) {
  for (size_t index = 0; index < binding.parameter_count; ++index) {
    const wasmtime_val_raw_t &value = values[index];
    switch (binding.extensions[index]) {
    case Binding::Extension::sign:
      arguments[index] = value.i32;
      break;
    case Binding::Extension::zero:
      arguments[index] = static_cast<uint32_t>(value.i32);
      break;
    case Binding::Extension::descriptor:
      arguments[index] = host::guest_descriptor(value.i32);
      break;
    case Binding::Extension::none:
      arguments[index] = value.i64;
      break;
    }
  }
}

// An import is called. `layered` is decided at load: a run without layers has no
// trace of them here.
template <bool layered>
RETURNS_BY_JUMP wasm_trap_t *call_import(void *data, wasmtime_caller_t *,
                                         wasmtime_val_raw_t *values, size_t) {
  const Binding &binding = *static_cast<const Binding *>(data);
  Thread &thread = Thread::current();
  host::Arguments arguments;
  decode(binding, values, arguments);
  thread.enter_host();
  int64_t result;
  if constexpr (layered)
    result = binding.layer(thread, binding.import, arguments);
  else
    result = binding.import.handler(thread, arguments);
  if (!thread.leave_host())
    return unwind();
  if (binding.result == Binding::Result::i64)
    values[0].i64 = result;
  else if (binding.result == Binding::Result::i32)
    values[0].i64 = static_cast<uint32_t>(result);
  return nullptr;
}

host::ValueType value_type(const wasm_valtype_t *type) {
  switch (wasm_valtype_kind(type)) {
  case WASM_I32:
    return host::ValueType::i32;
  case WASM_I64:
    return host::ValueType::i64;
  default:
    return host::ValueType::other;
  }
}

std::vector<host::ValueType> value_types(const wasm_valtype_vec_t *types) {
  std::vector<host::ValueType> result;
  for (size_t index = 0; index < types->size; ++index)
    result.push_back(value_type(types->data[index]));
  return result;
}

} // namespace

class WasmtimeThread : public host::EngineThread {
public:
  WasmtimeThread(WasmtimeEngine &engine, Thread &thread)
      : engine(engine),
        thread(thread),
        store(wasmtime_store_new(engine.engine.get(), nullptr, nullptr)),
        context(wasmtime_store_context(store.get())) {
    await_interruption();
  }

  Outcome instantiate() override {
    wasm_trap_t *trap = nullptr;
    wasmtime_error_t *error =
        wasmtime_instance_pre_instantiate(engine.instance_pre.get(), context, &instance, &trap);
    const Outcome outcome = outcome_of(error, trap, Outcome::failed);
    if (outcome == Outcome::returned)
      find_exports();
    return outcome;
  }

  bool can_call(uint32_t index, size_t count) override {
    wasmtime_func_t function;
    return find_function(index, count, function);
  }

  Outcome call_table(uint32_t index, std::span<const uint32_t> arguments) override {
    wasmtime_func_t function;
    find_function(index, arguments.size(), function);
    constexpr size_t most = 3;
    wasmtime_val_raw_t values[most];
    for (size_t i = 0; i < arguments.size(); ++i)
      values[i].i64 = arguments[i];
    // Where this is called from the epoch callback, Wasmtime has taken the
    // callback away, and the guest would be trapped by the next interruption.
    await_interruption();
    return call(function, values, arguments.size());
  }

  Outcome call_start() override {
    wasmtime_extern_t item;
    wasmtime_instance_export_get(context, &instance, start_name.data(), start_name.size(), &item);
    wasmtime_val_raw_t none;
    return call(item.of.func, &none, 0);
  }

  std::optional<uint32_t> stack_pointer() override {
    if (!stack_pointer_global)
      return std::nullopt;
    wasmtime_val_t value;
    wasmtime_global_get(context, &*stack_pointer_global, &value);
    return static_cast<uint32_t>(value.of.i32);
  }

  void set_stack_pointer(uint32_t value) override {
    const wasmtime_val_t raw{.kind = WASMTIME_I32, .of = {.i32 = static_cast<int32_t>(value)}};
    if (wasmtime_error_t *error = wasmtime_global_set(context, &*stack_pointer_global, &raw))
      wasmtime_error_delete(error); // it is a mutable i32: find_exports
  }

  Trap trap() override { return last_trap; }

private:
  static wasmtime_error_t *on_interruption(wasmtime_context_t *, void *data, uint64_t *delta,
                                           wasmtime_update_deadline_kind_t *kind) {
    *delta = 1;
    *kind = WASMTIME_UPDATE_DEADLINE_CONTINUE;
    auto &self = *static_cast<WasmtimeThread *>(data);
    return self.thread.at_interruption() ? nullptr : wasmtime_error_new("");
  }

  void await_interruption() {
    wasmtime_context_set_epoch_deadline(context, 1);
    wasmtime_store_epoch_deadline_callback(store.get(), on_interruption, this, nullptr);
  }

  Outcome call(const wasmtime_func_t &function, wasmtime_val_raw_t *values, size_t count) {
    wasm_trap_t *trap = nullptr;
    wasmtime_error_t *error =
        wasmtime_func_call_unchecked(context, &function, values, count, &trap);
    return outcome_of(error, trap, Outcome::trapped);
  }

  Outcome outcome_of(wasmtime_error_t *error, wasm_trap_t *trap, Outcome of_error) {
    if (!error && !trap)
      return Outcome::returned;
    if (thread.ending()) {
      if (error)
        wasmtime_error_delete(error);
      if (trap)
        wasm_trap_delete(trap);
      return Outcome::ended;
    }
    if (error) {
      last_trap = {in_one_line(take_message(error)), SIGABRT};
      return of_error;
    }
    wasmtime_trap_code_t code;
    const bool has_code = wasmtime_trap_code(trap, &code);
    last_trap = describe(has_code ? code : -1);
    last_trap.frames = frames_of(trap);
    wasm_trap_delete(trap);
    return Outcome::trapped;
  }

  void find_exports() {
    wasmtime_extern_t item;
    if (wasmtime_instance_export_get(context, &instance, host::table_export_name,
                                     strlen(host::table_export_name), &item))
      table = item.of.table;
    if (!wasmtime_instance_export_get(context, &instance, host::stack_pointer_export_name,
                                      strlen(host::stack_pointer_export_name), &item))
      return;
    wasm_globaltype_t *type = wasmtime_global_type(context, &item.of.global);
    if (wasm_valtype_kind(wasm_globaltype_content(type)) == WASM_I32 &&
        wasm_globaltype_mutability(type) == WASM_VAR)
      stack_pointer_global = item.of.global;
    wasm_globaltype_delete(type);
  }

  bool find_function(uint32_t index, size_t count, wasmtime_func_t &function) {
    wasmtime_val_t entry;
    if (!table || !wasmtime_table_get(context, &*table, index, &entry))
      return false;
    if (entry.kind != WASMTIME_FUNCREF || wasmtime_funcref_is_null(&entry.of.funcref))
      return false;
    function = entry.of.funcref;
    wasm_functype_t *type = wasmtime_func_type(context, &function);
    const bool fits =
        value_types(wasm_functype_params(type)) == std::vector(count, host::ValueType::i32) &&
        wasm_functype_results(type)->size == 0;
    wasm_functype_delete(type);
    return fits;
  }

  WasmtimeEngine &engine;
  Thread &thread;
  StorePointer store;
  wasmtime_context_t *context;
  wasmtime_instance_t instance{};
  std::optional<wasmtime_table_t> table;
  std::optional<wasmtime_global_t> stack_pointer_global;
  Trap last_trap;
};

WasmtimeEngine::WasmtimeEngine() {
  wasm_config_t *config = wasm_config_new();
  wasmtime_config_epoch_interruption_set(config, true);
  wasmtime_config_wasm_threads_set(config, true);
  wasmtime_config_shared_memory_set(config, true);
  wasmtime_config_memory_may_move_set(config, false);
  wasmtime_config_memory_reservation_set(config, host::memory_reservation_bytes);
  constexpr uint64_t guard = 65536;
  wasmtime_config_memory_guard_size_set(config, guard);
  wasmtime_config_max_wasm_stack_set(config, guest_stack_bytes);
  wasmtime_config_native_unwind_info_set(config, false);
  engine.reset(wasm_engine_new_with_config(config));
}

std::string WasmtimeEngine::configuration() { return "wasmtime " WASMTIME_VERSION " 1"; }

void WasmtimeEngine::load(Bytes bytes, const Cache &cache) {
  shape = host::inspect_module(bytes);
  if (const auto code = cache.find(bytes); code && load_code(*code))
    return;
  wasmtime_module_t *loaded = nullptr;
  const std::vector<uint8_t> prepared = host::prepare_module(bytes, shape);
  check(wasmtime_module_new(engine.get(), prepared.data(), prepared.size(), &loaded));
  module.reset(loaded);
  wasm_byte_vec_t code;
  check(wasmtime_module_serialize(module.get(), &code));
  cache.store(bytes, {reinterpret_cast<const uint8_t *>(code.data), code.size});
  wasm_byte_vec_delete(&code);
}

// Wasmtime copies the code into memory of its own, which no file backs: a mapping
// of the cache's file would show what a guest writes there.
bool WasmtimeEngine::load_code(Bytes code) {
  wasmtime_module_t *loaded = nullptr;
  if (wasmtime_error_t *error =
          wasmtime_module_deserialize(engine.get(), code.data(), code.size(), &loaded)) {
    wasmtime_error_delete(error); // of another build of the engine: compile again
    return false;
  }
  module.reset(loaded);
  return true;
}

void WasmtimeEngine::make_memory() {
  const host::MemoryLimits limits = shape.memory.value_or(host::MemoryLimits{});
  wasm_memorytype_t *type = nullptr;
  constexpr bool is_64 = false, is_shared = true;
  constexpr uint8_t page_size_log2 = 16;
  check(wasmtime_memorytype_new(limits.minimum, true, limits.maximum, is_64, is_shared,
                                page_size_log2, &type));
  wasmtime_sharedmemory_t *made = nullptr;
  wasmtime_error_t *error = wasmtime_sharedmemory_new(engine.get(), type, &made);
  wasm_memorytype_delete(type);
  check(error);
  memory.reset(made);
}

void WasmtimeEngine::bind(const wasm_importtype_t *import, const host::LinkOptions &options) {
  const std::string linked_name = text_of(*wasm_importtype_name(import));
  host::ImportRequest request{.module = text_of(*wasm_importtype_module(import)),
                              .name = host::original_import_name(linked_name),
                              .is_function = false,
                              .parameters = {},
                              .results = {}};
  if (request.module == host::host_module_name)
    return;
  const wasm_functype_t *type = wasm_externtype_as_functype_const(wasm_importtype_type(import));
  if (type) {
    request.is_function = true;
    request.parameters = value_types(wasm_functype_params(type));
    request.results = value_types(wasm_functype_results(type));
  }
  Binding &binding = bindings.emplace_back();
  host::bind_import(request, options, binding);
  check(wasmtime_linker_define_func_unchecked(
      linker.get(), request.module.data(), request.module.size(), linked_name.data(),
      linked_name.size(), type, binding.layer ? call_import<true> : call_import<false>, &binding,
      nullptr));
}

void WasmtimeEngine::link(const host::LinkOptions &options) {
  check_start();
  find_code();
  linker.reset(wasmtime_linker_new(engine.get()));
  wasm_importtype_vec_t imports;
  wasmtime_module_imports(module.get(), &imports);
  try {
    for (size_t index = 0; index < imports.size; ++index)
      bind(imports.data[index], options);
  } catch (...) {
    wasm_importtype_vec_delete(&imports);
    throw;
  }
  wasm_importtype_vec_delete(&imports);

  make_memory();
  const StorePointer store(wasmtime_store_new(engine.get(), nullptr, nullptr));
  wasmtime_extern_t item;
  item.kind = WASMTIME_EXTERN_SHAREDMEMORY;
  item.of.sharedmemory = memory.get();
  check(wasmtime_linker_define(linker.get(), wasmtime_store_context(store.get()),
                               host::host_module_name, strlen(host::host_module_name),
                               host::memory_import_name, strlen(host::memory_import_name), &item));
  wasmtime_instance_pre_t *made = nullptr;
  check(wasmtime_linker_instantiate_pre(linker.get(), module.get(), &made));
  instance_pre.reset(made);
}

void WasmtimeEngine::find_code() {
  void *begin, *end;
  wasmtime_module_image_range(module.get(), &begin, &end);
  code_begin = reinterpret_cast<uintptr_t>(begin);
  code_end = reinterpret_cast<uintptr_t>(end);
}

// The module must export `_start`, a function of no parameters and no results.
void WasmtimeEngine::check_start() const {
  wasm_exporttype_vec_t exports;
  wasmtime_module_exports(module.get(), &exports);
  bool found = false;
  for (size_t index = 0; index < exports.size; ++index) {
    if (text_of(*wasm_exporttype_name(exports.data[index])) != start_name)
      continue;
    const wasm_functype_t *type =
        wasm_externtype_as_functype_const(wasm_exporttype_type(exports.data[index]));
    found = type && wasm_functype_params(type)->size == 0 && wasm_functype_results(type)->size == 0;
  }
  wasm_exporttype_vec_delete(&exports);
  if (!found)
    throw ModuleError("the module exports no function `_start` without parameters and results");
}

host::Memory::Source WasmtimeEngine::memory_source() {
  return {.base = wasmtime_sharedmemory_data(memory.get()),
          .size =
              [](void *context) {
                host::Busy busy(Thread::current());
                return static_cast<WasmtimeEngine *>(context)->memory_size();
              },
          .context = this};
}

std::optional<uint64_t> WasmtimeEngine::grow_memory(uint64_t pages) {
  uint64_t before;
  if (wasmtime_error_t *error = wasmtime_sharedmemory_grow(memory.get(), pages, &before)) {
    wasmtime_error_delete(error);
    return std::nullopt;
  }
  return before;
}

std::unique_ptr<host::EngineThread> WasmtimeEngine::make_thread(Thread &thread) {
  return std::make_unique<WasmtimeThread>(*this, thread);
}

} // namespace wali::runner
