// The machine, and the process's limits. The guest is the host process, so limits apply to
// both: a small RLIMIT_AS limits the engine too.
#include <sys/resource.h>

#include "runners/host/calls/generic.h"
#include "runners/host/running/process.h"

namespace wali::host {
namespace {

using abi::Call;

// `resource` is the index of that argument. The new limit is the argument after it.
template <Call call, size_t resource> int64_t limiting(Thread &thread, const Arguments &arguments) {
  if (arguments.i32(resource) == RLIMIT_NOFILE && arguments.address(resource + 1) != 0)
    thread.process().expect_lower_limit();
  return generic<call>(thread, arguments);
}

constexpr CallEntry entries[] = {
    {Call::uname, generic<Call::uname>},
    {Call::getrlimit, generic<Call::getrlimit>},
    {Call::sysinfo, generic<Call::sysinfo>},
    {Call::setrlimit, limiting<Call::setrlimit, 0>},
    {Call::prlimit64, limiting<Call::prlimit64, 1>},
    {Call::getrandom, generic<Call::getrandom>},
};

} // namespace

CallTable system_calls() { return entries; }

} // namespace wali::host
