// Names, directories and metadata: what a path leads to, what a change leaves behind
// and stamps.
#include <errno.h>
#include <unistd.h>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

// --- The table ---------------------------------------------------------------

const Behaviour behaviours[] = {
    {"rename", "leaves-the-old-name", "rename leaves the old name in place beside the new one",
     [](Invocation &call) {
       const std::string from = text(call, 0), kept = from + ".kept";
       kernel_call(SYS_link, from.c_str(), kept.c_str());
       const int64_t result = call.call();
       kernel_call(SYS_rename, kept.c_str(), result == 0 ? from.c_str() : kept.c_str());
       return result;
     }},
};

} // namespace

std::span<const Behaviour> path_behaviours() { return behaviours; }

} // namespace wali::host::mutants
