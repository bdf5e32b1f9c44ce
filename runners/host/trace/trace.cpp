#include "runners/host/trace/trace.h"

#include <linux/futex.h>
#include <linux/prctl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "runners/host/calls/variants.h"
#include "runners/host/running/raw_syscall.h"
#include "runners/host/trace/trace_values.h"

namespace wali::host {
namespace {

using abi::Kind;

constexpr size_t max_string = 64, max_path = 4096, max_elements = 8;

// The texts of one call: its parameters before and after it is made.
class CallText {
public:
  CallText(const Memory &memory, const abi::Syscall &call, const Arguments &arguments)
      : memory(memory), call(call), arguments(arguments) {}

  // Notes what goes into the call.
  void before() {
    for (size_t index = 0; index < call.params.size(); ++index)
      append_input(texts[index], index);
  }

  // Adds what came out of it.
  void after(int64_t answer) {
    result = answer;
    for (size_t index = 0; index < call.params.size(); ++index)
      append_output(texts[index], index);
  }

  // The call with its arguments.
  std::string text() const {
    std::string line(call.name);
    line += '(';
    for (size_t index = 0; index < call.params.size(); ++index) {
      line += index == 0 ? "" : ", ";
      line += texts[index];
    }
    return line + ')';
  }

  std::string result_text() const;

private:
  void append_input(std::string &line, size_t index) const;
  void append_output(std::string &line, size_t index) const;
  void append_number(std::string &line, size_t index) const;
  void append_address(std::string &line, size_t index) const;
  void append_named(std::string &line, size_t index) const;
  void append_input_pointer(std::string &line, size_t index) const;
  void append_output_pointer(std::string &line, size_t index) const;
  void append_variant(std::string &line, size_t index, bool is_output) const;
  bool append_fcntl_argument(std::string &line, bool is_output) const;
  bool append_ioctl_argument(std::string &line, bool is_output) const;
  bool append_futex_argument(std::string &line, size_t index) const;
  bool append_prctl_argument(std::string &line, size_t index, bool is_output) const;

  bool append_structures(std::string &line, const abi::KindInfo &info, GuestAddress address,
                         uint64_t count) const;
  bool append_buffer(std::string &line, GuestAddress address, uint64_t length) const;
  bool append_string(std::string &line, GuestAddress address) const;
  bool append_strings(std::string &line, GuestAddress address) const;
  bool append_socket_address(std::string &line, GuestAddress address, uint32_t length) const;
  bool append_bit_set(std::string &line, GuestAddress address, uint64_t bits) const;
  bool append_vectors(std::string &line, GuestAddress address, uint64_t count,
                      bool with_contents) const;
  bool append_message(std::string &line, GuestAddress address, bool with_contents) const;
  bool append_mask_argument(std::string &line, GuestAddress address) const;
  bool append_directory(std::string &line, GuestAddress address, uint64_t length) const;
  bool append_output_bytes(std::string &line, size_t index) const;

  // The number that a parameter's length comes from.
  uint64_t length_of(const abi::KindInfo &info) const {
    switch (info.length.source) {
    case abi::Length::Source::none:
      return 1;
    case abi::Length::Source::fixed:
      return info.length.value;
    case abi::Length::Source::parameter:
      return arguments.u32(info.length.value);
    }
    return 1;
  }

