// The mutation operators, one table: at which places of a call each applies,
// what it is called and says, and how it makes the broken call.
#pragma once

#include <algorithm>
#include <span>

#include "runners/host/mutants/faults.h"
#include "runners/host/mutants/hooks.h"
#include "runners/host/mutants/mutant.h"

namespace wali::host::mutants {

class Invocation;

struct Operator {
  std::string_view name;
  // Where it applies to `call`: any number of places.
  std::vector<Place> (*places)(const abi::Syscall &call) = nullptr;
  // With `{call}` and `{place}` to be filled in.
  std::string_view sentence = {};
  // Makes the call in the broken way and returns its result. If null, the call is made
  // correctly, while the host has `fault` and `hook`.
  int64_t (*make)(Invocation &invocation) = nullptr;
  Fault fault = Fault::none;
  Hook hook = {}; // in force beside `make` too
  // For a systemic operator that consists of others: those of `call`.
  std::vector<Mutant> (*parts)(const abi::Syscall &call) = nullptr;
  // For a systemic operator: what to do once, before modules are linked.
  void (*prepare)() = nullptr;
};

// All of single calls, in the order of lists.
std::vector<const Operator *> all_operators();

// By what they break (result.cpp, number.cpp, input.cpp, …).
std::span<const Operator> result_operators();
std::span<const Operator> number_operators();
std::span<const Operator> input_operators();
std::span<const Operator> output_operators();
std::span<const Operator> pointer_operators();
std::span<const Operator> special_operators();

// What makes the faults of behaviour (behaviours/), as each has it.
const Operator &behaviour_operator();

// The systemic ones: `places` says where each works in a call that is not
// everywhere(), where it does not consist of others.
std::span<const Operator> systemic_operators();

// Text as an argument of a template.
template <size_t length> struct Name {
  constexpr Name(const char (&text)[length]) { std::ranges::copy(text, this->text); }
  char text[length];
};

// The calls of these names.
template <Name... names> bool is(const abi::Syscall &call) {
  return ((call.name == names.text) || ...);
}

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
