#include "runners/host/mutants/invocation.h"

#include <linux/prctl.h>

#include <algorithm>

#include "runners/host/calls/variants.h"
#include "runners/host/mutants/facts.h"
#include "runners/host/mutants/operators.h"
#include "runners/host/running/process.h"

namespace wali::host::mutants {
namespace {

using abi::Kind;

constexpr uint64_t page = 4096;

View structure_view(uint64_t address, std::string_view name, uint32_t size, bool in, bool out) {
  return {{address, size}, in, out, name, size};
}

std::optional<View> fcntl_view(int command, uint64_t address) {
  constexpr int getlk = 5, getown_ex = 16, ofd_getlk = 36, set_rw_hint = 1036,
                set_file_rw_hint = 1038; // linux/fcntl.h
  const bool is_setter = command == set_rw_hint || command == set_file_rw_hint;
  switch (fcntl_argument(command)) {
  case FcntlArgument::lock:
    return structure_view(address, "flock", sizeof(struct abi::flock), true,
                          command == getlk || command == ofd_getlk);
  case FcntlArgument::owner:
    return structure_view(address, "f_owner_ex", sizeof(abi::f_owner_ex), command != getown_ex,
                          command == getown_ex);
  case FcntlArgument::bytes:
    return View{{address, sizeof(uint64_t)}, is_setter, !is_setter};
  default:
    return {};
  }
}

std::optional<View> ioctl_view(uint32_t request_number, uint64_t address) {
  using enum IoctlRequest::Argument;
  const IoctlRequest *request = find_ioctl_request(request_number);
  if (!request)
    return {};
  switch (request->argument) {
  case number:
    return {};
  case ifconf:
    return View{{address, sizeof(abi::ifconf)}, true, true};
  case ifreq_data:
    return View{{address, sizeof(abi::ifreq)}, true, true};
  case in:
  case out:
  case inout:
    break;
  }
  return View{{address, request->size}, request->argument != out, request->argument != in};
}

std::optional<View> prctl_view(int option, Area string) {
  constexpr uint64_t name_size = 16; // TASK_COMM_LEN, prctl(2)
  switch (option) {
  case PR_GET_NAME:
    return View{{string.address, name_size}, false, true};
  case PR_SET_NAME:
    return View{{string.address, std::min(string.length, name_size)}, true, false};
  case PR_GET_PDEATHSIG:
  case PR_GET_CHILD_SUBREAPER:
  case PR_GET_TID_ADDRESS:
    return View{{string.address, sizeof(uint32_t)}, false, true};
  default:
    return {};
  }
}

} // namespace

int64_t BrokenHandler::make(Thread &thread, const Arguments &arguments) {
  Invocation invocation(thread, *this, arguments);
  return mutant.op->make(invocation);
}

uint64_t Invocation::length_of(const abi::KindInfo &info) const {
  switch (info.length.source) {
  case abi::Length::Source::none:
    return 1;
  case abi::Length::Source::fixed:
    return info.length.value;
  case abi::Length::Source::parameter:
    break;
  }
  const size_t from = info.length.value;
  uint32_t length = arguments.u32(from);
  const bool is_pointed_to = abi::is_pointer(syscall().params[from].info.kind);
  if (is_pointed_to && !memory().read(arguments.address(from), length))
    return 0;
  return length;
}

// A string with its NUL, as far as memory is accessible.
uint64_t Invocation::string_area_length(GuestAddress address) const {
  constexpr size_t longest = 1 << 16;
  const std::optional<std::string> text = memory().read_string(address, longest);
  return text ? text->size() + 1 : 1;
}

// An array of addresses with the 0 that ends it.
uint64_t Invocation::pointer_array_length(GuestAddress address) const {
  uint64_t length = 0;
  uint32_t string;
  do {
    if (!memory().read(static_cast<GuestAddress>(address + length), string))
      string = 0;
    length += sizeof string;
  } while (string != 0 && length < page);
  return length;
}

// What __cl_copy_argv copies: the argument that its second parameter names, with NUL.
uint64_t Invocation::guest_argument_length() const {
  const auto &texts = thread.process().arguments();
  const uint32_t index = arguments.u32(1);
  return index < texts.size() ? texts[index].size() + 1 : 0;
}

// A number or a pointer, by the value of another parameter.
std::optional<View> Invocation::variant_view(size_t parameter) const {
  const std::string_view name = syscall().name;
  const GuestAddress address = arguments.address(parameter);
  const int selector = arguments.i32(name == "prctl" ? 0 : 1);
  if (name == "fcntl")
    return fcntl_view(selector, address);
  if (name == "ioctl")
    return ioctl_view(arguments.u32(1), address);
  if (name == "prctl" && parameter == 1)
    return prctl_view(selector, {address, string_area_length(address)});
  if (name == "futex" && parameter == 3 && futex_has_timeout(selector))
    return structure_view(address, "timespec", sizeof(abi::timespec), true, false);
  if (name == "futex" && parameter == 4 && futex_has_second_word(selector))
    return structure_view(address, "i32", sizeof(int32_t), true, true);
  return {};
}

std::optional<View> Invocation::view(size_t parameter) const {
  const abi::KindInfo &info = syscall().params[parameter].info;
  const GuestAddress address = arguments.address(parameter);
  if (address == 0)
    return {};
  if (info.kind == Kind::variant)
    return variant_view(parameter);
  if (!abi::is_pointer(info.kind))
    return {};
  View view{{address, 0},
            abi::is_input(info.kind),
            abi::is_output(info.kind),
            info.structure,
            info.structure_size};
  switch (info.kind) {
  case Kind::path:
    view.area.length = string_area_length(address);
    break;
  case Kind::strings:
    view.structure = "pointer";
    view.element = sizeof(uint32_t);
    view.area.length = pointer_array_length(address);
    break;
  case Kind::iovec_in:
  case Kind::iovec_out:
    view.structure = "iovec";
    view.element = sizeof(abi::iovec);
    view.area.length = length_of(info) * view.element;
    break;
  case Kind::inout_bits:
    view.area.length = (length_of(info) + 63) / 64 * 8;
    break;
  default: // one structure, several, or bytes
    view.area.length = syscall().name == "__cl_copy_argv"
                           ? guest_argument_length()
                           : length_of(info) * std::max(view.element, 1u);
  }
  return view;
}

} // namespace wali::host::mutants
