// What the host asks of the WebAssembly engine that runs the guest. The host
// knows no engine; runners/wasmtime implements this for one.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wali::host {

class Thread;

// How a call into the guest came back.
enum class Outcome {
  returned, // the function returned
  ended,    // the guest thread is ending (Thread::ending): unwind without delay
  trapped,  // the guest trapped; EngineThread::trap says how
  failed,   // resources are short; nothing ran
};

// Why a guest trapped: words for the message, the signal that a native program
// would have died of, and the guest's functions that were running, the innermost
// first, each as "NAME + OFFSET" (none if the engine cannot tell). Of a deep
// recursion the engine gives the first few.
struct Trap {
  std::string message;
  int signo;
  std::vector<std::string> frames = {};
};

// One guest thread's instance of the module.
class EngineThread {
public:
  virtual ~EngineThread() = default;

  // Makes the instance; its start function runs. Called first, on the thread
  // that it is for. Until it has returned the others find no function, no stack
  // pointer.
  virtual Outcome instantiate() = 0;

  // Whether table 0 has a function at `index` that takes `count` i32 and returns
  // nothing.
  virtual bool can_call(uint32_t index, size_t count) = 0;

  // Calls that function. can_call(index, arguments.size()) must be true.
  virtual Outcome call_table(uint32_t index, std::span<const uint32_t> arguments) = 0;

  // Calls the exported `_start`, which the module must have.
  virtual Outcome call_start() = 0;

  // The guest's stack pointer; nothing when the module has none.
  virtual std::optional<uint32_t> stack_pointer() = 0;
  virtual void set_stack_pointer(uint32_t value) = 0;

  // What the last `trapped` outcome was.
  virtual Trap trap() = 0;
};

// What all threads of one guest share.
class Engine {
public:
  virtual ~Engine() = default;

  // Makes the running guest code of every thread call Thread::at_interruption
  // soon, at a loop or function entry. A thread that is on its way into guest
  // code may miss it. Async-signal-safe.
  virtual void interrupt() = 0;

  // Whether `address` lies in the guest's compiled code, where no interruption is
  // missed. Async-signal-safe.
  virtual bool is_guest_code(uint64_t address) const = 0;

  // The linear memory's size in bytes.
  virtual uint64_t memory_size() = 0;

  // Grows memory by `pages` of 65536 bytes. Returns the size in pages that it had
  // before, or nothing when the maximum is reached.
  virtual std::optional<uint64_t> grow_memory(uint64_t pages) = 0;

  // What `thread` is to have of the engine.
  virtual std::unique_ptr<EngineThread> make_thread(Thread &thread) = 0;
};

} // namespace wali::host
