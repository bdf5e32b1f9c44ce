#include "runners/host/memory/layouts.h"

#include <algorithm>
#include <cstring>

namespace wali::host {

kernel_layout::iovec to_kernel(const Memory &memory, const abi::iovec &guest) {
  return {memory.for_kernel(guest.iov_base.address), guest.iov_len};
}

kernel_layout::sock_fprog to_kernel(const Memory &memory, const abi::sock_fprog &guest) {
  return {guest.len, memory.for_kernel(guest.filter.address)};
}

kernel_layout::ifconf to_kernel(const Memory &memory, const abi::ifconf &guest) {
  return {guest.ifc_len, memory.for_kernel(guest.ifc_buf.address)};
}

kernel_layout::ifreq_data to_kernel(const Memory &memory, const abi::ifreq &guest) {
  kernel_layout::ifreq_data request = {};
  memcpy(request.name, guest.ifr_name, sizeof request.name);
  request.data = memory.for_kernel(guest.ifr_data.address);
  return request;
}

kernel_layout::msghdr to_kernel(const Memory &memory, const abi::msghdr &guest) {
  return {.name = memory.for_kernel(guest.msg_name.address),
          .namelen = guest.msg_namelen,
          .pad1 = 0,
          .iov = {},
          .iovlen = static_cast<uint32_t>(guest.msg_iovlen),
          .control = {},
          .controllen = guest.msg_controllen,
          .flags = static_cast<uint32_t>(guest.msg_flags),
          .pad2 = 0};
}

IovecArray::IovecArray(const Memory &memory, GuestAddress address, int32_t count) : memory(memory) {
  if (count < 0 || static_cast<size_t>(count) > max_count || (address == 0 && count > 0))
    return;
  if (static_cast<size_t>(count) > few_count) {
    many.reset(new kernel_layout::iovec[count]);
    vectors = many.get();
  }
  readable = translate(address, count);
}

bool IovecArray::translate(GuestAddress address, size_t count) {
  abi::iovec guest[few_count];
  for (size_t done = 0; done < count;) {
    auto part = std::span<abi::iovec>(guest).first(std::min(count - done, few_count));
    uint64_t from = uint64_t{address} + done * sizeof(abi::iovec);
    if (from > UINT32_MAX || !memory.read_array(static_cast<GuestAddress>(from), part))
      return false;
    for (const abi::iovec &vector : part)
      vectors[done++] = to_kernel(memory, vector);
  }
  return true;
}

kernel_layout::AnyPointer IovecArray::pointer() const {
  return readable ? kernel_layout::AnyPointer(vectors)
                  : kernel_layout::AnyPointer(memory.faulting());
}

std::optional<ControlMessage> control_message_at(std::span<const std::byte> control,
                                                 size_t offset) {
  ControlMessage message{offset, {}};
  if (offset > control.size() || control.size() - offset < sizeof message.header)
    return {};
  memcpy(&message.header, control.data() + offset, sizeof message.header);
  if (message.header.len < sizeof message.header || message.header.len > control.size() - offset)
    return {};
  return message;
}

size_t next_control_message(const ControlMessage &message) {
  return message.offset + (message.header.len + 7) / 8 * 8;
}

void control_to_kernel(std::span<std::byte> control) {
  for (size_t offset = 0;
       offset < control.size() && control.size() - offset >= sizeof(kernel_layout::cmsghdr);) {
    memset(control.data() + offset + offsetof(abi::cmsghdr, pad), 0, sizeof(abi::cmsghdr::pad));
    std::optional<ControlMessage> message = control_message_at(control, offset);
    if (!message)
      return; // malformed: Linux refuses it here and reads no further
    offset = next_control_message(*message);
  }
}

} // namespace wali::host
