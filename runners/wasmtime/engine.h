// Wasmtime, through its C API, as the host's engine.
#pragma once

#include <wasmtime.h>

#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "runners/host/engine.h"
#include "runners/host/linking/link.h"
#include "runners/host/linking/prepare.h"
#include "runners/host/running/thread.h"
#include "runners/wasmtime/cache.h"

namespace wali::runner {

// Owners of what the C API makes.
template <auto destroy> struct Deleter {
  template <class T> void operator()(T *object) const { destroy(object); }
};
using EnginePointer = std::unique_ptr<wasm_engine_t, Deleter<wasm_engine_delete>>;
using ModulePointer = std::unique_ptr<wasmtime_module_t, Deleter<wasmtime_module_delete>>;
using LinkerPointer = std::unique_ptr<wasmtime_linker_t, Deleter<wasmtime_linker_delete>>;
using StorePointer = std::unique_ptr<wasmtime_store_t, Deleter<wasmtime_store_delete>>;
using InstancePrePointer =
    std::unique_ptr<wasmtime_instance_pre_t, Deleter<wasmtime_instance_pre_delete>>;
using SharedMemoryPointer =
    std::unique_ptr<wasmtime_sharedmemory_t, Deleter<wasmtime_sharedmemory_delete>>;

class WasmtimeEngine : public host::Engine {
public:
  // The bytes of native stack that guest code may use on each thread: as many as Wasmtime
  // allows. The host's functions have more beyond them.
  static constexpr size_t guest_stack_bytes = 2 * 1024 * 1024;
  static constexpr size_t thread_stack_bytes = guest_stack_bytes + 512 * 1024;

  WasmtimeEngine();

  // What compiled code depends on besides the module, for the cache.
  static std::string configuration();

  // Compiles `module`, or takes the code from `cache`. Throws host::ModuleError.
  void load(Bytes module, const Cache &cache);

  // Binds the loaded module's imports and makes its memory. Throws
  // host::LinkProblem or host::ModuleError.
  void link(const host::LinkOptions &options);

  host::Memory::Source memory_source();

  void interrupt() override { wasmtime_engine_increment_epoch(engine.get()); }
  bool is_guest_code(uint64_t address) const override {
    return address >= code_begin && address < code_end;
  }
  uint64_t memory_size() override { return wasmtime_sharedmemory_data_size(memory.get()); }
  std::optional<uint64_t> grow_memory(uint64_t pages) override;
  std::unique_ptr<host::EngineThread> make_thread(host::Thread &thread) override;

private:
  friend class WasmtimeThread;

  bool load_code(Bytes code);
  void make_memory();
  void check_start() const;
  void find_code();
  void bind(const wasm_importtype_t *import, const host::LinkOptions &options);

  EnginePointer engine;
  host::ModuleShape shape;
  ModulePointer module;
  LinkerPointer linker;
  InstancePrePointer instance_pre;
  SharedMemoryPointer memory;
  uint64_t code_begin = 0, code_end = 0; // of the module
  std::deque<host::Binding> bindings;    // their addresses are the callbacks' data
};

} // namespace wali::runner
