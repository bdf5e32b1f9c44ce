// What the host needs from the WebAssembly engine that runs the guest. The host does not
// depend on any engine; runners/wasmtime implements this interface for Wasmtime.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wali::host {

class Thread;

// How a call into the guest ended.
enum class Outcome {
  returned, // the function returned
  ended,    // the guest thread is ending (Thread::ending): unwind without delay
  trapped,  // the guest trapped; EngineThread::trap says how
  failed,   // resources were short, and nothing ran
};

// Why a guest trapped: the text of the message, the signal that would have killed a native
// program, and the guest's functions that were running, innermost first, each as
// "NAME + OFFSET". There are none if the engine cannot tell. In a deep recursion the engine
// gives only the first few.
struct Trap {
  std::string message;
  int signo;
  std::vector<std::string> frames = {};
};

// One guest thread's instance of the module.
class EngineThread {
public:
  virtual ~EngineThread() = default;

  // Makes the instance and runs its start function. This is called first, on the guest
  // thread itself. Until it has returned, the other functions find no function and no stack
  // pointer.
  virtual Outcome instantiate() = 0;

  // Whether table 0 has a function at `index` that takes `count` i32 and returns
  // nothing.
  virtual bool can_call(uint32_t index, size_t count) = 0;

  // Calls that function. can_call(index, arguments.size()) must be true.
  virtual Outcome call_table(uint32_t index, std::span<const uint32_t> arguments) = 0;

  // Calls the exported `_start`, which the module must have.
  virtual Outcome call_start() = 0;

  // The guest's stack pointer. Nothing if the module has none.
  virtual std::optional<uint32_t> stack_pointer() = 0;
  virtual void set_stack_pointer(uint32_t value) = 0;

  // Describes the last outcome that was `trapped`.
  virtual Trap trap() = 0;
};

// What all threads of one guest share.
class Engine {
public:
  virtual ~Engine() = default;

  // Makes the guest code of every thread call Thread::at_interruption soon, at a loop or
  // function entry. A thread that is about to enter guest code may miss it.
  // Async-signal-safe.
  virtual void interrupt() = 0;

  // Whether `address` lies in the guest's compiled code, where no interruption is
  // missed. Async-signal-safe.
  virtual bool is_guest_code(uint64_t address) const = 0;

  // The linear memory's size in bytes.
  virtual uint64_t memory_size() = 0;

  // Grows memory by `pages` of 65536 bytes. Returns the old size in pages, or nothing if the
  // maximum is reached.
  virtual std::optional<uint64_t> grow_memory(uint64_t pages) = 0;

  // Makes the engine's object for `thread`.
  virtual std::unique_ptr<EngineThread> make_thread(Thread &thread) = 0;
};

} // namespace wali::host
