// The mutation operators, one table: at which places of a call each applies,
// what it is called and says, and how it makes the broken call.
#pragma once

#include <span>

#include "runners/host/faults.h"
#include "runners/host/mutants/mutant.h"

namespace wali::host::mutants {

class Invocation;

struct Operator {
  std::string_view name;
  // Where it applies to `call`: any number of places.
  std::vector<Place> (*places)(const abi::Syscall &call);
  // With `{call}` and `{place}` to be filled in.
  std::string_view sentence;
  // Makes the call in the broken way and returns its result. Null: it is made as
  // it should be, while the host has `fault`.
  int64_t (*make)(Invocation &invocation);
  Fault fault = Fault::none;
};

// All of them, in the order of lists.
std::vector<const Operator *> all_operators();

// By what they break (result.cpp, number.cpp, input.cpp, …).
std::span<const Operator> result_operators();
std::span<const Operator> number_operators();
std::span<const Operator> input_operators();
std::span<const Operator> output_operators();
std::span<const Operator> pointer_operators();
std::span<const Operator> special_operators();

// The places of an operator that works on whole calls, where `applies`.
template <bool (*applies)(const abi::Syscall &)>
std::vector<Place> calls(const abi::Syscall &call) {
  return applies(call) ? std::vector(1, Place{}) : std::vector<Place>{};
}

// The places of one that works on parameters.
template <bool (*applies)(const abi::Syscall &, const abi::Param &)>
std::vector<Place> parameters(const abi::Syscall &call) {
  std::vector<Place> places;
  for (size_t index = 0; index < call.params.size(); ++index)
    if (applies(call, call.params[index]))
      places.push_back({.parameter = index});
  return places;
}

} // namespace wali::host::mutants
