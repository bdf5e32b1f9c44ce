// A call that a mutant makes in a broken way: its arguments and what they point to.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string_view>

#include "runners/host/linking/registry.h"
#include "runners/host/mutants/bytes.h"
#include "runners/host/mutants/mutant.h"

namespace wali::host::mutants {

// What a pointer leads to.
struct View {
  Area area;
  bool in = false, out = false; // read and written through
  std::string_view structure = {};
  uint32_t element = 0; // bytes of one structure; 0: these are bytes
};

// What a mutant remembers from call to call.
struct History {
  std::atomic<bool> has_result = false;
  std::atomic<int64_t> result = 0; // of the last call
};

// The broken handler of one mutant. It replaces the call's own handler, or one that another
// mutant has broken already.
struct BrokenHandler {
  Mutant mutant;
  Handler own = nullptr;
  BrokenHandler *inner = nullptr; // the other one; null: there is none
  History history = {};

  int64_t make(Thread &thread, const Arguments &arguments);
};

class Invocation {
public:
  Invocation(Thread &thread, BrokenHandler &handler, const Arguments &arguments)
      : thread(thread),
        mutant(handler.mutant),
        history(handler.history),
        arguments(arguments),
        handler(handler) {}

  // Makes the call correctly, except for other mutants, with the present `arguments`.
  int64_t call() {
    return handler.inner ? handler.inner->make(thread, arguments) : handler.own(thread, arguments);
  }

  const abi::Syscall &syscall() const { return *mutant.call; }
  const Memory &memory() const { return thread.memory(); }
  size_t index() const { return mutant.place.parameter; }
  const abi::Param &param() const { return mutant.call->params[index()]; }
  int64_t &argument() { return arguments[index()]; }

  // What the parameter of that index points to. Nothing if it is NULL, or if it is not a
  // pointer in this call.
  std::optional<View> view(size_t parameter) const;
  std::optional<View> view() const { return view(index()); }

  Thread &thread;
  const Mutant &mutant;
  History &history;
  Arguments arguments;

private:
  std::optional<View> variant_view(size_t parameter) const;
  uint64_t length_of(const abi::KindInfo &info) const;
  uint64_t string_area_length(GuestAddress address) const;
  uint64_t pointer_array_length(GuestAddress address) const;
  uint64_t guest_argument_length() const;

  const BrokenHandler &handler;
};

} // namespace wali::host::mutants
