// User and group ids. As on Linux, the raw calls change only the calling thread. To change
// all threads is the task of a C library.
#include "runners/host/calls/generic.h"

namespace wali::host {
namespace {

using abi::Call;

// A call that changes credentials. It ends the attendant, which opens files for the thread
// and still has the old credentials.
template <Call call> int64_t changing(Thread &thread, const Arguments &arguments) {
  const int64_t result = generic<call>(thread, arguments);
  thread.dismiss_attendant();
  return result;
}

constexpr CallEntry entries[] = {
    {Call::getuid, generic<Call::getuid>},        {Call::getgid, generic<Call::getgid>},
    {Call::setuid, changing<Call::setuid>},       {Call::setgid, changing<Call::setgid>},
    {Call::geteuid, generic<Call::geteuid>},      {Call::getegid, generic<Call::getegid>},
    {Call::setreuid, changing<Call::setreuid>},   {Call::setregid, changing<Call::setregid>},
    {Call::getgroups, generic<Call::getgroups>},  {Call::setgroups, changing<Call::setgroups>},
    {Call::setresuid, changing<Call::setresuid>}, {Call::setresgid, changing<Call::setresgid>},
};

} // namespace

CallTable identity_calls() { return entries; }

} // namespace wali::host