  const Memory &memory;
  const abi::Syscall &call;
  const Arguments &arguments;
  int64_t result = 0;
  std::array<std::string, Arguments::max_count> texts;
};

template <class... Values> std::string formatted(const char *pattern, Values... values) {
  char text[64];
  snprintf(text, sizeof text, pattern, values...);
  return text;
}

// --- Structures --------------------------------------------------------------

using StructureText = bool (*)(std::string &line, const Memory &memory, GuestAddress address);

template <class T>
bool append_structure(std::string &line, const Memory &memory, GuestAddress address) {
  T value;
  if (!memory.read(address, value))
    return false;
  trace::append(line, value);
  return true;
}

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

bool CallText::append_structures(std::string &line, const abi::KindInfo &info, GuestAddress address,
                                 uint64_t count) const {
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

// --- Buffers -----------------------------------------------------------------

bool CallText::append_buffer(std::string &line, GuestAddress address, uint64_t length) const {
  char bytes[max_string];
  size_t shown = std::min<uint64_t>(length, sizeof bytes);
  if (address == 0 || !memory.read_bytes(address, bytes, shown))
    return false;
  trace::append_quoted(line, {bytes, shown}, shown < length);
  return true;
}

bool CallText::append_string(std::string &line, GuestAddress address) const {
  std::optional<std::string> text =
      address == 0 ? std::nullopt : memory.read_string(address, max_path);
  if (text)
    trace::append_quoted(line, *text, false);
  return text.has_value();
}

bool CallText::append_strings(std::string &line, GuestAddress address) const {
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
    if (!append_string(text, string))
      text += formatted("%#x", string);
  }
  line += text + "]";
  return true;
}

bool CallText::append_socket_address(std::string &line, GuestAddress address,
                                     uint32_t length) const {
  char bytes[sizeof(abi::sockaddr_storage)];
  size_t known = std::min<size_t>(length, sizeof bytes);
  if (address == 0 || !memory.read_bytes(address, bytes, known))
    return false;
  trace::append_sockaddr(line, {bytes, known});
  return true;
}

bool CallText::append_bit_set(std::string &line, GuestAddress address, uint64_t bits) const {
  uint64_t words[16];
  size_t count = std::min<uint64_t>((bits + 63) / 64, std::size(words));
  if (address == 0 || !memory.read_array(address, std::span(words, count)))
    return false;
  trace::append_bits(line, {words, count});
  return true;
}

bool CallText::append_vectors(std::string &line, GuestAddress address, uint64_t count,
                              bool with_contents) const {
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
    if (!with_contents || !append_buffer(text, vector.iov_base.address, vector.iov_len))
      text += formatted("%#x", vector.iov_base.address);
    text += formatted(", iov_len=%u}", vector.iov_len);
  }
  line += text + "]";
  return true;
}

bool CallText::append_message(std::string &line, GuestAddress address, bool with_contents) const {
  abi::msghdr header;
  if (address == 0 || !memory.read(address, header))
    return false;
  line += "{msg_name=";
  if (!append_socket_address(line, header.msg_name.address, header.msg_namelen))
    line += formatted("%#x", header.msg_name.address);
  line += formatted(", msg_namelen=%u, msg_iov=", header.msg_namelen);
  if (!append_vectors(line, header.msg_iov.address, static_cast<uint32_t>(header.msg_iovlen),
                      with_contents))
    line += formatted("%#x", header.msg_iov.address);
  line += formatted(", msg_iovlen=%d, msg_control=%#x, msg_controllen=%u, msg_flags=",
                    header.msg_iovlen, header.msg_control.address, header.msg_controllen);
  trace::append_flags(line, abi::sets::msg_flags, static_cast<uint32_t>(header.msg_flags));
  line += '}';
  return true;
}

bool CallText::append_mask_argument(std::string &line, GuestAddress address) const {
  abi::pselect6_mask argument;
  if (address == 0 || !memory.read(address, argument))
    return false;
  line += '{';
  if (argument.address == 0 ||
      !append_structure<abi::sigset>(line, memory, static_cast<GuestAddress>(argument.address)))
    line += argument.address == 0 ? "NULL"
                                  : formatted("%#lx", static_cast<unsigned long>(argument.address));
  line += formatted(", %lu}", static_cast<unsigned long>(argument.size));
  return true;
}

// The names of getdents and getdents64.
bool CallText::append_directory(std::string &line, GuestAddress address, uint64_t length) const {
  size_t name_offset =
      call.name == "getdents64" ? sizeof(abi::linux_dirent64) : sizeof(abi::linux_dirent);
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
    if (!append_string(text, address + offset + name_offset))
      return false;
    offset += record_length;
  }
  line += text + "]";
  return true;
}

// --- Arguments that depend on others -----------------------------------------

