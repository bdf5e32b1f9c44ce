// The machine and the process's limits. Limits are the host process's own: the
// guest is that process, so a small RLIMIT_AS meets the engine too.
#include "runners/host/calls/generic.h"

namespace wali::host {
namespace {

using abi::Call;

constexpr CallEntry entries[] = {
    {Call::uname, generic<Call::uname>},         {Call::getrlimit, generic<Call::getrlimit>},
    {Call::sysinfo, generic<Call::sysinfo>},     {Call::setrlimit, generic<Call::setrlimit>},
    {Call::prlimit64, generic<Call::prlimit64>}, {Call::getrandom, generic<Call::getrandom>},
};

} // namespace

CallTable system_calls() { return entries; }

} // namespace wali::host
