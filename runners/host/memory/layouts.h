// Structures whose layout in the kernel differs from the guest's, and their
// translation, written once for each. All other structures of the interface
// have x86-64 Linux's own layout and are not translated (ABI.md, Layouts).
//
// Structures in namespace `kernel_layout` are what Linux reads and writes. The host
// builds them in its own memory; the pointers in them lead to guest memory,
// where only the kernel follows them, or to other objects of the host.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "harness/abi/types.h"
#include "runners/host/memory/memory.h"

namespace wali::host {
namespace kernel_layout {

// A pointer field that may lead to either: to guest memory or to an object of the
// host's.
union AnyPointer {
  constexpr AnyPointer() : host(nullptr) {}
  constexpr AnyPointer(KernelPointer guest) : guest(guest) {}
  constexpr AnyPointer(const void *host) : host(host) {}

  KernelPointer guest;
  const void *host;
};

struct iovec {
  KernelPointer base;
  uint64_t length;
};

struct msghdr {
  KernelPointer name;
  uint32_t namelen;
  uint32_t pad1;
  AnyPointer iov;
  uint64_t iovlen;
  AnyPointer control;
  uint64_t controllen;
  uint32_t flags;
  uint32_t pad2;
};

struct cmsghdr {
  uint64_t len; // header and data, without the padding behind them
  int32_t level;
  int32_t type;
};

struct sock_fprog {
  uint16_t len;
  KernelPointer filter;
};

struct ifconf {
  int32_t len;
  KernelPointer buf;
};

// An ifreq whose union holds ifr_data.
struct ifreq_data {
  char name[16];
  KernelPointer data;
  uint8_t spare[16];
};

// The sixth argument of pselect6.
struct pselect6_mask {
  AnyPointer mask;
  uint64_t size;
};

static_assert(sizeof(iovec) == 16 && sizeof(msghdr) == 56 && sizeof(cmsghdr) == 16);
static_assert(offsetof(msghdr, iov) == 16 && offsetof(msghdr, control) == 32 &&
              offsetof(msghdr, flags) == 48);
static_assert(sizeof(sock_fprog) == 16 && sizeof(ifconf) == 16 && sizeof(ifreq_data) == 40);

} // namespace kernel_layout

// Reads a structure that a guest passes by pointer, where Linux does not accept
// NULL: address 0 cannot be read.
template <class T>
[[nodiscard]] bool read_argument(const Memory &memory, GuestAddress address, T &value) {
  return address != 0 && memory.read(address, value);
}

kernel_layout::iovec to_kernel(const Memory &memory, const abi::iovec &guest);
kernel_layout::sock_fprog to_kernel(const Memory &memory, const abi::sock_fprog &guest);
kernel_layout::ifconf to_kernel(const Memory &memory, const abi::ifconf &guest);
kernel_layout::ifreq_data to_kernel(const Memory &memory, const abi::ifreq &guest);

// The header alone: name, lengths and flags. The caller sets iov and control.
kernel_layout::msghdr to_kernel(const Memory &memory, const abi::msghdr &guest);

// A guest's array of iovec in the kernel's layout. Where the array cannot be
// read, or Linux refuses its length, this gives a pointer that faults, so that the
// kernel finds the errors in its own order.
class IovecArray {
public:
  static constexpr size_t max_count = 1024; // UIO_MAXIOV, linux/uio.h

  IovecArray(const Memory &memory, GuestAddress address, int32_t count);
  IovecArray(const IovecArray &) = delete;
  IovecArray &operator=(const IovecArray &) = delete;

  bool is_readable() const { return readable; }
  const kernel_layout::iovec *data() const { return vectors; }

  // The pointer for a structure in the kernel's layout.
  kernel_layout::AnyPointer pointer() const;

private:
  bool translate(GuestAddress address, size_t count);

  const Memory &memory;
  static constexpr size_t few_count = 16;
  kernel_layout::iovec few[few_count];
  std::unique_ptr<kernel_layout::iovec[]> many; // used when `few` is too small
  kernel_layout::iovec *vectors = few;
  bool readable = false;
};

// One control message in a buffer, by its place there.
struct ControlMessage {
  size_t offset; // of its header
  kernel_layout::cmsghdr header;

  std::span<std::byte> data(std::span<std::byte> control) const {
    return control.subspan(offset + sizeof header, header.len - sizeof header);
  }
};

// The header at `offset` of a buffer in the kernel's layout, or nothing if none fits
// there. `next_control_message` gives the next message's offset.
std::optional<ControlMessage> control_message_at(std::span<const std::byte> control, size_t offset);
size_t next_control_message(const ControlMessage &message);

// Turns control messages from guest layout into the kernel's, in place. The layouts
// differ only in the four bytes after each length: padding for the guest, the upper
// half of the length for the kernel. The way back needs nothing, since Linux writes
// zeros there.
void control_to_kernel(std::span<std::byte> control);

} // namespace wali::host
