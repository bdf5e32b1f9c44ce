#include "runners/host/containment/receiving.h"

#include <sys/socket.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "runners/host/containment/airlock.h"
#include "runners/host/containment/judgement.h"
#include "runners/host/mutants/faults.h"
#include "runners/host/running/process.h"
#include "runners/host/running/raw_syscall.h"

namespace wali::host {
namespace {

constexpr int scm_pidfd = 4; // SCM_PIDFD, which this machine's headers may be too old for

using Control = std::span<std::byte>;

// Calls `action` with each control message until it returns false.
template <class Action> void for_each_message(Control control, Action action) {
  size_t offset = 0;
  while (std::optional<ControlMessage> message = control_message_at(control, offset)) {
    offset = next_control_message(*message);
    if (!action(*message))
      return;
  }
}

Control received_part(Control control, const kernel_layout::msghdr &header) {
  return control.first(std::min<size_t>(control.size(), header.controllen));
}

// Judges every descriptor that came with a message. If one reaches process memory, closes
// all of them and returns false.
bool are_harmless(Control control) {
  bool harmless = true;
  for_each_message(control, [&](const ControlMessage &message) {
    harmless = std::ranges::none_of(descriptors_in(message, control), reaches_process_memory);
    return harmless;
  });
  if (!harmless)
    for_each_message(control, [&](const ControlMessage &message) {
      close_all(descriptors_in(message, control));
      return true;
    });
  return harmless;
}

bool has_descriptors(Control control) {
  bool found = false;
  for_each_message(control, [&](const ControlMessage &message) {
    found = !descriptors_in(message, control).empty();
    return !found;
  });
  return found;
}

class Receiving final : public Errand {
public:
  Receiving(kernel_layout::msghdr &header, Control control, int flags)
      : header(header), control(control), flags(flags) {}

  // The descriptors are on the lane, which is then taken.
  bool brings_descriptors = false;

  int64_t run(Attendant &attendant, int socket) override {
    const int64_t result =
        attendant.syscall(SYS_recvmsg, Thread::registers(socket, &header, flags));
    if (result < 0)
      return result;
    const Control received = received_part(control, header);
    if (!are_harmless(received))
      return -EACCES;
    if (has_descriptors(received))
      hand_over(attendant.lane(), received);
    return result;
  }

private:
  // If a descriptor cannot be sent, it and all later ones are lost, as if there were no room.
  void hand_over(Lane &lane, Control received) {
    lane.take();
    brings_descriptors = true;
    bool is_sent = true;
    for_each_message(received, [&](const ControlMessage &message) {
      const std::span<int> descriptors = descriptors_in(message, received);
      if (!descriptors.empty())
        is_sent = is_sent && lane.send_to_guest(descriptors) == 0;
      close_all(descriptors);
      return true;
    });
  }

  kernel_layout::msghdr &header;
  Control control;
  int flags;
};

// Puts the numbers of the guest's new descriptors into the messages. As on Linux,
// descriptors for which the guest's table has no room are left out.
void take_over(Lane &lane, kernel_layout::msghdr &header, Control control, int flags) {
  const Control received = received_part(control, header);
  size_t used = 0;
  bool is_whole = true;
  for_each_message(received, [&](ControlMessage message) {
    const std::span<int> descriptors = descriptors_in(message, received);
    if (!descriptors.empty()) {
      const size_t count = lane.receive_at_guest(descriptors, (flags & MSG_CMSG_CLOEXEC) != 0);
      is_whole = is_whole && count == descriptors.size();
      message.header.len = sizeof message.header + count * sizeof(int);
      if (count == 0)
        return true;
    }
    memcpy(received.data() + message.offset, &message.header, sizeof message.header);
    memmove(received.data() + used, received.data() + message.offset, message.header.len);
    used += next_control_message(message) - message.offset;
    return true;
  });
  if (is_whole)
    return;
  header.flags |= MSG_CTRUNC;
  header.controllen = std::min(used, received.size());
}

// Receives once. Returns syscall_interrupted if a handler is due that may be followed by
// another try. Handlers do not run here: one may end the attendant, or go on in a child.
int64_t recvmsg_among_threads(Thread &thread, int socket, kernel_layout::msghdr &header,
                              Control control, int flags) {
  if (socket < 0)
    return -EBADF;
  if (!thread.process().lane.is_open()) { // no more room than for a descriptor
    header.controllen = 0;
    return thread.syscall(SYS_recvmsg, socket, &header, flags);
  }
  Attendant *attendant = Attendant::of(thread);
  if (!attendant)
    return -ENOMEM;
  Lane &lane = attendant->lane();
  Receiving receiving(header, control, flags);
  const int64_t result = attendant->perform(receiving, socket);
  if (receiving.brings_descriptors) {
    take_over(lane, header, control, flags);
    lane.release();
  }
  return result;
}

} // namespace

std::span<int> descriptors_in(const ControlMessage &message, std::span<std::byte> control) {
  const bool names_some = message.header.level == SOL_SOCKET &&
                          (message.header.type == SCM_RIGHTS || message.header.type == scm_pidfd);
  if (!names_some)
    return {};
  const std::span<std::byte> data = message.data(control);
  return {reinterpret_cast<int *>(data.data()), data.size() / sizeof(int)};
}

void close_all(std::span<const int> descriptors) {
  for (int fd : descriptors)
    raw_syscall(SYS_close, static_cast<uint64_t>(int64_t{fd}));
}

int64_t contained_recvmsg(Thread &thread, int socket, kernel_layout::msghdr &header,
                          std::span<std::byte> control, int flags) {
  // No descriptor arrives if the control buffer has no room for its number.
  const bool has_room = header.controllen >= sizeof(kernel_layout::cmsghdr) + sizeof(int);
  const kernel_layout::msghdr asked = header;
  // After a handler everything is looked at anew: it may have gone on in a child.
  while (has_room && thread.process().is_multi_threaded() && !has_fault(Fault::received_in_reach)) {
    const int64_t result = recvmsg_among_threads(thread, socket, header, control, flags);
    if (result != syscall_interrupted)
      return result;
    if (!thread.deliver_before_restart())
      return -EINTR;
    header = asked;
  }
  const int64_t result = thread.syscall(SYS_recvmsg, socket, &header, flags);
  return result < 0 || are_harmless(received_part(control, header)) ? result : -EACCES;
}

} // namespace wali::host
