// Waiting for descriptors: poll, select, epoll, eventfd. The kernel reads and
// writes the guest's arrays and bit sets itself, of whatever length they are:
// pollfd and epoll_event have its layouts, and bit sets its size in words.
#include <sys/syscall.h>

#include "runners/host/calls/generic.h"
#include "runners/host/memory/layouts.h"

namespace wali::host {
namespace {

using abi::Call;

// Makes a call that swaps the signal mask while it waits: `call` gets what the
// kernel shall see as the pointer to the mask. A mask that cannot be read is for
// the kernel to refuse, after what it looks at first.
template <class MaskedCall>
int64_t with_mask(Thread &thread, GuestAddress mask_address, MaskedCall call) {
  if (mask_address == 0)
    return call(KernelPointer());
  SignalSet mask;
  if (!thread.memory().read(mask_address, mask))
    return call(thread.memory().faulting());
  TemporaryMask temporary(thread, mask);
  return call(temporary.for_kernel());
}

int64_t ppoll(Thread &thread, const Arguments &arguments) {
  const Memory &memory = thread.memory();
  return with_mask(thread, arguments.address(3), [&](auto mask) {
    return thread.syscall(SYS_ppoll, memory.for_kernel(arguments.address(0)), arguments[1],
                          memory.for_kernel(arguments.address(2)), mask, arguments[4]);
  });
}

int64_t epoll_pwait(Thread &thread, const Arguments &arguments) {
  return with_mask(thread, arguments.address(4), [&](auto mask) {
    return thread.syscall(SYS_epoll_pwait, arguments[0],
                          thread.memory().for_kernel(arguments.address(1)), arguments[2],
                          arguments[3], mask, arguments[5]);
  });
}

// pselect6 with the kernel's pointer to its sixth argument.
template <class Sixth>
int64_t pselect6_with(Thread &thread, const Arguments &arguments, Sixth sixth) {
  const Memory &memory = thread.memory();
  return thread.syscall(SYS_pselect6, arguments[0], memory.for_kernel(arguments.address(1)),
                        memory.for_kernel(arguments.address(2)),
                        memory.for_kernel(arguments.address(3)),
                        memory.for_kernel(arguments.address(4)), sixth);
}

int64_t pselect6(Thread &thread, const Arguments &arguments) {
  if (arguments.address(5) == 0)
    return pselect6_with(thread, arguments, nullptr);
  abi::pselect6_mask guest;
  if (!thread.memory().read(arguments.address(5), guest))
    return pselect6_with(thread, arguments, thread.memory().faulting());
  if (guest.address > UINT32_MAX) { // no address of the guest's
    kernel::pselect6_mask sixth{thread.memory().faulting(), guest.size};
    return pselect6_with(thread, arguments, &sixth);
  }
  return with_mask(thread, static_cast<GuestAddress>(guest.address), [&](auto mask) {
    kernel::pselect6_mask sixth{mask, guest.size};
    return pselect6_with(thread, arguments, &sixth);
  });
}

constexpr CallEntry entries[] = {
    {Call::poll, generic<Call::poll>},
    {Call::select, generic<Call::select>},
    {Call::epoll_ctl, generic<Call::epoll_ctl>},
    {Call::pselect6, pselect6},
    {Call::ppoll, ppoll},
    {Call::epoll_pwait, epoll_pwait},
    {Call::eventfd, generic<Call::eventfd>},
    {Call::eventfd2, generic<Call::eventfd2>},
    {Call::epoll_create1, generic<Call::epoll_create1>},
};

} // namespace

CallTable event_calls() { return entries; }

} // namespace wali::host
