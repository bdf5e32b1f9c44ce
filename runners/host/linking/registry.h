// The host functions that implement the calls.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "harness/abi/table.h"
#include "runners/host/memory/memory.h"
#include "runners/host/running/thread.h"

namespace wali::host {

// The arguments of one call as Linux would see them in its registers: an i32 is
// sign-extended where the table's type is signed and zero-extended otherwise; an
// i64 is as the guest gave it.
class Arguments {
public:
  static constexpr size_t max_count = 6;

  int64_t &operator[](size_t index) { return values[index]; }
  int64_t operator[](size_t index) const { return values[index]; }

  // The low 32 bits, for parameters that are an int, an unsigned or a pointer.
  int32_t i32(size_t index) const { return static_cast<int32_t>(values[index]); }
  uint32_t u32(size_t index) const { return static_cast<uint32_t>(values[index]); }
  GuestAddress address(size_t index) const { return u32(index); }

private:
  int64_t values[max_count] = {};
};

// Implements one call: returns the kernel's raw result, `>= 0` or `-errno`.
using Handler = int64_t (*)(Thread &, const Arguments &);

struct CallEntry {
  abi::Call call;
  Handler handler;
};

// The calls that each file of calls/ implements. A module that imports a call of no
// file does not load.
using CallTable = std::span<const CallEntry>;
CallTable file_calls();
CallTable fcntl_calls();
CallTable ioctl_calls();
CallTable path_calls();
CallTable memory_calls();
CallTable process_calls();
CallTable identity_calls();
CallTable signal_calls();
CallTable scheduling_calls();
CallTable futex_calls();
CallTable prctl_calls();
CallTable network_calls();
CallTable event_calls();
CallTable time_calls();
CallTable system_calls();

// An import without the `SYS_` prefix: arguments and results are plain i32.
struct StartImport {
  std::string_view name;
  uint8_t parameters;
  bool has_result;
  Handler handler;
};
std::span<const StartImport> start_imports();

// The same imports, described as calls are.
std::span<const abi::Syscall> start_calls();

// The implementation of `call`, or null.
Handler find_handler(abi::Call call);

struct Import;

// A function that wraps an import's handler: it calls `answer` or does not. Imports
// are bound to their layer at load, so that a run without a layer costs nothing.
using Layer = int64_t (*)(Thread &, const Import &, const Arguments &);

// One import of the module.
struct Import {
  const abi::Syscall *call; // null for names without the `SYS_` prefix and unknown ones
  Handler handler;
  std::string_view name;   // as the module has it
  Layer outside = nullptr; // answers in place of the handler: the import is outside WALI, or a jump
};

// What the import answers when no layer is there.
inline int64_t answer(Thread &thread, const Import &import, const Arguments &arguments) {
  return import.outside ? import.outside(thread, import, arguments)
                        : import.handler(thread, arguments);
}

// The entry of the table or of start_calls() that describes the import; null for one
// that is outside.
const abi::Syscall *describe(const Import &import);

// Returns the handler that replaces `import.handler`, or `import.handler` itself. It
// is called at load, so that a handler that is not replaced costs nothing.
using Substitute = Handler (*)(const Import &import);

} // namespace wali::host