bool CallText::append_fcntl_argument(std::string &line, bool is_output) const {
  int command = arguments.i32(1);
  GuestAddress address = arguments.address(2);
  switch (fcntl_argument(command)) {
  case FcntlArgument::lock:
    return append_structure<struct abi::flock>(line, memory, address);
  case FcntlArgument::owner:
    return append_structure<abi::f_owner_ex>(line, memory, address);
  case FcntlArgument::bytes:
    return append_structure<uint64_t>(line, memory, address);
  case FcntlArgument::unknown:
  case FcntlArgument::number:
    break;
  }
  if (is_output)
    return false;
  std::string_view name;
  for (auto *constant = abi::sets::fcntl_command.begin; constant != abi::sets::fcntl_command.end;
       ++constant)
    if (constant->value == static_cast<uint32_t>(command))
      name = constant->name;
  if (name == "F_SETFL")
    trace::append_open_flags(line, arguments.u32(2));
  else if (name == "F_SETFD")
    trace::append_flags(line, abi::sets::fd_flags, arguments.u32(2));
  else if (name == "F_ADD_SEALS")
    trace::append_flags(line, abi::sets::seals, arguments.u32(2));
  else
    line += formatted("%ld", long{arguments[2]});
  return true;
}

bool CallText::append_ioctl_argument(std::string &line, bool is_output) const {
  const IoctlRequest *entry = find_ioctl_request(arguments.u32(1));
  GuestAddress address = arguments.address(2);
  if (entry == nullptr || address == 0)
    return false;
  using enum IoctlRequest::Argument;
  if (entry->argument == number) {
    line += is_output ? "" : formatted("%u", arguments.u32(2));
    return !is_output;
  }
  if (is_output ? entry->argument == in : entry->argument == out)
    return false;
  switch (entry->size) {
  case sizeof(int32_t): {
    int32_t value;
    if (!memory.read(address, value))
      return false;
    line += formatted("[%d]", value);
    return true;
  }
  case sizeof(abi::winsize):
    return append_structure<abi::winsize>(line, memory, address);
  case sizeof(abi::termios):
    return append_structure<abi::termios>(line, memory, address);
  case sizeof(abi::ifreq):
    return append_structure<abi::ifreq>(line, memory, address);
  default:
    return false;
  }
}

bool CallText::append_futex_argument(std::string &line, size_t index) const {
  bool waits = (arguments.i32(1) & FUTEX_CMD_MASK) == FUTEX_WAIT ||
               (arguments.i32(1) & FUTEX_CMD_MASK) == FUTEX_WAIT_BITSET;
  if (index == 3 && waits)
    return arguments.address(3) != 0 &&
           append_structure<abi::timespec>(line, memory, arguments.address(3));
  line += formatted("%#x", arguments.u32(index));
  return true;
}

bool CallText::append_prctl_argument(std::string &line, size_t index, bool is_output) const {
  int option = arguments.i32(0);
  if (index == 1 && option == (is_output ? PR_GET_NAME : PR_SET_NAME))
    return append_string(line, arguments.address(1));
  if (is_output)
    return false;
  line += formatted("%#lx", static_cast<unsigned long>(arguments[index]));
  return true;
}

void CallText::append_variant(std::string &line, size_t index, bool is_output) const {
  std::string text;
  bool is_known = call.name == "fcntl"   ? append_fcntl_argument(text, is_output)
                  : call.name == "ioctl" ? append_ioctl_argument(text, is_output)
                  : call.name == "prctl" ? append_prctl_argument(text, index, is_output)
                                         : !is_output && append_futex_argument(text, index);
  if (!is_output) {
    if (is_known)
      line += text;
    else
      append_address(line, index);
  } else if (is_known && text != line) {
    line += " => " + text;
  }
}

// --- Parameters by kind ------------------------------------------------------

void CallText::append_number(std::string &line, size_t index) const {
  const abi::Param &param = call.params[index];
  if (param.is_signed)
    line += formatted("%ld", long{arguments[index]});
  else
    line += formatted("%lu", static_cast<unsigned long>(arguments[index]));
}

