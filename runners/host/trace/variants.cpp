#include "runners/host/trace/variants.h"

#include <linux/fcntl.h>
#include <linux/futex.h>
#include <linux/prctl.h>

#include "runners/host/calls/variants.h"
#include "runners/host/linking/parameters.h"
#include "runners/host/trace/guest_text.h"

namespace wali::host::trace {
namespace {

using abi::Call;

void append_fcntl_number(std::string &line, const Parameters<Call::fcntl> &arguments) {
  const auto number = static_cast<uint32_t>(arguments.arg);
  switch (arguments.cmd) {
  case F_SETFL:
    return append_open_flags(line, number);
  case F_SETFD:
    return append_flags(line, abi::sets::fd_flags, number);
  case F_ADD_SEALS:
    return append_flags(line, abi::sets::seals, number);
  default:
    format(line, "%ld", static_cast<long>(arguments.arg));
  }
}

bool append_fcntl_argument(std::string &line, const Memory &memory,
                           const Parameters<Call::fcntl> &arguments, bool is_output) {
  const GuestAddress address = address_in(arguments.arg);
  switch (fcntl_argument(arguments.cmd)) {
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
  if (!is_output)
    append_fcntl_number(line, arguments);
  return !is_output;
}

bool append_ioctl_structure(std::string &line, const Memory &memory, GuestAddress address,
                            size_t size) {
  int32_t value;
  switch (size) {
  case sizeof value:
    if (!memory.read(address, value))
      return false;
    format(line, "[%d]", value);
    return true;
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

bool append_ioctl_argument(std::string &line, const Memory &memory,
                           const Parameters<Call::ioctl> &arguments, bool is_output) {
  using enum IoctlRequest::Argument;
  const IoctlRequest *known = find_ioctl_request(static_cast<uint32_t>(arguments.request));
  if (known == nullptr || arguments.argp == 0)
    return false;
  if (known->argument == number) {
    if (!is_output)
      format(line, "%u", arguments.argp);
    return !is_output;
  }
  if (known->argument == (is_output ? in : out))
    return false;
  return append_ioctl_structure(line, memory, arguments.argp, known->size);
}

bool append_futex_argument(std::string &line, const Memory &memory,
                           const Parameters<Call::futex> &arguments, std::string_view name) {
  const int command = arguments.futex_op & FUTEX_CMD_MASK;
  const bool waits = command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET;
  if (name == "uaddr2")
    format(line, "%#x", arguments.uaddr2);
  else if (waits)
    return arguments.timeout != 0 &&
           append_structure<abi::timespec>(line, memory, arguments.timeout);
  else
    format(line, "%#x", arguments.timeout);
  return true;
}

bool append_prctl_argument(std::string &line, const Memory &memory, const Arguments &all,
                           size_t index, std::string_view name, bool is_output) {
  const auto arguments = by_name<Call::prctl>(all);
  if (name == "arg2" && arguments.option == (is_output ? PR_GET_NAME : PR_SET_NAME))
    return append_string(line, memory, address_in(arguments.arg2));
  if (!is_output)
    format(line, "%#lx", static_cast<unsigned long>(all[index]));
  return !is_output;
}

} // namespace

bool append_variant(std::string &line, const Memory &memory, const abi::Syscall &call,
                    const Arguments &arguments, size_t index, bool is_output) {
  const std::string_view name = call.params[index].name;
  if (call.name == "fcntl")
    return append_fcntl_argument(line, memory, by_name<Call::fcntl>(arguments), is_output);
  if (call.name == "ioctl")
    return append_ioctl_argument(line, memory, by_name<Call::ioctl>(arguments), is_output);
  if (call.name == "prctl")
    return append_prctl_argument(line, memory, arguments, index, name, is_output);
  return !is_output && append_futex_argument(line, memory, by_name<Call::futex>(arguments), name);
}

} // namespace wali::host::trace
