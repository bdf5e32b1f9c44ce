// Operators on what a call writes through its pointers.
#include <algorithm>

#include "runners/host/mutants/facts.h"
#include "runners/host/mutants/operators.h"
#include "runners/host/mutants/written.h"

namespace wali::host::mutants {
namespace {

using abi::Kind;

// By the value of another argument.
bool may_be_output(const abi::Syscall &call, const abi::Param &param) {
  return (call.name == "fcntl" && param.name == "arg") ||
         (call.name == "ioctl" && param.name == "argp") ||
         (call.name == "prctl" && param.name == "arg2");
}

bool is_written(const abi::Syscall &call, const abi::Param &param) {
  return abi::is_output(param.info.kind) || param.info.kind == Kind::iovec_out ||
         may_be_output(call, param);
}

// Buffers and what a message header leads to, of which a part may be missing.
bool is_buffer(const abi::Param &param) {
  switch (param.info.kind) {
  case Kind::out_bytes:
  case Kind::out_bytes_at:
  case Kind::out_sockaddr:
  case Kind::iovec_out:
    return true;
  default:
    return false;
  }
}

void add_message_parts(std::vector<Place> &places, const abi::Syscall &call) {
  for (size_t index = 0; index < call.params.size(); ++index)
    if (call.params[index].info.structure == "msghdr" &&
        call.params[index].info.kind == Kind::inout)
      for (const NestedPointer &pointer : nested_pointers())
        if (pointer.structure == "msghdr")
          places.push_back({index,
                            std::string(call.params[index].name) + "." + std::string(pointer.field),
                            0, pointer.offset, pointer.size});
}

std::vector<Place> written_places(const abi::Syscall &call) {
  std::vector<Place> places = parameters<is_written>(call);
  add_message_parts(places, call);
  return places;
}

// The fields of the header that recvmsg writes back, each.
std::vector<Place> header_field_places(const abi::Syscall &call) {
  std::vector<Place> places;
  for (size_t index = 0; index < call.params.size(); ++index)
    if (call.params[index].info.structure == "msghdr" &&
        call.params[index].info.kind == Kind::inout)
      for (std::string_view field : {"msg_namelen", "msg_controllen", "msg_flags"})
        places.push_back(
            {.parameter = index,
             .detail = std::string(call.params[index].name) + "." + std::string(field)});
  return places;
}

bool has_fields(const abi::Syscall &call, const abi::Param &param) {
  const Structure *structure = find_structure(param.info.structure);
  return is_written(call, param) && structure && structure->fields.size() > 1 &&
         structure->name != "msghdr";
}

bool has_last_field(const abi::Syscall &call, const abi::Param &param) {
  return has_fields(call, param) || (call.name == "fcntl" && param.name == "arg");
}

std::vector<Place> last_byte_places(const abi::Syscall &call) {
  std::vector<Place> places;
  for (size_t index = 0; index < call.params.size(); ++index)
    if (is_buffer(call.params[index]))
      places.push_back({.parameter = index});
  add_message_parts(places, call);
  return places;
}

bool is_output_array(const abi::Syscall &, const abi::Param &param) {
  const Kind kind = param.info.kind;
  return kind == Kind::out_array || kind == Kind::inout_array || kind == Kind::iovec_out;
}

// Calls whose only failure is a bad address write what they can before it.
bool fails_without_writing(const abi::Syscall &call, const abi::Param &param) {
  const bool fails_by_address = call.name == "uname" || call.name == "sysinfo" ||
                                call.name == "gettimeofday" || is_start_call(call);
  return is_written(call, param) && !fails_by_address;
}

// Makes the call, then gives `change` each area that it wrote.
template <class Change> int64_t call_and(Invocation &broken, Change change) {
  const Output output(broken, broken.index());
  const int64_t result = broken.call();
  for (Area area : output.written(result))
    change(output, area);
  return result;
}

void write_bytes(const Invocation &broken, uint64_t address, std::span<const std::byte> bytes) {
  if (address < max_memory_bytes)
    (void)broken.memory().write_array(static_cast<GuestAddress>(address), bytes);
}

int64_t not_written(Invocation &broken) {
  const Output output(broken, broken.index());
  const int64_t result = broken.call();
  output.restore();
  return result;
}

int64_t field_not_written(Invocation &broken) {
  const std::string_view field =
      std::string_view(broken.mutant.place.detail).substr(broken.param().name.size() + 1);
  const Structure &header = *find_structure("msghdr");
  const uint32_t offset = std::ranges::find(header.fields, field, &Field::name)->offset;
  const Saved saved(broken.memory(),
                    {uint64_t{broken.arguments.address(broken.index())} + offset, 4});
  const int64_t result = broken.call();
  saved.restore();
  return result;
}

int64_t last_field_not_written(Invocation &broken) {
  return call_and(broken, [](const Output &output, Area area) {
    const Structure *structure = find_structure(output.structure());
    if (!structure) // a structure by command whose fields nobody lists
      return output.restore({area.end() - 1, 1});
    for (uint64_t at = area.address; at + structure->size <= area.end(); at += structure->size)
      output.restore({at + structure->fields.back().offset,
                      structure->size - structure->fields.back().offset});
  });
}

int64_t last_byte_not_written(Invocation &broken) {
  const Output output(broken, broken.index());
  const int64_t result = broken.call();
  const std::vector<Area> areas = output.written(result);
  if (!areas.empty())
    output.restore({areas.back().end() - 1, 1});
  return result;
}

int64_t zeros_written(Invocation &broken) {
  return call_and(broken, [&](const Output &, Area area) {
    write_bytes(broken, area.address, std::vector<std::byte>(area.length));
  });
}

int64_t first_element_written(Invocation &broken) {
  bool is_first = true;
  return call_and(broken, [&](const Output &output, Area area) {
    const uint64_t kept = output.structure() == "iovec" ? area.length : output.element();
    if (!is_first)
      output.restore(area);
    else if (area.length > kept)
      output.restore({area.address + kept, area.length - kept});
    is_first = false;
  });
}

// The same byte each time: what is spoilt twice must not look as it was. It is one
// that programs seldom put where they look.
void spoil_byte(const Invocation &broken, uint64_t address) {
  const std::byte byte{0x5a};
  write_bytes(broken, address, {&byte, 1});
}

int64_t one_byte_too_many(Invocation &broken) {
  const Output output(broken, broken.index());
  const int64_t result = broken.call();
  const std::vector<Area> areas = output.written(result);
  if (!areas.empty())
    spoil_byte(broken, areas.back().end());
  return result;
}

int64_t written_on_failure(Invocation &broken) {
  constexpr uint64_t most = 256;
  const Output output(broken, broken.index());
  const int64_t result = broken.call();
  if (result >= 0 || output.is_written(result))
    return result;
  for (Area area : output.places())
    for (uint64_t at = area.address; at < area.address + std::min(area.length, most); ++at)
      spoil_byte(broken, at);
  return result;
}

// As a host writes it that aligns more widely than the interface does: every
// field but the first lies one step too late, and what does not fit is lost.
int64_t shifted(Invocation &broken) {
  return call_and(broken, [&](const Output &output, Area area) {
    const Structure *structure = find_structure(output.structure());
    if (!structure)
      return;
    const uint32_t step = structure->alignment(), second = structure->fields[1].offset;
    for (uint64_t at = area.address; at + structure->size <= area.end(); at += structure->size) {
      std::vector<std::byte> bytes(structure->size);
      if (!broken.memory().read_array(static_cast<GuestAddress>(at), std::span(bytes)))
        return;
      for (size_t to = structure->size; to-- > second;)
        bytes[to] = to >= second + step ? bytes[to - step] : std::byte{0};
      write_bytes(broken, at, bytes);
    }
  });
}

constexpr Operator operators[] = {
    {"not-written", written_places, "{call} does not write {place}", not_written},
    {"not-written", header_field_places, "{call} does not write {place} back", field_not_written},
    {"last-field-not-written", parameters<has_last_field>,
     "{call} does not write the last field of {place}", last_field_not_written},
    {"last-byte-not-written", last_byte_places, "{call} does not write the last byte of {place}",
     last_byte_not_written},
    {"first-element-only", parameters<is_output_array>,
     "{call} writes only the first element of {place}", first_element_written},
    {"zeros-written", written_places, "{call} writes zeros to {place}", zeros_written},
    {"one-byte-too-many", written_places, "{call} writes one byte more than {place} has",
     one_byte_too_many},
    {"written-on-failure", parameters<fails_without_writing>,
     "{call} writes {place} although it fails", written_on_failure},
    {"shifted-by-one-alignment", parameters<has_fields>,
     "{call} writes the fields of {place} shifted by one alignment step", shifted},
};

} // namespace

std::span<const Operator> output_operators() { return operators; }

} // namespace wali::host::mutants
