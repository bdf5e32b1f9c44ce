// Operators on what a call reads through its pointers.
#include <algorithm>
#include <cstring>

#include "runners/host/mutants/facts.h"
#include "runners/host/mutants/invocation.h"
#include "runners/host/mutants/operators.h"

namespace wali::host::mutants {
namespace {

using abi::Kind;

bool is_read(const abi::Syscall &call, const abi::Param &param) {
  return abi::is_input(param.info.kind) || may_be_pointer(call, param);
}

bool is_input_array(const abi::Syscall &, const abi::Param &param) {
  const Kind kind = param.info.kind;
  return kind == Kind::in_array || kind == Kind::iovec_in || kind == Kind::iovec_out ||
         param.info.structure == "msghdr";
}

bool is_array_of_addresses(const abi::Syscall &call, const abi::Param &param) {
  return param.info.kind == Kind::strings || (call.name == "ioctl" && param.name == "argp") ||
         (call.name == "setsockopt" && param.name == "optval");
}

bool has_shiftable_fields(const abi::Syscall &, const abi::Param &param) {
  const Structure *structure = find_structure(param.info.structure);
  const Kind kind = param.info.kind;
  return structure && structure->fields.size() > 1 &&
         (kind == Kind::in || kind == Kind::in_array || param.info.structure == "msghdr");
}

// Parts of a structure that the call reads, or that its pointers lead to.
std::vector<Place> nested_places(const abi::Syscall &call) {
  std::vector<Place> places;
  for (size_t index = 0; index < call.params.size(); ++index) {
    const abi::Param &param = call.params[index];
    const bool is_vector = param.info.kind == Kind::iovec_in || param.info.kind == Kind::iovec_out;
    const std::string_view structure = is_vector ? "iovec" : param.info.structure;
    for (const NestedPointer &pointer : nested_pointers())
      if (pointer.structure == structure && param.info.kind != Kind::out)
        places.push_back({index, std::string(param.name) + "." + std::string(pointer.field), 0,
                          pointer.offset, pointer.size});
    if (is_array_of_addresses(call, param))
      places.push_back({.parameter = index});
  }
  return places;
}

// What recvmsg and poll read and do not write back; what else is read and written
// in the same place is, after a success, what the call wrote.
void leave_outputs(Altered &input, const View &view, int64_t result) {
  if (!view.out || result < 0)
    return;
  if (view.structure == "msghdr") {
    for (uint64_t offset : {4u, 24u, 32u}) // namelen, controllen, flags
      input.leave({view.area.address + offset, 4});
  } else if (view.structure == "pollfd") {
    for (uint64_t at = view.area.address; at < view.area.end(); at += view.element)
      input.leave({at + offsetof(abi::pollfd, revents), sizeof(abi::pollfd::revents)});
  } else {
    input.leave_all();
  }
}

// Makes the call while the bytes of `view` are as `change` makes them.
template <class Change> int64_t call_with(Invocation &broken, const View &view, Change change) {
  Altered input(broken.memory(), view.area);
  change(input.bytes);
  input.apply();
  const int64_t result = broken.call();
  leave_outputs(input, view, result);
  return result;
}

int64_t zeros_read(Invocation &broken) {
  const auto view = broken.view();
  if (!view || !view->in)
    return broken.call();
  return call_with(broken, *view, [](auto &bytes) { std::ranges::fill(bytes, std::byte{0}); });
}

// The vectors of a message come from its header.
int64_t first_element_read(Invocation &broken) {
  const auto view = broken.view();
  if (!view)
    return broken.call();
  if (view->structure == "msghdr")
    return call_with(broken, *view, [](auto &bytes) {
      int32_t count;
      if (bytes.size() < sizeof(abi::msghdr))
        return;
      memcpy(&count, &bytes[offsetof(abi::msghdr, msg_iovlen)], sizeof count);
      count = std::min(count, 1);
      memcpy(&bytes[offsetof(abi::msghdr, msg_iovlen)], &count, sizeof count);
    });
  if (view->structure == "iovec") {
    int64_t &count = broken.arguments[broken.param().info.length.value];
    count = std::min<int64_t>(count, 1);
    return broken.call();
  }
  return call_with(broken, *view, [&](auto &bytes) {
    for (size_t at = view->element; at < bytes.size(); ++at)
      bytes[at] = std::byte{0};
  });
}

// Replaces the addresses at `offset` of each element.
void lead_nowhere(std::vector<std::byte> &bytes, size_t offset, size_t size, size_t stride) {
  for (size_t at = offset; at + size <= bytes.size(); at += stride) {
    uint64_t address = 0;
    memcpy(&address, &bytes[at], size);
    if (address == 0)
      continue;
    address = nowhere; // as an untranslated one is
    memcpy(&bytes[at], &address, size);
  }
}

int64_t nested_untranslated(Invocation &broken) {
  const auto view = broken.view();
  if (!view)
    return broken.call();
  const Place &place = broken.mutant.place;
  size_t offset = place.offset, size = place.size, stride = view->element;
  if (size == 0) { // an array of strings, or a structure by request or option
    offset = 0, size = stride = sizeof(uint32_t);
    const bool is_filter = broken.syscall().name == "setsockopt" && broken.arguments.i32(1) == 1 &&
                           broken.arguments.i32(2) == 26; // SOL_SOCKET, SO_ATTACH_FILTER
    const uint32_t request = broken.arguments.u32(1);
    const bool is_ifconf = broken.syscall().name == "ioctl" && request == 0x8912;
    const bool is_ethtool = broken.syscall().name == "ioctl" && request == 0x8946;
    if (is_filter || is_ifconf)
      offset = 4, stride = 8;
    else if (is_ethtool)
      offset = 16, stride = 40;
    else if (broken.param().info.kind != Kind::strings)
      return broken.call();
  }
  return call_with(broken, *view, [&](auto &bytes) { lead_nowhere(bytes, offset, size, stride); });
}

// As a host reads it that places every field but the first behind the padding of
// a wider alignment.
int64_t shifted(Invocation &broken) {
  const auto view = broken.view();
  const Structure *structure = view ? find_structure(view->structure) : nullptr;
  if (!structure)
    return broken.call();
  const uint32_t step = structure->alignment(), second = structure->fields[1].offset;
  return call_with(broken, *view, [&](auto &bytes) {
    for (size_t at = 0; at + structure->size <= bytes.size(); at += structure->size) {
      const auto begin = bytes.begin() + static_cast<ptrdiff_t>(at);
      const std::vector<std::byte> own(begin, begin + structure->size);
      for (size_t to = second; to < structure->size; ++to)
        bytes[at + to] = to + step < structure->size ? own[to + step] : std::byte{0};
    }
  });
}

constexpr Operator operators[] = {
    {"zeros-read", parameters<is_read>, "{call} reads {place} as zeros", zeros_read},
    {"first-element-read", parameters<is_input_array>,
     "{call} takes only the first element of {place}", first_element_read},
    {"nested-untranslated", nested_places,
     "{call} gives the kernel a pointer in {place} that leads nowhere", nested_untranslated},
    {"fields-read-shifted", parameters<has_shiftable_fields>,
     "{call} reads the fields of {place} one alignment step too late", shifted},
};

} // namespace

std::span<const Operator> input_operators() { return operators; }

} // namespace wali::host::mutants
