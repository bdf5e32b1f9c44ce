#include "runners/host/mutants/written.h"

#include <errno.h>

#include <algorithm>

#include "runners/host/mutants/facts.h"

namespace wali::host::mutants {

using abi::Kind;

Output::Output(const Invocation &invocation, size_t parameter)
    : invocation(invocation), parameter(parameter), view(invocation.view(parameter)) {
  if (view && !view->out && view->structure != "iovec")
    view.reset(); // a variant that this call only reads
  if (!view)
    return;
  if (view->structure == "msghdr")
    find_message_parts();
  else if (view->structure == "iovec")
    find_vectors(view->area);
  else
    areas.push_back(view->area);
  for (Area area : areas)
    saved.emplace_back(invocation.memory(), area);
}

// The fields that recvmsg writes back, or what one of the header's pointers
// leads to.
void Output::find_message_parts() {
  const auto address = static_cast<GuestAddress>(view->area.address);
  abi::msghdr header;
  if (!invocation.memory().read(address, header))
    return;
  switch (part()) {
  case MessagePart::header:
    if (header.msg_name.address != 0)
      areas.push_back({address + offsetof(abi::msghdr, msg_namelen), sizeof(uint32_t)});
    areas.push_back({address + offsetof(abi::msghdr, msg_controllen), sizeof(uint32_t)});
    areas.push_back({address + offsetof(abi::msghdr, msg_flags), sizeof(int32_t)});
    return;
  case MessagePart::name:
    if (header.msg_name.address != 0)
      areas.push_back({header.msg_name.address, header.msg_namelen});
    return;
  case MessagePart::control:
    if (header.msg_control.address != 0)
      areas.push_back({header.msg_control.address, header.msg_controllen});
    return;
  case MessagePart::vectors:
    const uint64_t count = static_cast<uint32_t>(header.msg_iovlen);
    return find_vectors({header.msg_iov.address, count * sizeof(abi::iovec)});
  }
}

// By the field that the operator's place names.
Output::MessagePart Output::part() const {
  const Place &place = invocation.mutant.place;
  if (place.size == 0)
    return MessagePart::header;
  if (place.offset == offsetof(abi::msghdr, msg_name))
    return MessagePart::name;
  return place.offset == offsetof(abi::msghdr, msg_control) ? MessagePart::control
                                                            : MessagePart::vectors;
}

void Output::find_vectors(Area array) {
  constexpr uint64_t most = 1024 * sizeof(abi::iovec); // UIO_MAXIOV
  if (array.length > most || array.end() > max_memory_bytes)
    return;
  for (uint64_t at = array.address; at < array.end(); at += sizeof(abi::iovec)) {
    abi::iovec vector;
    if (!invocation.memory().read(static_cast<GuestAddress>(at), vector))
      return;
    areas.push_back({vector.iov_base.address, vector.iov_len});
  }
}

// What most calls write, they write when they succeed.
bool Output::is_written(int64_t result) const {
  const std::string_view call = invocation.syscall().name;
  const std::string_view name = invocation.syscall().params[parameter].name;
  if (call == "nanosleep" || call == "clock_nanosleep")
    return result == -EINTR;
  if (call == "wait4")
    return result > 0;
  if (call == "__get_init_envfile")
    return result == 1;
  if (name == "timeout" || name == "tmo_p") // select, pselect6, ppoll
    return result >= 0 || result == -EINTR;
  return result >= 0;
}

uint64_t Output::length_at(uint64_t address) const {
  uint32_t length = 0;
  const bool is_readable = invocation.memory().read(static_cast<GuestAddress>(address), length);
  return is_readable ? length : 0;
}

uint64_t Output::string_length() const {
  constexpr size_t longest = 4096;
  const auto address = static_cast<GuestAddress>(view->area.address);
  return invocation.memory().read_string(address, longest).value_or("").size() + 1;
}

uint64_t Output::written_of_message(uint64_t bytes) const {
  switch (part()) {
  case MessagePart::name:
    return length_at(view->area.address + offsetof(abi::msghdr, msg_namelen));
  case MessagePart::control:
    return length_at(view->area.address + offsetof(abi::msghdr, msg_controllen));
  case MessagePart::vectors:
    return bytes;
  case MessagePart::header:
    break;
  }
  return view->area.length;
}

uint64_t Output::written_length(int64_t result) const {
  const abi::Syscall &call = invocation.syscall();
  const abi::KindInfo &info = call.params[parameter].info;
  const auto count = static_cast<uint64_t>(result);
  if (view->structure == "msghdr")
    return written_of_message(count);
  switch (info.kind) {
  case Kind::iovec_out:
    return count;
  case Kind::out_bytes:
    if (is_start_call(call))
      return string_length();
    return call.name == "rt_sigpending" ? view->area.length : count;
  case Kind::out_bytes_at:
  case Kind::out_sockaddr:
    return length_at(invocation.arguments.address(info.length.value));
  case Kind::out_array:
    return info.length.source == abi::Length::Source::parameter ? count * view->element
                                                                : view->area.length;
  default:
    return view->area.length;
  }
}

std::vector<Area> Output::written(int64_t result) const {
  std::vector<Area> parts;
  if (!view || !is_written(result))
    return parts;
  uint64_t left = written_length(result);
  for (Area area : areas) {
    area.length = std::min(area.length, left);
    left -= area.length;
    if (area.length != 0)
      parts.push_back(area);
  }
  return parts;
}

void Output::restore(Area part) const {
  for (const Saved &each : saved)
    each.restore(part);
}

void Output::restore() const {
  for (const Saved &each : saved)
    each.restore();
}

} // namespace wali::host::mutants
