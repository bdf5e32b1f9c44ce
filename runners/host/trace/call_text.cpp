#include "runners/host/trace/call_text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include <algorithm>
#include <utility>

#include "runners/host/linking/parameters.h"
#include "runners/host/trace/guest_text.h"
#include "runners/host/trace/values.h"
#include "runners/host/trace/variants.h"

namespace wali::host::trace {

using abi::Call;
using abi::Kind;

namespace {
constexpr std::string_view start_group = "abi"; // of start_calls()
} // namespace

// --- The call ----------------------------------------------------------------

void CallText::before() {
  for (size_t index = 0; index < call.params.size(); ++index)
    append_input(texts[index], index);
}

void CallText::after(int64_t answer) {
  result = answer;
  for (size_t index = 0; index < call.params.size(); ++index)
    append_output(texts[index], index);
}

std::string CallText::text() const {
  std::string line(call.name);
  line += '(';
  for (size_t index = 0; index < call.params.size(); ++index) {
    line += index == 0 ? "" : ", ";
    line += texts[index];
  }
  return line + ')';
}

std::string CallText::begun() const {
  std::string line(call.name);
  line += '(';
  for (size_t index = 0; index < call.params.size(); ++index) {
    line += index == 0 ? "" : ", ";
    line += texts[index];
    const Kind kind = call.params[index].info.kind;
    if (abi::is_output(kind) || kind == Kind::variant)
      break;
  }
  return line;
}

std::string CallText::result_text() const {
  std::string text = " = ";
  // The imports without the prefix answer -1; one starts a thread and answers as Linux does.
  const bool is_errno = call.group != start_group || call.name == "__wasm_thread_spawn";
  if (is_errno && result < 0 && result >= -4095) {
    append_choice(text += '-', abi::sets::errors, static_cast<uint64_t>(-result));
    const char *words = strerrordesc_np(static_cast<int>(-result)); // none for some of Linux's own
    return words ? text + " (" + words + ")" : text;
  }
  if (call.name == "mmap" || call.name == "mremap")
    format(text, "%#lx", static_cast<unsigned long>(result));
  else
    format(text, "%ld", long{result});
  return text;
}

// The number that a parameter's length comes from.
uint64_t CallText::length_of(const abi::KindInfo &info) const {
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

// --- What goes in ------------------------------------------------------------

void CallText::append_number(std::string &line, size_t index) const {
  if (call.params[index].is_signed)
    format(line, "%ld", long{arguments[index]});
  else
    format(line, "%lu", static_cast<unsigned long>(arguments[index]));
}

namespace {

// A choice with flags in the same word.
void append_choice_with_flags(std::string &line, const abi::ConstantSet &choices,
                              const abi::ConstantSet &flags, uint32_t choice_mask, uint32_t value) {
  append_choice(line, choices, value & choice_mask);
  if (value & ~choice_mask)
    append_flags(line += '|', flags, value & ~choice_mask);
}

const abi::ConstantSet &socket_options(int level) {
  constexpr int ip = 0, tcp = 6, ipv6 = 41;
  return level == tcp    ? abi::sets::tcp_option
         : level == ip   ? abi::sets::ip_option
         : level == ipv6 ? abi::sets::ipv6_option
                         : abi::sets::socket_option;
}

} // namespace

// Flags and choices, where the plain list of names does not say it all.
void CallText::append_named(std::string &line, size_t index) const {
  using namespace abi::sets;
  const abi::ConstantSet &set = *call.params[index].info.constants;
  const uint32_t value = arguments.u32(index);
  const auto is = [&](const abi::ConstantSet &other) { return set.begin == other.begin; };
  if (is(open_flags) && (call.name == "open" || call.name == "openat"))
    append_open_flags(line, value);
  else if (is(futex_operation))
    append_choice_with_flags(line, set, futex_flags, 0x7f, value);
  else if (is(socket_type))
    append_choice_with_flags(line, set, socket_flags, 0xf, value);
  else if (is(socket_option)) // getsockopt has its level in the same place
    append_choice(line, socket_options(by_name<Call::setsockopt>(arguments).level), value);
  else if (!set.bits)
    append_choice(line, set, value);
  else
    append_flags(line, set, value, is(mmap_prot) ? "PROT_NONE" : is(access_mode) ? "F_OK" : "0");
}

void CallText::append_input(std::string &line, size_t index) const {
  const Kind kind = call.params[index].info.kind;
  switch (kind) {
  case Kind::dirfd:
    if (arguments.i32(index) == AT_FDCWD)
      line += "AT_FDCWD";
    else
      format(line, "%d", arguments.i32(index));
    return;
  case Kind::flags:
  case Kind::choice:
    return append_named(line, index);
  case Kind::mode:
    return format(line, "%#04o", arguments.u32(index));
  case Kind::signo:
    return append_signal(line, arguments.i32(index));
  case Kind::address:
    return append_address(line, arguments.address(index));
  case Kind::variant:
    if (!append_variant(line, memory, call, arguments, index, false))
      append_address(line, arguments.address(index));
    return;
  default:
    if (!abi::is_pointer(kind))
      append_number(line, index);
    else if (abi::is_input(kind) && !append_input_pointer(line, index))
      append_address(line, arguments.address(index));
  }
}

bool CallText::append_input_pointer(std::string &line, size_t index) const {
  const abi::KindInfo &info = call.params[index].info;
  const GuestAddress address = arguments.address(index);
  const uint64_t length = length_of(info);
  switch (info.kind) {
  case Kind::path:
    return append_string(line, memory, address);
  case Kind::strings:
    return append_strings(line, memory, address);
  case Kind::in_bytes:
    return append_buffer(line, memory, address, length);
  case Kind::in_sockaddr:
    return append_socket_address(line, memory, address, static_cast<uint32_t>(length));
  case Kind::inout_bits:
    return append_bit_set(line, memory, address, length);
  case Kind::iovec_in:
    return append_vectors(line, memory, address, length, true);
  case Kind::iovec_out:
    return append_vectors(line, memory, address, length, false);
  default:
    if (info.structure == "msghdr")
      return append_message(line, memory, address, info.kind == Kind::in);
    if (info.structure == "pselect6_mask")
      return append_mask_argument(line, memory, address);
    return append_structures(line, memory, info, address, length);
  }
}

// --- What comes out ----------------------------------------------------------

void CallText::append_output(std::string &line, size_t index) const {
  const abi::KindInfo &info = call.params[index].info;
  if (info.kind == Kind::variant && result >= 0)
    return append_variant_output(line, index);
  if (!abi::is_output(info.kind))
    return;
  if (abi::is_input(info.kind) && !has_written(index))
    return; // an address, or what went in, is already there
  const std::string before = std::exchange(line, {});
  if (!has_written(index) || !append_output_pointer(line, index))
    append_address(line, arguments.address(index));
  if (abi::is_input(info.kind) && before != line)
    line = before + " => " + line;
}

// Whether Linux has put something there.
bool CallText::has_written(size_t index) const {
  const std::string_view name = call.params[index].name;
  if (call.name == "nanosleep" || call.name == "clock_nanosleep")
    return result == -EINTR && (name == "rem" || name == "remain");
  if (call.name == "wait4" || call.name == "__get_init_envfile")
    return result > 0; // 0: no child has changed, no file
  return result >= 0;
}

void CallText::append_variant_output(std::string &line, size_t index) const {
  std::string text;
  if (append_variant(text, memory, call, arguments, index, true) && text != line)
    line += " => " + text;
}

bool CallText::append_output_pointer(std::string &line, size_t index) const {
  const abi::KindInfo &info = call.params[index].info;
  const GuestAddress address = arguments.address(index);
  uint32_t length = 0;
  switch (info.kind) {
  case Kind::out_bytes:
    return append_output_bytes(line, index);
  case Kind::out_bytes_at:
    return memory.read(arguments.address(info.length.value), length) &&
           append_buffer(line, memory, address, length);
  case Kind::out_sockaddr:
    return memory.read(arguments.address(info.length.value), length) &&
           append_socket_address(line, memory, address, length);
  case Kind::inout_bits:
    return append_bit_set(line, memory, address, length_of(info));
  default:
    return append_output_structure(line, index);
  }
}

bool CallText::append_output_bytes(std::string &line, size_t index) const {
  const GuestAddress address = arguments.address(index);
  const uint64_t length =
      std::min(static_cast<uint64_t>(result), length_of(call.params[index].info));
  if (call.name == "getdents64")
    return append_directory(line, memory, address, length, sizeof(abi::linux_dirent64));
  if (call.name == "getdents")
    return append_directory(line, memory, address, length, sizeof(abi::linux_dirent));
  if (call.name == "sched_getaffinity")
    return append_bit_set(line, memory, address, length * 8);
  if (call.name == "rt_sigpending")
    return by_name<Call::rt_sigpending>(arguments).sigsetsize == sizeof(abi::sigset) &&
           append_structure<abi::sigset>(line, memory, address);
  if (call.name == "getcwd" || call.group == start_group)
    return append_string(line, memory, address);
  return append_buffer(line, memory, address, length);
}

bool CallText::append_output_structure(std::string &line, size_t index) const {
  const abi::KindInfo &info = call.params[index].info;
  const GuestAddress address = arguments.address(index);
  uint64_t count = length_of(info);
  if (info.structure == "msghdr")
    return append_message(line, memory, address, true);
  if (call.name == "wait4" && info.structure == "i32" && address != 0) {
    int32_t status;
    if (!memory.read(address, status))
      return false;
    append_wait_status(line, status);
    return true;
  }
  if (info.kind == Kind::out_array && info.length.source == abi::Length::Source::parameter)
    count = std::min(static_cast<uint64_t>(result), count);
  return append_structures(line, memory, info, address, count);
}

} // namespace wali::host::trace
