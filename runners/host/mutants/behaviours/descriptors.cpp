// Descriptors and open files: what a descriptor has of its own and what it shares
// with others of one open file; offsets, appends, locks, pipes.
#include <errno.h>
#include <unistd.h>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

// --- The table ---------------------------------------------------------------

const Behaviour behaviours[] = {
    {"dup", "copies-close-on-exec", "the copy that dup makes has FD_CLOEXEC where the other has it",
     [](Invocation &call) {
       const int64_t flags = kernel_call(SYS_fcntl, call.arguments[0], F_GETFD);
       const int64_t result = call.call();
       if (result >= 0 && flags == FD_CLOEXEC)
         kernel_call(SYS_fcntl, result, F_SETFD, FD_CLOEXEC);
       return result;
     }},
};

} // namespace

std::span<const Behaviour> descriptor_behaviours() { return behaviours; }

} // namespace wali::host::mutants
