// User and group ids. The raw calls change the calling thread alone, as on
// Linux; broadcasting to other threads is a C library's business.
#include "runners/host/generic.h"

namespace wali::host {
namespace {

using abi::Call;

constexpr CallEntry entries[] = {
    {Call::getuid, generic<Call::getuid>},       {Call::getgid, generic<Call::getgid>},
    {Call::setuid, generic<Call::setuid>},       {Call::setgid, generic<Call::setgid>},
    {Call::geteuid, generic<Call::geteuid>},     {Call::getegid, generic<Call::getegid>},
    {Call::setreuid, generic<Call::setreuid>},   {Call::setregid, generic<Call::setregid>},
    {Call::getgroups, generic<Call::getgroups>}, {Call::setgroups, generic<Call::setgroups>},
    {Call::setresuid, generic<Call::setresuid>}, {Call::setresgid, generic<Call::setresgid>},
};

} // namespace

CallTable identity_calls() { return entries; }

} // namespace wali::host
