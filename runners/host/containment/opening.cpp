#include "runners/host/containment/opening.h"

#include <fcntl.h>
#include <sys/syscall.h>

#include <cerrno>

#include "runners/host/containment/airlock.h"
#include "runners/host/containment/judgement.h"
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

// Whether the kernel itself sees to it that what is opened with these flags is no
// memory: a handle, a file that was not there before, or a directory.
bool opens_no_memory(int flags) {
  constexpr int only_new = O_CREAT | O_EXCL, unnamed = O_TMPFILE & ~O_DIRECTORY;
  return (flags & (O_PATH | unnamed | O_DIRECTORY)) != 0 || (flags & only_new) == only_new;
}

class Opening final : public Errand {
public:
  Opening(int dirfd, KernelPointer path, int flags, int64_t mode)
      : registers(Thread::registers(dirfd, path, flags, mode)) {}

  // The directory comes over the lane, which the guest thread has taken for it, or
  // is as it was given: AT_FDCWD, or none.
  bool brings_directory = false;
  void set_directory(int dirfd) { registers[0] = static_cast<uint64_t>(int64_t{dirfd}); }

  // 0: the file is on the lane, which is taken for it.
  int64_t run(Attendant &attendant) override {
    if (brings_directory && !fetch_directory(attendant.lane()))
      return -EMFILE;
    const int64_t fd = judged(attendant.syscall(SYS_openat, registers));
    if (brings_directory)
      close_descriptor(static_cast<int64_t>(registers[0]));
    return fd < 0 ? fd : hand_over(attendant.lane(), static_cast<int>(fd));
  }

private:
  bool fetch_directory(Lane &lane) {
    int directory = -1;
    const bool has_come = lane.receive_at_attendant({&directory, 1}) == 1;
    lane.release();
    set_directory(directory);
    return has_come;
  }

  static int64_t hand_over(Lane &lane, int fd) {
    lane.take();
    const int64_t result = lane.send_to_guest({&fd, 1});
    close_descriptor(fd);
    if (result < 0)
      lane.release();
    return result;
  }

  std::array<uint64_t, 6> registers;
};

// Sends the directory ahead, where there is one.
int64_t send_directory(Lane &lane, int dirfd, Opening &opening) {
  opening.brings_directory = false;
  opening.set_directory(dirfd);
  if (dirfd == AT_FDCWD)
    return 0;
  lane.take();
  const int64_t result = lane.send_to_attendant({&dirfd, 1});
  opening.brings_directory = result == 0;
  if (result == 0)
    return 0;
  lane.release();
  opening.set_directory(-1); // for a path that needs none
  return result == -EBADF ? 0 : result;
}

// Linux looks for a free number before it looks for the file: with none left
// nothing is created or emptied. An error of the arguments comes first even so.
int64_t refuse_without_room(Thread &thread, int dirfd, KernelPointer path, int flags,
                            int64_t mode) {
  const int64_t probe = raw_syscall(SYS_openat, static_cast<uint64_t>(int64_t{AT_FDCWD}),
                                    raw_pointer("/"), O_PATH | O_CLOEXEC);
  if (probe >= 0)
    close_descriptor(probe);
  if (probe != -EMFILE)
    return 0;
  const int64_t handle = thread.syscall(SYS_openat, dirfd, path, flags | O_PATH | O_CLOEXEC, mode);
  if (handle < 0)
    return handle;
  close_descriptor(handle); // there is room by now
  return 0;
}

int64_t openat_among_threads(Thread &thread, int dirfd, KernelPointer path, int flags,
                             int64_t mode) {
  if (const int64_t error = refuse_without_room(thread, dirfd, path, flags, mode); error < 0)
    return error;
  Attendant *attendant = Attendant::of(thread);
  if (!attendant)
    return -ENOMEM;
  Lane &lane = attendant->lane();
  Opening opening(dirfd, path, flags, mode);
  int64_t result;
  do {
    result = send_directory(lane, dirfd, opening);
    if (result == 0)
      result = attendant->perform(opening);
  } while (result == syscall_interrupted && thread.deliver_before_restart());
  if (result == syscall_interrupted)
    return -EINTR;
  if (result < 0)
    return result;
  int fd = -1;
  const bool has_room = lane.receive_at_guest({&fd, 1}, (flags & O_CLOEXEC) != 0) == 1;
  lane.release();
  return has_room ? fd : -EMFILE;
}

} // namespace

int64_t contained_openat(Thread &thread, int dirfd, KernelPointer path, int flags, int64_t mode) {
  if (thread.process().is_multi_threaded() && !opens_no_memory(flags))
    return openat_among_threads(thread, dirfd, path, flags, mode);
  const int64_t fd = thread.syscall(SYS_openat, dirfd, path, flags, mode);
  return opens_no_memory(flags) ? fd : judged(fd);
}

} // namespace wali::host
