// Clocks, sleeping and timers. Clocks are read by system call and not through the vDSO, so
// that results and errors are the kernel's own.
#include "runners/host/calls/generic.h"

namespace wali::host {
namespace {

using abi::Call;

constexpr CallEntry entries[] = {
    {Call::nanosleep, generic<Call::nanosleep>},
    {Call::alarm, generic<Call::alarm>},
    {Call::setitimer, generic<Call::setitimer>},
    {Call::gettimeofday, generic<Call::gettimeofday>},
    {Call::clock_gettime, generic<Call::clock_gettime>},
    {Call::clock_getres, generic<Call::clock_getres>},
    {Call::clock_nanosleep, generic<Call::clock_nanosleep>},
};

} // namespace

CallTable time_calls() { return entries; }

} // namespace wali::host
