// Sockets: options with and without effect, what accepted sockets have of their
// listener, and peers that have gone.
#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

// --- The table ---------------------------------------------------------------

const Behaviour behaviours[] = {
    {"accept", "inherits-nonblock", "an accepted socket has O_NONBLOCK where its listener has it",
     [](Invocation &call) {
       const int64_t result = call.call();
       if (result >= 0 && is_non_blocking(call.arguments[0]))
         kernel_call(SYS_fcntl, result, F_SETFL, flags_of_file(result) | O_NONBLOCK);
       return result;
     }},
};

} // namespace

std::span<const Behaviour> network_behaviours() { return behaviours; }

} // namespace wali::host::mutants
