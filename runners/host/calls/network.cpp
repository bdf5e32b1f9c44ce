// Sockets. Socket addresses and most options have the kernel's own layout;
// message headers and options that hold pointers are translated.
#include <linux/filter.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "runners/host/calls/generic.h"
#include "runners/host/containment/hidden.h"
#include "runners/host/containment/receiving.h"
#include "runners/host/memory/layouts.h"
#include "runners/host/running/raw_syscall.h"

namespace wali::host {
namespace {

using abi::Call;

// Every control buffer that the kernel accepts is far smaller.
constexpr size_t max_control_bytes = size_t{1} << 20;

constexpr int sol_rds = 276; // linux/socket.h

// --- sendmsg -----------------------------------------------------------------

// Whether a control message holds addresses in the sender's memory. Only those of RDS do
// (linux/rds.h).
bool holds_addresses(std::span<const std::byte> control) {
  size_t offset = 0;
  while (std::optional<ControlMessage> message = control_message_at(control, offset)) {
    if (message->header.level == sol_rds)
      return true;
    offset = next_control_message(*message);
  }
  return false;
}

// Replaces the host's own descriptors, which the guest must not send.
void hide_descriptors(std::span<std::byte> control) {
  size_t offset = 0;
  while (std::optional<ControlMessage> message = control_message_at(control, offset)) {
    for (int &fd : descriptors_in(*message, control))
      fd = static_cast<int>(guest_descriptor(fd));
    offset = next_control_message(*message);
  }
}

// The control buffer of a message to send. If it cannot be read, the pointer faults, so the
// kernel finds the errors in its own order.
kernel_layout::AnyPointer control_to_send(const Memory &memory, const abi::msghdr &guest,
                                          std::vector<std::byte> &control) {
  GuestAddress address = guest.msg_control.address;
  if (address == 0 || guest.msg_controllen == 0)
    return memory.for_kernel(address);
  if (guest.msg_controllen > max_control_bytes)
    return memory.faulting();
  control.resize(guest.msg_controllen);
  if (!memory.read_array(address, std::span(control)))
    return memory.faulting();
  control_to_kernel(control);
  hide_descriptors(control);
  return control.data();
}

int64_t sendmsg(Thread &thread, const Parameters<Call::sendmsg> &arguments) {
  const Memory &memory = thread.memory();
  abi::msghdr guest;
  if (!read_argument(memory, arguments.msg, guest))
    return thread.syscall(SYS_sendmsg, arguments.sockfd, memory.faulting(), arguments.flags);
  IovecArray vectors(memory, guest.msg_iov.address, guest.msg_iovlen);
  std::vector<std::byte> control;
  kernel_layout::msghdr header = to_kernel(memory, guest);
  header.iov = vectors.pointer();
  header.control = control_to_send(memory, guest, control);
  if (holds_addresses(control))
    return -EINVAL;
  return thread.syscall(SYS_sendmsg, arguments.sockfd, &header, arguments.flags);
}

// --- recvmsg -----------------------------------------------------------------

// Copies received control messages to the guest, which has the kernel's layout for them.
// Like Linux, it does not write the padding between messages. If a message cannot be
// written, it and all later ones are dropped and their descriptors closed, as on Linux.
// Returns the number of bytes that were used.
size_t deliver_control(const Memory &memory, GuestAddress to, std::span<std::byte> control) {
  size_t offset = 0, used = control.size();
  bool delivering = true;
  while (std::optional<ControlMessage> message = control_message_at(control, offset)) {
    if (delivering && !memory.write_bytes(to + message->offset, control.data() + message->offset,
                                          message->header.len)) {
      delivering = false;
      used = message->offset;
    }
    if (!delivering)
      close_all(descriptors_in(*message, control));
    offset = next_control_message(*message);
  }
  return used;
}

// Writes the fields of the header that recvmsg changes, in Linux's order.
bool deliver_header(const Memory &memory, GuestAddress to, const abi::msghdr &guest,
                    const kernel_layout::msghdr &header) {
  return (guest.msg_name.address == 0 ||
          memory.write(to + offsetof(abi::msghdr, msg_namelen), header.namelen)) &&
         memory.write(to + offsetof(abi::msghdr, msg_flags), header.flags) &&
         memory.write(to + offsetof(abi::msghdr, msg_controllen),
                      static_cast<uint32_t>(header.controllen));
}

int64_t recvmsg(Thread &thread, const Parameters<Call::recvmsg> &arguments) {
  const Memory &memory = thread.memory();
  abi::msghdr guest;
  if (!read_argument(memory, arguments.msg, guest))
    return thread.syscall(SYS_recvmsg, arguments.sockfd, memory.faulting(), arguments.flags);
  IovecArray vectors(memory, guest.msg_iov.address, guest.msg_iovlen);
  kernel_layout::msghdr header = to_kernel(memory, guest);
  header.iov = vectors.pointer();
  // The message goes into a buffer of the host, so that no guest thread can change the
  // descriptors in it before they have been judged.
  std::vector<std::byte> control;
  if (guest.msg_control.address != 0) {
    control.resize(std::min<size_t>(guest.msg_controllen, max_control_bytes));
    header.control = control.data();
    header.controllen = control.size();
  }
  const int64_t result =
      contained_recvmsg(thread, arguments.sockfd, header, control, arguments.flags);
  if (result < 0)
    return result;
  const auto received = std::span(control).first(std::min(control.size(), header.controllen));
  if (guest.msg_control.address != 0)
    header.controllen = deliver_control(memory, guest.msg_control.address, received);
  return deliver_header(memory, arguments.msg, guest, header) ? result : -EFAULT;
}

// --- Socket options ----------------------------------------------------------

// Levels whose options hold no pointers, except for the options below. The numbers are from
// linux/socket.h.
constexpr bool is_known_level(int level) {
  switch (level) {
  case 0:   // SOL_IP
  case 1:   // SOL_SOCKET
  case 6:   // SOL_TCP
  case 17:  // SOL_UDP
  case 41:  // SOL_IPV6
  case 58:  // SOL_ICMPV6
  case 136: // SOL_UDPLITE
  case 255: // SOL_RAW
  case 263: // SOL_PACKET
  case 270: // SOL_NETLINK
  case 279: // SOL_ALG
  case 282: // SOL_TLS
  case 287: // SOL_VSOCK
    return true;
  default:
    return false;
  }
}

// Options whose pointers the host does not translate: the tables of ip_tables, arp_tables,
// ebtables and ip6_tables, TCP_ZEROCOPY_RECEIVE, PACKET_FANOUT_DATA.
constexpr bool holds_untranslated_pointers(int level, int option) {
  switch (level) {
  case 0:
    return option >= 64 && option < 192 && option != 80; // 80: SO_ORIGINAL_DST
  case 41:
    return option == 64 || option == 65;
  case 6:
    return option == 35;
  case 263:
    return option == 22;
  default:
    return false;
  }
}

// The option that the kernel gets. If it must not see the guest's bytes for `option`, this
// is one that no protocol has. Linux then checks descriptor and level, and returns the
// error for an unknown option.
int32_t contained_option(int level, int option) {
  constexpr int no_option = 0x7fffffff;
  return is_known_level(level) && !holds_untranslated_pointers(level, option) ? option : no_option;
}

constexpr bool is_filter_program(int level, int option) {
  constexpr int attach_reuseport_cbpf = 51; // SO_ATTACH_REUSEPORT_CBPF
  return level == SOL_SOCKET && (option == SO_ATTACH_FILTER || option == attach_reuseport_cbpf);
}

// Linux accepts a sock_fprog only in its own size, and the guest's has another size.
int64_t set_filter_program(Thread &thread, const Parameters<Call::setsockopt> &arguments) {
  const Memory &memory = thread.memory();
  abi::sock_fprog guest;
  if (arguments.optlen != sizeof guest) {
    int64_t wrong_length =
        arguments.optlen == sizeof(kernel_layout::sock_fprog) ? sizeof guest : arguments.optlen;
    return thread.syscall(SYS_setsockopt, arguments.sockfd, arguments.level, arguments.optname,
                          memory.for_kernel(arguments.optval), wrong_length);
  }
  if (!read_argument(memory, arguments.optval, guest))
    return thread.syscall(SYS_setsockopt, arguments.sockfd, arguments.level, arguments.optname,
                          memory.faulting(), sizeof(kernel_layout::sock_fprog));
  kernel_layout::sock_fprog program = to_kernel(memory, guest);
  return thread.syscall(SYS_setsockopt, arguments.sockfd, arguments.level, arguments.optname,
                        &program, sizeof program);
}

int64_t setsockopt(Thread &thread, const Parameters<Call::setsockopt> &arguments) {
  if (is_filter_program(arguments.level, arguments.optname))
    return set_filter_program(thread, arguments);
  return thread.syscall(SYS_setsockopt, arguments.sockfd, arguments.level,
                        contained_option(arguments.level, arguments.optname),
                        thread.memory().for_kernel(arguments.optval), arguments.optlen);
}

int64_t getsockopt(Thread &thread, const Parameters<Call::getsockopt> &arguments) {
  const Memory &memory = thread.memory();
  return thread.syscall(SYS_getsockopt, arguments.sockfd, arguments.level,
                        contained_option(arguments.level, arguments.optname),
                        memory.for_kernel(arguments.optval), memory.for_kernel(arguments.optlen));
}

constexpr CallEntry entries[] = {
    {Call::socket, generic<Call::socket>},
    {Call::connect, generic<Call::connect>},
    {Call::accept, generic<Call::accept>},
    {Call::sendto, generic<Call::sendto>},
    {Call::recvfrom, generic<Call::recvfrom>},
    entry<sendmsg>,
    entry<recvmsg>,
    {Call::shutdown, generic<Call::shutdown>},
    {Call::bind, generic<Call::bind>},
    {Call::listen, generic<Call::listen>},
    {Call::getsockname, generic<Call::getsockname>},
    {Call::getpeername, generic<Call::getpeername>},
    {Call::socketpair, generic<Call::socketpair>},
    entry<setsockopt>,
    entry<getsockopt>,
    {Call::accept4, generic<Call::accept4>},
};

} // namespace

CallTable network_calls() { return entries; }

} // namespace wali::host
