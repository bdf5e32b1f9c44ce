#include "runners/host/linking/registry.h"

#include <array>

namespace wali::host {
namespace {

using Handlers = std::array<Handler, abi::call_count>;

Handlers collect() {
  Handlers handlers{};
  for (CallTable table :
       {file_calls(), fcntl_calls(), ioctl_calls(), path_calls(), memory_calls(), process_calls(),
        identity_calls(), signal_calls(), scheduling_calls(), futex_calls(), prctl_calls(),
        network_calls(), event_calls(), time_calls(), system_calls()})
    for (const CallEntry &entry : table)
      handlers[static_cast<size_t>(entry.call)] = entry.handler;
  return handlers;
}

} // namespace

Handler find_handler(abi::Call call) {
  static const Handlers handlers = collect();
  return handlers[static_cast<size_t>(call)];
}

} // namespace wali::host
