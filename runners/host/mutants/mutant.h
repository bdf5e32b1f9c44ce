// Mutants: ways of breaking one call, each in exactly one way, for measuring how
// much the suite notices.
//
// A mutant is an operator at a place: `openat:drop(flags.O_EXCL)`. Operators
// (operators.h) follow from what the table says of a call's parameters, so every
// call gets all that apply.
//
// Where a new way of breaking the host belongs, by what it takes to make it. Take
// the first that can do it:
//  1. An operator with a `make` (result.cpp, number.cpp, input.cpp, output.cpp,
//     pointer.cpp, special.cpp) changes what goes into a call or what comes out of
//     it, and needs to know no more than the table says. If it is one call's or a
//     few calls', it belongs in special.cpp; if it is of many calls at once, as one
//     mistake, in systemic.cpp.
//  2. A behaviour, `CALL:behaviour(NAME)`, changes what one call does, in a way that
//     the table does not know of. It stands around the call's own handler
//     (behaviour*.cpp).
//  3. A hook (hooks.h) acts where the guest makes no call: in the child of a fork, at
//     a thread's start, before another program is executed.
//  4. A fault (faults.h) is looked at by the host itself, in the midst of what it
//     does. Only what no call, behaviour or hook can reach deserves one, since the
//     host's own code has to name it.
// All of them come into force through substitute() (apply.h), which is asked for each
// import at load: it puts a broken handler in the place of the call's own, and adds
// the faults and hooks. Nothing else of the host knows of mutants.
//
// A fault of behaviour is no operator's: it is written by hand, for one call or a few
// that belong together: `alarm:behaviour(extends-only)` (behaviours/).
//
// A systemic mutant breaks many calls in one way, as engines do that get one thing
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

// Where in a call an operator works. What `value`, `offset` and `size` mean is
// the operator's own affair.
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
  // Why no program at all can notice it, where that follows by rule; else empty.
  std::string_view equivalence() const;
};

// The call's name as mutants have it.
std::string_view name_of(const abi::Syscall &call);

// What stands for all of them in the names of systemic mutants: `all`.
const abi::Syscall &everywhere();

// Every mutant of the calls that `revisions` offer, call by call in the table's
// order, then the imports without the prefix, then the systemic ones.
std::vector<Mutant> all_mutants(abi::Revision revisions);

// What `mutant` breaks of `call`: itself, if it is of that call; of a systemic one
// each part.
std::vector<Mutant> parts_of(const Mutant &mutant, const abi::Syscall &call);

// All mutants of one call.
std::vector<Mutant> mutants_of(const abi::Syscall &call);

// How many mutants equivalence() knows.
size_t equivalence_rules();

// The mutant of that name, or nothing.
std::optional<Mutant> find_mutant(std::string_view name);

} // namespace wali::host::mutants
