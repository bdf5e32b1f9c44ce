// Readiness: what poll, select and epoll say of each kind of descriptor, when, and
// how often.
#include <errno.h>
#include <unistd.h>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

// --- The table ---------------------------------------------------------------

const Behaviour behaviours[] = {
    {"close", "leaves-epoll-registrations",
     "close leaves what is registered with epoll as it was: events of it go on",
     [](Invocation &call) {
       constexpr int out_of_the_way = 300;
       const int64_t kept =
           kernel_call(SYS_fcntl, call.arguments[0], F_DUPFD_CLOEXEC, out_of_the_way);
       (void)kept;
       return call.call();
     }},
};

} // namespace

std::span<const Behaviour> readiness_behaviours() { return behaviours; }

} // namespace wali::host::mutants
