// Waiting for descriptors: poll, select, epoll, eventfd. The kernel reads and
// writes the guest's arrays and bit sets itself, of whatever length they are:
// pollfd and epoll_event have its layouts, and bit sets its size in words.
#include <sys/syscall.h>

#include "runners/host/calls/generic.h"
#include "runners/host/memory/layouts.h"

namespace wali::host {
namespace {

using abi::Call;

// Makes a call that swaps the signal mask while it waits. `call` gets the pointer to the
// mask that the kernel is to see. If the guest's mask cannot be read, that pointer faults,
// so the kernel finds the errors in its own order.
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

int64_t ppoll(Thread &thread, const Parameters<Call::ppoll> &arguments) {
  const Memory &memory = thread.memory();
  return with_mask(thread, arguments.sigmask, [&](auto mask) {
    return thread.syscall(SYS_ppoll, memory.for_kernel(arguments.fds), arguments.nfds,
                          memory.for_kernel(arguments.tmo_p), mask, arguments.sigsetsize);
  });
}

int64_t epoll_pwait(Thread &thread, const Parameters<Call::epoll_pwait> &arguments) {
  return with_mask(thread, arguments.sigmask, [&](auto mask) {
    return thread.syscall(SYS_epoll_pwait, arguments.epfd,
                          thread.memory().for_kernel(arguments.events), arguments.maxevents,
                          arguments.timeout, mask, arguments.sigsetsize);
  });
}

// pselect6 with the kernel's pointer to its sixth argument.
template <class Sixth>
int64_t pselect6_with(Thread &thread, const Parameters<Call::pselect6> &arguments, Sixth sixth) {
  const Memory &memory = thread.memory();
  return thread.syscall(SYS_pselect6, arguments.nfds, memory.for_kernel(arguments.readfds),
                        memory.for_kernel(arguments.writefds),
                        memory.for_kernel(arguments.exceptfds),
                        memory.for_kernel(arguments.timeout), sixth);
}

int64_t pselect6(Thread &thread, const Parameters<Call::pselect6> &arguments) {
  if (arguments.sigmask == 0)
    return pselect6_with(thread, arguments, nullptr);
  abi::pselect6_mask guest;
  if (!thread.memory().read(arguments.sigmask, guest))
    return pselect6_with(thread, arguments, thread.memory().faulting());
  if (guest.address > UINT32_MAX) { // the guest has no such address
    kernel_layout::pselect6_mask sixth{thread.memory().faulting(), guest.size};
    return pselect6_with(thread, arguments, &sixth);
  }
  return with_mask(thread, static_cast<GuestAddress>(guest.address), [&](auto mask) {
    kernel_layout::pselect6_mask sixth{mask, guest.size};
    return pselect6_with(thread, arguments, &sixth);
  });
}

constexpr CallEntry entries[] = {
    {Call::poll, generic<Call::poll>},
    {Call::select, generic<Call::select>},
    {Call::epoll_ctl, generic<Call::epoll_ctl>},
    entry<pselect6>,
    entry<ppoll>,
    entry<epoll_pwait>,
    {Call::eventfd, generic<Call::eventfd>},
    {Call::eventfd2, generic<Call::eventfd2>},
    {Call::epoll_create1, generic<Call::epoll_create1>},
};

} // namespace

CallTable event_calls() { return entries; }

} // namespace wali::host