void CallText::append_address(std::string &line, size_t index) const {
  line += arguments.address(index) == 0 ? "NULL" : formatted("%#x", arguments.address(index));
}

// Flags and choices, where the plain list of names does not say it all.
void CallText::append_named(std::string &line, size_t index) const {
  const abi::ConstantSet *set = call.params[index].info.constants;
  auto value = arguments.u32(index);
  auto is = [&](const abi::ConstantSet &other) { return set->begin == other.begin; };
  if (is(abi::sets::open_flags) && (call.name == "open" || call.name == "openat"))
    return trace::append_open_flags(line, value);
  if (is(abi::sets::futex_operation) || is(abi::sets::socket_type)) {
    bool is_futex = is(abi::sets::futex_operation);
    uint32_t low = value & (is_futex ? 0x7f : 0xf);
    trace::append_choice(line, *set, low);
    if (value != low)
      trace::append_flags(line += '|', is_futex ? abi::sets::futex_flags : abi::sets::socket_flags,
                          value - low);
    return;
  }
  if (is(abi::sets::socket_option)) {
    int level = arguments.i32(1);
    set = level == 6    ? &abi::sets::tcp_option
          : level == 0  ? &abi::sets::ip_option
          : level == 41 ? &abi::sets::ipv6_option
                        : set;
  }
  if (!set->bits)
    trace::append_choice(line, *set, value);
  else
    trace::append_flags(line, *set, value,
                        is(abi::sets::mmap_prot)     ? "PROT_NONE"
                        : is(abi::sets::access_mode) ? "F_OK"
                                                     : "0");
}

void CallText::append_input(std::string &line, size_t index) const {
  switch (call.params[index].info.kind) {
  case Kind::dirfd:
    line += arguments.i32(index) == -100 ? "AT_FDCWD" : formatted("%d", arguments.i32(index));
    return;
  case Kind::flags:
  case Kind::choice:
    return append_named(line, index);
  case Kind::mode:
    line += formatted("%#04o", arguments.u32(index));
    return;
  case Kind::signo:
    return trace::append_signal(line, arguments.i32(index));
  case Kind::address:
    return append_address(line, index);
  case Kind::variant:
    return append_variant(line, index, false);
  default:
    break;
  }
  const abi::KindInfo &info = call.params[index].info;
  if (!abi::is_pointer(info.kind))
    append_number(line, index);
  else if (abi::is_input(info.kind))
    append_input_pointer(line, index);
}

void CallText::append_input_pointer(std::string &line, size_t index) const {
  const abi::KindInfo &info = call.params[index].info;
  GuestAddress address = arguments.address(index);
  bool is_known = false;
  switch (info.kind) {
  case Kind::path:
    is_known = append_string(line, address);
    break;
  case Kind::strings:
    is_known = append_strings(line, address);
    break;
  case Kind::in_bytes:
    is_known = append_buffer(line, address, length_of(info));
    break;
  case Kind::in_sockaddr:
    is_known = append_socket_address(line, address, static_cast<uint32_t>(length_of(info)));
    break;
  case Kind::inout_bits:
    is_known = append_bit_set(line, address, length_of(info));
    break;
  case Kind::iovec_in:
    is_known = append_vectors(line, address, length_of(info), true);
    break;
  case Kind::iovec_out:
    is_known = append_vectors(line, address, length_of(info), false);
    break;
  default:
    if (info.structure == "msghdr")
      is_known = append_message(line, address, info.kind == Kind::in);
    else if (info.structure == "pselect6_mask")
      is_known = append_mask_argument(line, address);
    else
      is_known = append_structures(line, info, address, length_of(info));
  }
  if (!is_known)
    append_address(line, index);
}

