// Running as mutants: their broken handlers and faults, for this process and all
// that it forks.
#pragma once

#include "runners/host/linking/registry.h"
#include "runners/host/mutants/mutant.h"

namespace wali::host::mutants {

// Makes this process `mutant`, beside what it has become before. Call it before
// modules are linked. Several mutants of one call work one upon the other, the
// later ones upon the earlier, and those that change results upon all others.
void become(const Mutant &mutant);

// Makes it none again; what is linked already stays broken. For tests.
void recover();

// A handler for `import` in which it is broken as this process's mutants have
// it, or `import.handler` itself where none is of this call. A Substitute.
Handler substitute(const Import &import);

} // namespace wali::host::mutants
