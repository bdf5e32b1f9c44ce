// One call as text: its arguments before and after it is made, and its result.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "runners/host/linking/registry.h"

namespace wali::host::trace {

class CallText {
public:
  CallText(const Memory &memory, const abi::Syscall &call, const Arguments &arguments)
      : memory(memory), call(call), arguments(arguments) {}

  // Notes what goes into the call.
  void before();
  // Adds what came out of it.
  void after(int64_t answer);

  // After before(): the beginning of text() that what comes out does not change.
  std::string begun() const;

  // The call with its arguments and its result.
  std::string text() const;
  std::string result_text() const;

private:
  void append_input(std::string &line, size_t index) const;
  void append_output(std::string &line, size_t index) const;
  void append_number(std::string &line, size_t index) const;
  void append_named(std::string &line, size_t index) const;
  void append_variant_output(std::string &line, size_t index) const;
  // These return false if nothing is known. The address is printed then.
  bool append_input_pointer(std::string &line, size_t index) const;
  bool append_output_pointer(std::string &line, size_t index) const;
  bool append_output_bytes(std::string &line, size_t index) const;
  bool has_written(size_t index) const;
  bool append_output_structure(std::string &line, size_t index) const;

  uint64_t length_of(const abi::KindInfo &info) const;

  const Memory &memory;
  const abi::Syscall &call;
  const Arguments &arguments;
  int64_t result = 0;
  std::array<std::string, Arguments::max_count> texts;
};

} // namespace wali::host::trace
