// Running as mutants: their broken handlers and faults, for this process and all
// that it forks.
#pragma once

#include <stdexcept>
#include <string>

#include "runners/host/mutants/mutant.h"
#include "runners/host/registry.h"

namespace wali::host::mutants {

inline constexpr size_t most_at_once = 64;

// Makes this process `mutant`, beside what it has become before. Call it before
// modules are linked. Throws std::length_error beyond most_at_once.
void become(const Mutant &mutant);

// A handler for `import` in which it is broken as this process's mutants have
// it, or `import.handler` itself where none is of this call. A Substitute.
Handler substitute(const Import &import);

} // namespace wali::host::mutants
