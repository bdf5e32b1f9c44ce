#include "runners/host/containment/opening.h"

#include <fcntl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstdio>

#include "runners/host/containment/airlock.h"
#include "runners/host/containment/hidden.h"
#include "runners/host/containment/judgement.h"
#include "runners/host/containment/procfs.h"
#include "runners/host/mutants/faults.h"
#include "runners/host/running/process.h"
#include "runners/host/running/raw_syscall.h"

namespace wali::host {
namespace {

void close_descriptor(int64_t fd) { raw_syscall(SYS_close, static_cast<uint64_t>(fd)); }

int64_t judged(int64_t fd) {
  if (fd < 0 || !reaches_process_memory(static_cast<int>(fd)))
    return fd;
  close_descriptor(fd);
  return -EACCES;
}

// Whether these flags rule out that the file gives access to memory. They do if the result
// can only be a handle, a new file, or a directory.
bool opens_no_memory(int flags) {
  constexpr int only_new = O_CREAT | O_EXCL, unnamed = O_TMPFILE & ~O_DIRECTORY;
  return (flags & (O_PATH | unnamed | O_DIRECTORY)) != 0 || (flags & only_new) == only_new;
}

class Opening final : public Errand {
public:
  Opening(const Thread &thread, KernelPointer path, int flags, int64_t mode)
      : guest(thread.id()),
        flags(flags),
        mode(mode),
        registers(Thread::registers(no_directory, path, flags, mode)) {}

  // Where a relative path starts if no directory is lent: AT_FDCWD or no_directory.
  static constexpr int no_directory = -1;
  int start = no_directory;

  // Returns 0 if the file is on the lane, which is then taken.
  int64_t run(Attendant &attendant, int lent) override {
    const int directory = lent == Attendant::nothing_lent ? start : lent;
    registers[0] = static_cast<uint64_t>(int64_t{directory});
    const int64_t opened = attendant.syscall(SYS_openat, registers);
    const int64_t fd = judged(opened < 0 ? opened : of_guest(attendant, opened));
    return fd < 0 ? fd : hand_over(attendant.lane(), static_cast<int>(fd));
  }

private:
  // /proc/thread-self leads the attendant to its own files. Opens the guest thread's in their
  // place.
  int64_t of_guest(Attendant &attendant, int64_t fd) const {
    char place[most_of_a_name];
    const std::string_view name = name_for_thread(guest, static_cast<int>(fd), place);
    if (name.empty())
      return fd;
    close_descriptor(fd);
    return attendant.syscall(SYS_openat,
                             Thread::registers(AT_FDCWD, raw_pointer(place), flags, mode));
  }

  static int64_t hand_over(Lane &lane, int fd) {
    lane.take();
    const int64_t result = lane.send_to_guest({&fd, 1});
    close_descriptor(fd);
    if (result < 0)
      lane.release();
    return result;
  }

  int guest; // the guest thread's id
  int flags;
  int64_t mode;
  std::array<uint64_t, 6> registers;
};

int64_t perform(Attendant &attendant, Opening &opening, int dirfd) {
  if (dirfd == AT_FDCWD) {
    opening.start = AT_FDCWD;
    return attendant.perform(opening, Attendant::nothing_lent);
  }
  opening.start = Opening::no_directory;
  const bool may_be_one = dirfd >= 0;
  const int64_t result = may_be_one ? attendant.perform(opening, dirfd) : -EBADF;
  // A path may need no directory.
  return result == -EBADF ? attendant.perform(opening, Attendant::nothing_lent) : result;
}

// Linux looks for a free number before it looks for the file. If none is left, it neither
// creates nor truncates a file. Errors of the arguments still come first.
int64_t refuse_without_room(Thread &thread, int dirfd, KernelPointer path, int flags,
                            int64_t mode) {
  if (thread.process().lane.has_room())
    return 0;
  const int64_t handle = thread.syscall(SYS_openat, dirfd, path, flags | O_PATH | O_CLOEXEC, mode);
  if (handle < 0)
    return handle;
  close_descriptor(handle); // there is room by now
  return 0;
}

// Opens once. Returns syscall_interrupted if a handler is due that may be followed by another
// try. Handlers do not run here: one may end the attendant, or go on in a child.
int64_t open_by_attendant(Thread &thread, int dirfd, KernelPointer path, int flags, int64_t mode) {
  if (!thread.process().lane.is_open())
    return -EMFILE;
  Attendant *attendant = Attendant::of(thread);
  if (!attendant)
    return -ENOMEM;
  Lane &lane = attendant->lane();
  Opening opening(thread, path, flags, mode);
  if (const int64_t result = perform(*attendant, opening, dirfd); result != 0)
    return result;
  int fd = -1;
  const bool has_room = lane.receive_at_guest({&fd, 1}, (flags & O_CLOEXEC) != 0) == 1;
  lane.release();
  return has_room ? fd : -EMFILE;
}

// /proc/thread-self/fd names the guest thread's descriptors, which the attendant does not
// have. So if the attendant found nothing, the guest thread opens a handle, and that is opened
// again. The handle is out of the way of other threads, which may replace what they guess.
int64_t open_by_handle(Thread &thread, int dirfd, KernelPointer path, int flags, int64_t mode) {
  const int64_t opened = thread.syscall(SYS_openat, dirfd, path,
                                        O_PATH | O_CLOEXEC | (flags & O_NOFOLLOW), int64_t{0});
  const int64_t handle = opened < 0 ? opened : move_out_of_the_way(static_cast<int>(opened));
  if (handle < 0)
    return -ENOENT;
  char name[64];
  snprintf(name, sizeof name, "/proc/self/task/%d/fd/%d", thread.id(), static_cast<int>(handle));
  const int64_t result =
      contained_openat(thread, AT_FDCWD, KernelPointer::to_own(name), flags & ~O_NOFOLLOW, mode);
  close_descriptor(handle);
  return result;
}

int64_t openat_among_threads(Thread &thread, int dirfd, KernelPointer path, int flags,
                             int64_t mode) {
  if (const int64_t error = refuse_without_room(thread, dirfd, path, flags, mode); error < 0)
    return error;
  const int64_t result = open_by_attendant(thread, dirfd, path, flags, mode);
  return result == -ENOENT ? open_by_handle(thread, dirfd, path, flags, mode) : result;
}

// A fault of the host (mutants/): it judges a file that other threads can name already.
bool judges_late(int flags) {
  return has_fault(Fault::opened_in_reach) ||
         (has_fault(Fault::created_in_reach) && (flags & O_CREAT) != 0);
}

} // namespace

int64_t contained_openat(Thread &thread, int dirfd, KernelPointer path, int flags, int64_t mode) {
  // After a handler everything is looked at anew: it may have gone on in a child.
  while (thread.process().is_multi_threaded() && !opens_no_memory(flags) && !judges_late(flags)) {
    const int64_t result = openat_among_threads(thread, dirfd, path, flags, mode);
    if (result != syscall_interrupted)
      return result;
    if (!thread.deliver_before_restart())
      return -EINTR;
  }
  const int64_t fd = thread.syscall(SYS_openat, dirfd, path, flags, mode);
  return opens_no_memory(flags) ? fd : judged(fd);
}

} // namespace wali::host
