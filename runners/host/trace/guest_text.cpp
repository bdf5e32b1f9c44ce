#include "runners/host/trace/guest_text.h"

#include <algorithm>
#include <iterator>

namespace wali::host::trace {
namespace {

using abi::Kind;

constexpr size_t max_string = 64, max_path = 4096, max_elements = 8;

using StructureText = bool (*)(std::string &line, const Memory &memory, GuestAddress address);

// By the names that the table gives (abi::KindInfo::structure).
constexpr struct {
  std::string_view name;
  StructureText append;
} structures[] = {
    {"i32", append_structure<int32_t>},
    {"u32", append_structure<uint32_t>},
    {"sigset", append_structure<abi::sigset>},
    {"timespec", append_structure<abi::timespec>},
    {"timeval", append_structure<abi::timeval>},
    {"itimerval", append_structure<abi::itimerval>},
    {"timezone", append_structure<struct abi::timezone>},
    {"pollfd", append_structure<abi::pollfd>},
    {"epoll_event", append_structure<abi::epoll_event>},
    {"k_sigaction", append_structure<abi::k_sigaction>},
    {"stack", append_structure<struct abi::stack>},
    {"stat", append_structure<struct abi::stat>},
    {"statx", append_structure<struct abi::statx>},
    {"statfs", append_structure<struct abi::statfs>},
    {"rlimit", append_structure<abi::rlimit>},
    {"rusage", append_structure<abi::rusage>},
    {"sysinfo", append_structure<struct abi::sysinfo>},
    {"utsname", append_structure<abi::utsname>},
    {"utimbuf", append_structure<abi::utimbuf>},
};

} // namespace

bool append_structures(std::string &line, const Memory &memory, const abi::KindInfo &info,
                       GuestAddress address, uint64_t count) {
  auto *entry = std::ranges::find(structures, info.structure, [](auto &item) { return item.name; });
  if (address == 0 || entry == std::end(structures))
    return false;
  bool is_array =
      info.kind == Kind::in_array || info.kind == Kind::out_array || info.kind == Kind::inout_array;
  bool is_plain = info.structure == "i32" || info.structure == "u32";
  std::string text = is_array || is_plain ? "[" : "";
  for (uint64_t index = 0; index < (is_array ? count : 1); ++index) {
    text += index == 0 ? "" : ", ";
    if (index == max_elements) {
      text += "...";
      break;
    }
    if (!entry->append(text, memory, address + static_cast<uint32_t>(index * info.structure_size)))
      return false;
  }
  line += text;
  line += is_array || is_plain ? "]" : "";
  return true;
}

bool append_buffer(std::string &line, const Memory &memory, GuestAddress address, uint64_t length) {
  char bytes[max_string];
  size_t shown = std::min<uint64_t>(length, sizeof bytes);
  if (address == 0 || !memory.read_bytes(address, bytes, shown))
    return false;
  append_quoted(line, {bytes, shown}, shown < length);
  return true;
}

bool append_string(std::string &line, const Memory &memory, GuestAddress address) {
  std::optional<std::string> text =
      address == 0 ? std::nullopt : memory.read_string(address, max_path);
  if (text)
    append_quoted(line, *text, false);
  return text.has_value();
}

bool append_strings(std::string &line, const Memory &memory, GuestAddress address) {
  if (address == 0)
    return false;
  std::string text = "[";
  for (size_t index = 0;; ++index) {
    uint32_t string;
    if (!memory.read(address + static_cast<uint32_t>(index * sizeof string), string))
      return false;
    if (string == 0)
      break;
    text += index == 0 ? "" : ", ";
    if (index == 4 * max_elements) {
      text += "...";
      break;
    }
    if (!append_string(text, memory, string))
      format(text, "%#x", string);
  }
  line += text + "]";
  return true;
}

bool append_socket_address(std::string &line, const Memory &memory, GuestAddress address,
                           uint32_t length) {
  char bytes[sizeof(abi::sockaddr_storage)];
  size_t known = std::min<size_t>(length, sizeof bytes);
  if (address == 0 || !memory.read_bytes(address, bytes, known))
    return false;
  append_sockaddr(line, {bytes, known});
  return true;
}

bool append_bit_set(std::string &line, const Memory &memory, GuestAddress address, uint64_t bits) {
  uint64_t words[16];
  size_t count = std::min<uint64_t>((bits + 63) / 64, std::size(words));
  if (address == 0 || !memory.read_array(address, std::span(words, count)))
    return false;
  append_bits(line, {words, count});
  return true;
}

bool append_vectors(std::string &line, const Memory &memory, GuestAddress address, uint64_t count,
                    bool with_contents) {
  std::string text = "[";
  for (uint64_t index = 0; index < count; ++index) {
    text += index == 0 ? "" : ", ";
    if (index == max_elements) {
      text += "...";
      break;
    }
    abi::iovec vector;
    if (address == 0 ||
        !memory.read(address + static_cast<uint32_t>(index * sizeof vector), vector))
      return false;
    text += "{iov_base=";
    if (!with_contents || !append_buffer(text, memory, vector.iov_base.address, vector.iov_len))
      append_address(text, vector.iov_base.address);
    format(text, ", iov_len=%u}", vector.iov_len);
  }
  line += text + "]";
  return true;
}

bool append_message(std::string &line, const Memory &memory, GuestAddress address,
                    bool with_contents) {
  abi::msghdr header;
  if (address == 0 || !memory.read(address, header))
    return false;
  line += "{msg_name=";
  if (!append_socket_address(line, memory, header.msg_name.address, header.msg_namelen))
    append_address(line, header.msg_name.address);
  format(line, ", msg_namelen=%u, msg_iov=", header.msg_namelen);
  if (!append_vectors(line, memory, header.msg_iov.address,
                      static_cast<uint32_t>(header.msg_iovlen), with_contents))
    append_address(line, header.msg_iov.address);
  format(line, ", msg_iovlen=%d, msg_control=", header.msg_iovlen);
  append_address(line, header.msg_control.address);
  format(line, ", msg_controllen=%u, msg_flags=", header.msg_controllen);
  append_flags(line, abi::sets::msg_flags, static_cast<uint32_t>(header.msg_flags));
  line += '}';
  return true;
}

bool append_mask_argument(std::string &line, const Memory &memory, GuestAddress address) {
  abi::pselect6_mask argument;
  if (address == 0 || !memory.read(address, argument))
    return false;
  line += '{';
  if (argument.address == 0 ||
      !append_structure<abi::sigset>(line, memory, static_cast<GuestAddress>(argument.address)))
    append_address(line, argument.address);
  format(line, ", %lu}", static_cast<unsigned long>(argument.size));
  return true;
}

// The names of getdents and getdents64.
bool append_directory(std::string &line, const Memory &memory, GuestAddress address,
                      uint64_t length, size_t name_offset) {
  std::string text = "[";
  size_t shown = 0;
  for (uint64_t offset = 0; offset < length;) {
    uint16_t record_length; // at the same place in both structures
    if (!memory.read(address + offset + offsetof(abi::linux_dirent64, d_reclen), record_length) ||
        record_length == 0)
      return false;
    text += shown == 0 ? "" : ", ";
    if (shown++ == max_elements) {
      text += "...";
      break;
    }
    if (!append_string(text, memory, address + offset + name_offset))
      return false;
    offset += record_length;
  }
  line += text + "]";
  return true;
}

} // namespace wali::host::trace
