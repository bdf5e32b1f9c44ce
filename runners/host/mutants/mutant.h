// Mutants: ways of breaking one call, each in exactly one way, for measuring how
// much the suite notices.
//
// A mutant is an operator at a place: `openat:drop(flags.O_EXCL)`. Operators
// (operators.h) follow from what the table says of a call's parameters, so every
// call gets all that apply.
//
// Where does a new way of breaking the host belong? Use the first of these that can do it:
//  1. An operator with a `make` (result.cpp, number.cpp, input.cpp, output.cpp,
//     pointer.cpp, special.cpp) changes what goes into a call or what comes out of
//     it, and needs no knowledge beyond the table. An operator for one call or a few
//     belongs in special.cpp. One mistake in many calls at once belongs in systemic.cpp.
//  2. A behaviour, `CALL:behaviour(NAME)`, changes what one call does, in a way that
//     the table does not know of. It stands around the call's own handler
//     (behaviour*.cpp).
//  3. A hook (hooks.h) acts where the guest makes no call: in the child of a fork, at
//     a thread's start, before another program is executed.
//  4. A fault (faults.h) is a check in the host's own code. Use one only if no operator,
//     behaviour or hook can do it, since the host's code has to name it.
// All of them take effect through substitute() (apply.h), which is called for each import
// at load. It replaces the call's handler by a broken one, and adds the faults and hooks.
// No other part of the host knows about mutants.
//
// A fault of behaviour does not follow from an operator. It is written by hand, for one
// call or a few related ones: `alarm:behaviour(extends-only)` (behaviours/).
//
// A systemic mutant breaks many calls in one way, like an engine that gets one thing
// wrong everywhere: `all:errno-positive`. It consists of mutants of single calls.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/abi/table.h"

namespace wali::host::mutants {

struct Behaviour;
struct Operator;

// Where in a call an operator works. Each operator gives `value`, `offset` and `size` a
// meaning of its own.
struct Place {
  static constexpr size_t whole_call = ~size_t{0};

  size_t parameter = whole_call; // its index
  std::string detail = {};       // what stands in parentheses; empty: the parameter's name
  uint64_t value = 0;            // bits of a flag
  uint32_t offset = 0;           // of a field of the structure that the parameter points to
  uint32_t size = 0;             // of that field
  abi::Revision revisions = abi::Revision::both; // in which it can make a difference
};

struct Mutant {
  const abi::Syscall *call; // an entry of the table or of start_calls(), or everywhere()
  const Operator *op;
  Place place;
  const Behaviour *behaviour = nullptr; // if it is one

  // The call as lists and options name it: the table's name, which is `fstatat`
  // for SYS_newfstatat too, or the name of an import without the `SYS_` prefix.
  std::string_view call_name() const;
  // CALL:OPERATOR, without blanks.
  std::string name() const;
  // What is wrong with the call, in one sentence.
  std::string sentence() const;
  // Why no program can notice it, if that follows from a rule. Empty otherwise.
  std::string_view equivalence() const;
};

// The call's name in the names of mutants.
std::string_view name_of(const abi::Syscall &call);

// The name that systemic mutants have in place of a call's: `all`.
const abi::Syscall &everywhere();

// Every mutant of the calls that `revisions` offer, call by call in the table's
// order, then the imports without the prefix, then the systemic ones.
std::vector<Mutant> all_mutants(abi::Revision revisions);

// The parts of `mutant` that break `call`: the mutant itself if it is of that call, or the
// parts of a systemic one.
std::vector<Mutant> parts_of(const Mutant &mutant, const abi::Syscall &call);

// All mutants of one call.
std::vector<Mutant> mutants_of(const abi::Syscall &call);

// How many mutants equivalence() knows.
size_t equivalence_rules();

// The mutant of that name, or nothing.
std::optional<Mutant> find_mutant(std::string_view name);

} // namespace wali::host::mutants