void CallText::append_output(std::string &line, size_t index) const {
  const abi::KindInfo &info = call.params[index].info;
  if (info.kind == Kind::variant && result >= 0)
    return append_variant(line, index, true);
  if (!abi::is_output(info.kind))
    return;
  if (abi::is_input(info.kind) && result < 0)
    return; // an address, or what went in, is already there
  std::string before = std::move(line);
  line.clear();
  append_output_pointer(line, index);
  if (abi::is_input(info.kind) && before != line)
    line = before + " => " + line;
}

bool CallText::append_output_bytes(std::string &line, size_t index) const {
  GuestAddress address = arguments.address(index);
  uint64_t length = std::min<uint64_t>(result, length_of(call.params[index].info));
  if (call.name == "getdents64" || call.name == "getdents")
    return append_directory(line, address, length);
  if (call.name == "sched_getaffinity")
    return append_bit_set(line, address, length * 8);
  if (call.name == "rt_sigpending")
    return arguments.u32(1) == sizeof(abi::sigset) &&
           append_structure<abi::sigset>(line, memory, address);
  if (call.name == "getcwd")
    return append_string(line, address);
  return append_buffer(line, address, length);
}

void CallText::append_output_pointer(std::string &line, size_t index) const {
  const abi::KindInfo &info = call.params[index].info;
  GuestAddress address = arguments.address(index);
  bool is_known = false;
  uint32_t length = 0;
  if (result >= 0)
    switch (info.kind) {
    case Kind::out_bytes:
      is_known = append_output_bytes(line, index);
      break;
    case Kind::out_bytes_at:
      is_known = memory.read(arguments.address(info.length.value), length) &&
                 append_buffer(line, address, length);
      break;
    case Kind::out_sockaddr:
      is_known = memory.read(arguments.address(info.length.value), length) &&
                 append_socket_address(line, address, length);
      break;
    case Kind::inout_bits:
      is_known = append_bit_set(line, address, length_of(info));
      break;
    case Kind::out_array: {
      uint64_t count = info.length.source == abi::Length::Source::parameter
                           ? std::min<uint64_t>(result, length_of(info))
                           : length_of(info);
      is_known = append_structures(line, info, address, count);
      break;
    }
    default:
      if (info.structure == "msghdr")
        is_known = append_message(line, address, true);
      else if (call.name == "wait4" && info.structure == "i32" && address != 0 && result > 0) {
        int32_t status;
        if ((is_known = memory.read(address, status)))
          trace::append_wait_status(line, status);
      } else
        is_known = append_structures(line, info, address, length_of(info));
    }
  if (!is_known)
    append_address(line, index);
}

std::string CallText::result_text() const {
  if (result < 0 && result >= -4095) {
    std::string text = " = -";
    trace::append_choice(text, abi::sets::errors, static_cast<uint64_t>(-result));
    const char *words = strerrordesc_np(static_cast<int>(-result)); // none for some of Linux's own
    return words ? text + " (" + words + ")" : text;
  }
  bool is_address = call.name == "mmap" || call.name == "mremap";
  return formatted(is_address ? " = %#lx" : " = %ld", long{result});
}

// --- Lines -------------------------------------------------------------------

void write_line(const std::string &text) {
  int64_t tid = raw_syscall(SYS_gettid);
  std::string line = formatted("[%ld] ", long{tid}) + text + "\n";
  raw_syscall(SYS_write, 2, raw_pointer(line.data()), line.size());
}

bool may_not_return(const abi::Syscall &call) {
  return call.name == "exit" || call.name == "exit_group" || call.name == "execve" ||
         call.name == "rt_sigreturn";
}

} // namespace

int64_t trace_call(Thread &thread, const Import &import, const Arguments &arguments) {
  CallText text(thread.memory(), *import.call, arguments);
  text.before();
  if (may_not_return(*import.call))
    write_line(text.text() + " = ?");
  int64_t result = import.handler(thread, arguments);
  text.after(result);
  write_line(text.text() + text.result_text());
  return result;
}

std::string describe_call(const Memory &memory, const abi::Syscall &call,
                          const Arguments &arguments, int64_t result) {
  CallText text(memory, call, arguments);
  text.before();
  text.after(result);
  return text.text() + text.result_text();
}

} // namespace wali::host
