// Running as mutants: their broken handlers and faults, for this process and all
// that it forks.
#pragma once

#include "runners/host/linking/registry.h"
#include "runners/host/mutants/mutant.h"

namespace wali::host::mutants {

// Makes this process a mutant, in addition to those that it is already. Call it before
// modules are linked. If one call has several mutants, each later one works on top of the
// earlier ones, and those that change results work on top of all others.
void become(const Mutant &mutant);

// Makes the process no mutant again. Modules that are linked already stay broken. For tests.
void recover();

// The broken handler that this process's mutants have for `import`, or `import.handler`
// itself if none of them concerns this call. This is a Substitute.
Handler substitute(const Import &import);

} // namespace wali::host::mutants
