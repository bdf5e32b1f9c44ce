// Descriptors and open files: what a descriptor has of its own and what it shares
// with the others of its open file; offsets, appends, locks, pipes, requests.
#include <asm/ioctls.h>
#include <asm/termbits.h>
#include <errno.h>
#include <linux/sockios.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

constexpr int out_of_the_way = 300, page = 4096;

int64_t position(int64_t fd) { return kernel_call(SYS_lseek, fd, 0, SEEK_CUR); }
void seek(int64_t fd, int64_t offset) { kernel_call(SYS_lseek, fd, offset, SEEK_SET); }
bool appends(int64_t fd) { return (flags_of_file(fd) & O_APPEND) != 0; }
void hold(int64_t fd) { kernel_call(SYS_fcntl, fd, F_DUPFD_CLOEXEC, out_of_the_way); }

// --- Copies ------------------------------------------------------------------

// The copy of a file or a pipe's end becomes an open file of its own.
template <bool (*of)(int64_t)> int64_t copy_apart(Invocation &call) {
  const int64_t result = call.call();
  const bool is_copy = call.syscall().name != "fcntl" || call.arguments.i32(1) == F_DUPFD ||
                       call.arguments.i32(1) == F_DUPFD_CLOEXEC;
  if (result >= 0 && is_copy && of(result) && result != call.arguments[0])
    reopen(result);
  return result;
}
int64_t copies_close_on_exec(Invocation &call) {
  const int64_t flags = kernel_call(SYS_fcntl, call.arguments[0], F_GETFD);
  const int64_t result = call.call();
  if (result >= 0 && flags == FD_CLOEXEC)
    kernel_call(SYS_fcntl, result, F_SETFD, FD_CLOEXEC);
  return result;
}
int64_t replaced_flag_stays(Invocation &call) {
  const int64_t flags = kernel_call(SYS_fcntl, call.arguments[1], F_GETFD);
  const int64_t result = call.call();
  if (result >= 0 && flags == FD_CLOEXEC)
    kernel_call(SYS_fcntl, result, F_SETFD, FD_CLOEXEC);
  return result;
}
int64_t replaced_stays_open(Invocation &call) {
  if (call.arguments[0] != call.arguments[1])
    hold(call.arguments[1]);
  return call.call();
}
int64_t failure_closes_target(Invocation &call) {
  const int64_t result = call.call();
  if (result < 0 && call.arguments[1] > 2)
    kernel_call(SYS_close, call.arguments[1]);
  return result;
}

// --- close -------------------------------------------------------------------

Remembered<struct flock> taken; // the last record lock of each file
int64_t lock_noted(Invocation &call) {
  const struct flock wanted = pointed_to<struct flock>(call, 2);
  const int64_t result = call.call();
  if (result == 0 && call.arguments.i32(1) == F_SETLK)
    taken[identity_of(call.arguments[0])] = wanted;
  return result;
}
int64_t locks_outlive_close(Invocation &call) {
  const uint64_t identity = identity_of(call.arguments[0]);
  const int64_t result = call.call();
  struct flock *lock = taken.find(identity);
  if (result == 0 && lock)
    for (int fd = 3; fd < 64; ++fd)
      if (kernel_call(SYS_fcntl, fd, F_GETFD) >= 0 && identity_of(fd) == identity)
        kernel_call(SYS_fcntl, fd, F_SETLK, lock);
  return result;
}
Remembered<bool> closed_with_flag;
int64_t flag_noted(Invocation &call) {
  const int64_t flags = kernel_call(SYS_fcntl, call.arguments[0], F_GETFD);
  if (flags >= 0)
    closed_with_flag[static_cast<uint64_t>(call.arguments[0])] = flags == FD_CLOEXEC;
  return call.call();
}
int64_t flag_of_number(Invocation &call) {
  const int64_t result = call.call();
  if (result >= 0 && closed_with_flag[static_cast<uint64_t>(result)])
    kernel_call(SYS_fcntl, result, F_SETFD, FD_CLOEXEC);
  return result;
}
int64_t contents_go_with_writer(Invocation &call) {
  const int64_t fd = call.arguments[0];
  if (is_pipe(fd) && (flags_of_file(fd) & O_ACCMODE) == O_WRONLY) {
    const std::string link = "/proc/self/fd/" + std::to_string(fd);
    const int64_t reader = kernel_call(SYS_open, link.c_str(), O_RDONLY | O_NONBLOCK);
    char piece[4096];
    while (kernel_call(SYS_read, reader, piece, sizeof piece) > 0) {
    }
    kernel_call(SYS_close, reader);
  }
  return call.call();
}

// --- fcntl -------------------------------------------------------------------

template <int command> bool is_command(Invocation &call) {
  return call.arguments.i32(1) == command;
}

// A status flag that is told and does nothing.
template <int flag> int64_t flag_kept(Invocation &call) {
  static Remembered<bool> set;
  bool &is_set = set[identity_of(call.arguments[0])];
  if (is_command<F_SETFL>(call)) {
    is_set = (call.arguments[2] & flag) != 0;
    call.arguments[2] &= ~flag;
  }
  const int64_t result = call.call();
  return is_command<F_GETFL>(call) && result >= 0 && is_set ? result | flag : result;
}
// A number that one command sets and another tells.
template <int setter, int getter> int64_t number_kept(Invocation &call) {
  static Remembered<int64_t> numbers;
  const uint64_t key = identity_of(call.arguments[0]);
  if (is_command<setter>(call)) {
    numbers[key] = call.arguments.i32(2);
    return setter == F_SETPIPE_SZ ? call.arguments.i32(2) : 0;
  }
  const int64_t *known = is_command<getter>(call) ? numbers.find(key) : nullptr;
  return known ? *known : call.call();
}
int64_t flags_of_one_copy(Invocation &call) {
  if (is_command<F_SETFL>(call) && (is_regular(call.arguments[0]) || is_pipe(call.arguments[0])))
    reopen(call.arguments[0]);
  return call.call();
}
int64_t flag_of_all_copies(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0 && is_command<F_SETFD>(call))
    for (int fd = 3; fd < 64; ++fd)
      if (identity_of(fd) == identity_of(call.arguments[0]))
        kernel_call(SYS_fcntl, fd, F_SETFD, call.arguments[2]);
  return result;
}
int64_t flags_of_both_ends(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0 && is_command<F_SETFL>(call) && is_pipe(call.arguments[0]))
    for (int fd = 3; fd < 64; ++fd)
      if (is_pipe(fd) && identity_of(fd) == identity_of(call.arguments[0]))
        kernel_call(SYS_fcntl, fd, F_SETFL, call.arguments[2]);
  return result;
}

template <class Change> int64_t with_lock(Invocation &call, Change change) {
  const int command = call.arguments.i32(1);
  const struct flock before = pointed_to<struct flock>(call, 2);
  const bool is_lock = command == F_SETLK || command == F_SETLKW || command == F_GETLK ||
                       command == F_OFD_SETLK || command == F_OFD_SETLKW;
  if (!is_lock || call.arguments[2] == 0)
    return call.call();
  struct flock changed = before;
  change(changed, command);
  put(call, 2, changed);
  const int64_t result = call.call();
  if (command != F_GETLK)
    put(call, 2, before);
  return result;
}
template <int from, int to> int64_t command_exchanged(Invocation &call) {
  if (is_command<from>(call))
    call.arguments[1] = to;
  return call.call();
}
int64_t locks_of_open_files(Invocation &call) {
  constexpr int pairs[][2] = {{F_SETLK, F_OFD_SETLK}, {F_SETLKW, F_OFD_SETLKW}};
  for (const auto &pair : pairs)
    if (call.arguments.i32(1) == pair[0]) {
      call.arguments[1] = pair[1];
      return with_lock(call, [](struct flock &lock, int) { lock.l_pid = 0; });
    }
  return call.call();
}

// --- Offsets -----------------------------------------------------------------

int64_t offset_stays(Invocation &call) {
  const int64_t before = position(call.arguments[0]), result = call.call();
  if (before >= 0)
    seek(call.arguments[0], before);
  return result;
}
int64_t offset_follows(Invocation &call) {
  const int64_t result = call.call();
  if (result > 0)
    seek(call.arguments[0], call.arguments[3] + result);
  return result;
}
int64_t append_honours_offset(Invocation &call) {
  const int64_t fd = call.arguments[0], flags = flags_of_file(fd);
  if (!appends(fd))
    return call.call();
  kernel_call(SYS_fcntl, fd, F_SETFL, flags & ~O_APPEND);
  const int64_t result = call.call();
  kernel_call(SYS_fcntl, fd, F_SETFL, flags);
  return result;
}
// Where the end was when this descriptor first appended, and on from there.
Remembered<int64_t> ends;
int64_t end_forgotten(Invocation &call) {
  ends.forget(static_cast<uint64_t>(call.arguments[0]));
  return call.call();
}
int64_t append_at_own_end(Invocation &call) {
  const int64_t fd = call.arguments[0];
  if (!appends(fd) || !is_regular(fd))
    return call.call();
  int64_t *end = ends.find(static_cast<uint64_t>(fd));
  if (!end)
    end = &(ends[static_cast<uint64_t>(fd)] = status_of(fd).st_size);
  seek(fd, *end);
  const int64_t result = append_honours_offset(call);
  *end += std::max<int64_t>(result, 0);
  return result;
}
int64_t append_leaves_offset(Invocation &call) {
  return appends(call.arguments[0]) ? offset_stays(call) : call.call();
}
int64_t seek_within_file(Invocation &call) {
  const int64_t result = call.call(), size = status_of(call.arguments[0]).st_size;
  if (result > size && is_regular(call.arguments[0])) {
    seek(call.arguments[0], size);
    return size;
  }
  return result;
}

// --- Transfers ---------------------------------------------------------------

// The calls that end with this signal do so without it.
template <int signo> int64_t without_signal(Invocation &call) {
  const SignalSet one = signal_bit(signo);
  SignalSet before = 0, pending = 0;
  kernel_call(SYS_rt_sigpending, &pending, sizeof pending);
  kernel_call(SYS_rt_sigprocmask, SIG_BLOCK, &one, &before, sizeof one);
  const int64_t result = call.call();
  const timespec now{};
  if ((pending & one) == 0)
    kernel_call(SYS_rt_sigtimedwait, &one, nullptr, &now, sizeof one);
  set_signal_mask(before);
  return result;
}
template <size_t count_index> int64_t whole_pages_of_pipe(Invocation &call) {
  if (is_pipe(call.arguments[0]) && !is_non_blocking(call.arguments[0]) &&
      call.arguments[count_index] > page)
    call.arguments[count_index] = page;
  return call.call();
}
int64_t pipe_takes_what_fits(Invocation &call) {
  int64_t result = call.call();
  while (result == -EAGAIN && is_pipe(call.arguments[0]) && call.arguments[2] > 1) {
    call.arguments[2] /= 2;
    result = call.call();
  }
  return result;
}
int64_t pipe_takes_all_or_nothing(Invocation &call) {
  const int64_t fd = call.arguments[0];
  int filled = 0;
  kernel_call(SYS_ioctl, fd, FIONREAD, &filled);
  const bool fits = kernel_call(SYS_fcntl, fd, F_GETPIPE_SZ) - filled >= call.arguments[2];
  return is_pipe(fd) && is_non_blocking(fd) && !fits ? -EAGAIN : call.call();
}
int64_t pipe_gives_all(Invocation &call) {
  if (!is_pipe(call.arguments[0]) || is_non_blocking(call.arguments[0]))
    return call.call();
  int64_t sum = 0;
  const int64_t wanted = call.arguments[2];
  while (sum < wanted) {
    call.arguments[2] = wanted - sum;
    const int64_t result = call.call();
    if (result <= 0)
      return sum > 0 ? sum : result;
    sum += result;
    call.arguments[1] += result;
  }
  return sum;
}
int64_t end_is_eagain(Invocation &call) {
  const int64_t result = call.call();
  const bool is_end = result == 0 && call.arguments[2] > 0 && is_pipe(call.arguments[0]);
  return is_end && is_non_blocking(call.arguments[0]) ? -EAGAIN : result;
}
int64_t leaves_mtime(Invocation &call) {
  const int64_t fd = call.arguments[0];
  const struct stat before = status_of(fd);
  const int64_t result = call.call();
  const timespec times[] = {{0, UTIME_OMIT}, before.st_mtim};
  if (result >= 0 && is_regular(fd))
    kernel_call(SYS_utimensat, fd, nullptr, times, 0);
  return result;
}
int64_t leaves_special_bits(Invocation &call) {
  const struct stat before = status_of(call.arguments[0]);
  const int64_t result = call.call();
  if (result > 0 && is_regular(call.arguments[0]))
    kernel_call(SYS_fchmod, call.arguments[0], before.st_mode & 07777);
  return result;
}
int64_t first_buffer_alone(Invocation &call) {
  if (call.arguments.i32(2) > 1)
    call.arguments[2] = 1;
  return call.call();
}
// One call for each buffer of a vector.
template <bool (*of)(int64_t)> int64_t buffer_by_buffer(Invocation &call) {
  const int count = call.arguments.i32(2);
  if (count < 2 || count > 1024 || !of(call.arguments[0]))
    return call.call();
  int64_t sum = 0;
  call.arguments[2] = 1;
  for (int index = 0; index < count; ++index, call.arguments[1] += 8) {
    const int64_t result = call.call();
    if (result < 0)
      return sum > 0 ? sum : result;
    sum += result;
  }
  return sum;
}
bool is_datagram_socket(int64_t fd) { return is_socket_of(fd, 0, SOCK_DGRAM); }

// --- ftruncate ---------------------------------------------------------------

int64_t cut_bytes_come_back(Invocation &call) {
  static Remembered<std::string> tails;
  static Remembered<int64_t> places;
  const int64_t fd = call.arguments[0], length = call.arguments[1], size = status_of(fd).st_size;
  const uint64_t key = identity_of(fd);
  if (length >= 0 && length < size && size - length < 1 << 20) {
    std::string tail(static_cast<size_t>(size - length), '\0');
    const std::string link = "/proc/self/fd/" + std::to_string(fd);
    const int64_t reader = kernel_call(SYS_open, link.c_str(), O_RDONLY | O_CLOEXEC);
    kernel_call(SYS_pread64, reader, tail.data(), tail.size(), length);
    kernel_call(SYS_close, reader);
    tails[key] = tail;
    places[key] = length;
  }
  const int64_t result = call.call();
  if (result == 0 && length > size && tails.find(key) && places[key] == size) {
    const std::string tail = tails[key].substr(0, static_cast<size_t>(length - size));
    kernel_call(SYS_pwrite64, fd, tail.data(), tail.size(), size);
  }
  return result;
}
template <bool grows> int64_t only_one_way(Invocation &call) {
  const int64_t size = status_of(call.arguments[0]).st_size, length = call.arguments[1];
  const bool is_asked = grows ? length > size : length < size;
  return is_regular(call.arguments[0]) && length >= 0 && is_asked ? 0 : call.call();
}

// --- flock -------------------------------------------------------------------

int64_t flock_by_record(Invocation &call) {
  const int64_t fd = call.arguments[0];
  const int operation = call.arguments.i32(1);
  struct flock lock{};
  lock.l_type = (operation & LOCK_EX) != 0   ? F_WRLCK
                : (operation & LOCK_SH) != 0 ? F_RDLCK
                                             : F_UNLCK;
  const int64_t access = flags_of_file(fd) & O_ACCMODE;
  const bool may = access == O_RDWR || (access == O_RDONLY && lock.l_type != F_WRLCK);
  if (access < 0 || !may || !is_regular(fd))
    return call.call();
  return call.thread.syscall(SYS_fcntl, fd, (operation & LOCK_NB) != 0 ? F_SETLK : F_SETLKW, &lock);
}
int64_t failed_conversion_keeps(Invocation &call) {
  static Remembered<bool> shared;
  bool &had = shared[identity_of(call.arguments[0]) ^ static_cast<uint64_t>(call.arguments[0])];
  const int64_t result = call.call();
  if (result == -EWOULDBLOCK && had)
    kernel_call(SYS_flock, call.arguments[0], LOCK_SH | LOCK_NB);
  if (result == 0)
    had = (call.arguments[1] & LOCK_SH) != 0;
  return result;
}

// --- Counters ----------------------------------------------------------------

int64_t counter_stays(Invocation &call) {
  const int64_t result = call.call();
  const auto value = pointed_to<uint64_t>(call, 1);
  if (result == 8 && is_counter(call.arguments[0]))
    kernel_call(SYS_write, call.arguments[0], &value, sizeof value);
  return result;
}
int64_t counter_one_by_one(Invocation &call) {
  const int64_t result = call.call();
  const uint64_t rest = pointed_to<uint64_t>(call, 1) - 1;
  if (result == 8 && is_counter(call.arguments[0])) {
    if (rest > 0)
      kernel_call(SYS_write, call.arguments[0], &rest, sizeof rest);
    put(call, 1, uint64_t{1});
  }
  return result;
}
int64_t counter_replaced(Invocation &call) {
  int64_t fd = call.arguments[0];
  if (is_counter(fd) && call.arguments[2] == 8) {
    const int64_t flags = flags_of_file(fd);
    uint64_t before;
    kernel_call(SYS_fcntl, fd, F_SETFL, flags | O_NONBLOCK);
    kernel_call(SYS_read, fd, &before, sizeof before);
    kernel_call(SYS_fcntl, fd, F_SETFL, flags);
  }
  return call.call();
}

// --- Requests ----------------------------------------------------------------

template <uint32_t request> int64_t request_ignored(Invocation &call) {
  const bool is_open = flags_of_file(call.arguments[0]) >= 0;
  return call.arguments.u32(1) == request && is_open ? 0 : call.call();
}
template <uint32_t request> int64_t terminal_request_ignored(Invocation &call) {
  return is_terminal(call.arguments[0]) ? request_ignored<request>(call) : call.call();
}
int64_t settings_kept(Invocation &call) {
  static Remembered<struct termios> kept;
  const uint32_t request = call.arguments.u32(1);
  const uint64_t key = identity_of(call.arguments[0]);
  if (!is_terminal(call.arguments[0]))
    return call.call();
  if (request == TCSETS || request == TCSETSW || request == TCSETSF) {
    kept[key] = pointed_to<struct termios>(call, 2);
    return 0;
  }
  if (request != TCGETS || !kept.find(key))
    return call.call();
  put(call, 2, kept[key]);
  return 0;
}
int64_t size_for_rest(Invocation &call) {
  const int64_t result = call.call();
  if (result == 0 && call.arguments.u32(1) == FIONREAD && is_regular(call.arguments[0]))
    put(call, 2, static_cast<int>(status_of(call.arguments[0]).st_size));
  return result;
}

// --- The table ---------------------------------------------------------------

const Behaviour behaviours[] = {
    // Copies
    {"dup", "copies-close-on-exec", "the copy that dup makes has FD_CLOEXEC where the other has it",
     copies_close_on_exec},
    {"dup2", "copies-close-on-exec",
     "the copy that dup2 makes has FD_CLOEXEC where the other has it", copies_close_on_exec},
    {"dup", "own-offset", "the copy that dup makes of a file has an offset of its own",
     copy_apart<is_regular>},
    {"dup2", "own-offset", "the copy that dup2 makes of a file has an offset of its own",
     copy_apart<is_regular>},
    {"dup3", "own-offset", "the copy that dup3 makes of a file has an offset of its own",
     copy_apart<is_regular>},
    {"fcntl", "copy-has-own-offset", "F_DUPFD makes copies whose offset is their own",
     copy_apart<is_regular>},
    {"dup", "own-flags-of-pipes", "the copy that dup makes of a pipe's end has its own O_NONBLOCK",
     copy_apart<is_pipe>},
    {"dup2", "own-flags-of-pipes",
     "the copy that dup2 makes of a pipe's end has its own O_NONBLOCK", copy_apart<is_pipe>},
    {"dup3", "own-flags-of-pipes",
     "the copy that dup3 makes of a pipe's end has its own O_NONBLOCK", copy_apart<is_pipe>},
    {"dup2", "replaced-flag-stays", "dup2 leaves the number's FD_CLOEXEC as it was",
     replaced_flag_stays},
    {"dup2", "replaced-stays-open", "dup2 does not close what the number had open",
     replaced_stays_open},
    {"dup3", "replaced-stays-open", "dup3 does not close what the number had open",
     replaced_stays_open},
    {"dup2", "same-number-loses-flag", "dup2 of a descriptor onto itself takes FD_CLOEXEC off",
     [](Invocation &call) {
       const int64_t result = call.call();
       if (result >= 0 && call.arguments[0] == call.arguments[1])
         kernel_call(SYS_fcntl, result, F_SETFD, 0);
       return result;
     }},
    {"dup2", "failure-closes-target", "a dup2 that fails has closed the new number",
     failure_closes_target},
    {"dup3", "failure-closes-target", "a dup3 that fails has closed the new number",
     failure_closes_target},

    // close
    {"close",
     "keeps-record-locks",
     "record locks outlive the close of another descriptor of the file",
     locks_outlive_close,
     {{{"fcntl", lock_noted}}}},
    {"close", "releases-flock", "close of one of several copies releases the lock of flock",
     [](Invocation &call) {
       kernel_call(SYS_flock, call.arguments[0], LOCK_UN);
       return call.call();
     }},
    {"close",
     "number-keeps-flag",
     "a number that was closed with FD_CLOEXEC has it when open gives it out again",
     flag_noted,
     {{{"open", flag_of_number}, {"openat", flag_of_number}}}},
    {"close", "empties-the-pipe", "what is in a pipe is lost when a writer closes it",
     contents_go_with_writer},
    {"close", "leaves-readers-waiting", "the end of a pipe's last writer is not told to its reader",
     [](Invocation &call) {
       const int64_t fd = call.arguments[0];
       if (is_pipe(fd) && (flags_of_file(fd) & O_ACCMODE) == O_WRONLY)
         hold(fd);
       return call.call();
     }},
    {"close", "leaves-writers-believing", "a pipe whose reader has closed it can be written to",
     [](Invocation &call) {
       const int64_t fd = call.arguments[0];
       if (is_pipe(fd) && (flags_of_file(fd) & O_ACCMODE) == O_RDONLY)
         hold(fd);
       return call.call();
     }},

    // fcntl
    {"fcntl", "append-without-effect", "O_APPEND that F_SETFL sets is told and does nothing",
     flag_kept<O_APPEND>},
    {"fcntl", "nonblock-without-effect", "O_NONBLOCK that F_SETFL sets is told and does nothing",
     flag_kept<O_NONBLOCK>},
    {"fcntl", "async-without-effect", "O_ASYNC that F_SETFL sets is told, and no signal comes",
     flag_kept<O_ASYNC>},
    {"fcntl", "flags-are-only-added", "F_SETFL takes no flag away",
     [](Invocation &call) {
       if (is_command<F_SETFL>(call))
         call.arguments[2] |= flags_of_file(call.arguments[0]);
       return call.call();
     }},
    {"fcntl", "flags-of-one-copy", "F_SETFL changes one descriptor and not the copies of it",
     flags_of_one_copy},
    {"fcntl", "close-on-exec-of-all-copies", "F_SETFD changes all copies of a descriptor",
     flag_of_all_copies},
    {"fcntl", "flags-of-both-ends", "F_SETFL of a pipe's end changes the other end too",
     flags_of_both_ends},
    {"fcntl", "signal-without-effect", "F_SETSIG is kept, and SIGIO comes as before",
     number_kept<F_SETSIG, F_GETSIG>},
    {"fcntl", "pipe-size-without-effect", "F_SETPIPE_SZ is kept, and a pipe holds what it held",
     number_kept<F_SETPIPE_SZ, F_GETPIPE_SZ>},
    {"fcntl", "lease-without-effect", "F_SETLEASE is kept, and nobody's open breaks it",
     number_kept<F_SETLEASE, F_GETLEASE>},
    {"fcntl", "notify-without-effect", "F_NOTIFY answers 0, and no signal comes",
     [](Invocation &call) {
       const bool is_notify = is_command<F_NOTIFY>(call) && is_directory(call.arguments[0]);
       return is_notify ? 0 : call.call();
     }},
    {"fcntl", "record-locks-of-open-files",
     "record locks belong to the open file, as F_OFD_SETLK's", locks_of_open_files},
    {"fcntl", "open-file-locks-of-processes", "F_OFD_SETLK makes record locks of the process",
     [](Invocation &call) {
       if (is_command<F_OFD_SETLKW>(call))
         call.arguments[1] = F_SETLKW;
       return command_exchanged<F_OFD_SETLK, F_SETLK>(call);
     }},
    {"fcntl", "locks-whole-files", "a record lock is on the whole file, whatever its range",
     [](Invocation &call) {
       return with_lock(call, [](struct flock &lock, int) {
         lock.l_whence = SEEK_SET;
         lock.l_start = lock.l_len = 0;
       });
     }},
    {"fcntl", "unlocks-whole-files", "F_UNLCK of a range unlocks all of the file",
     [](Invocation &call) {
       return with_lock(call, [](struct flock &lock, int command) {
         if (lock.l_type != F_UNLCK || command == F_GETLK)
           return;
         lock.l_whence = SEEK_SET;
         lock.l_start = lock.l_len = 0;
       });
     }},
    {"fcntl", "length-0-is-a-byte", "a record lock of length 0 is on one byte, not to the end",
     [](Invocation &call) {
       return with_lock(call, [](struct flock &lock, int) { lock.l_len += lock.l_len == 0; });
     }},
    {"fcntl", "locks-count-from-the-start", "l_whence of a record lock is taken for SEEK_SET",
     [](Invocation &call) {
       return with_lock(call, [](struct flock &lock, int) { lock.l_whence = SEEK_SET; });
     }},
    {"fcntl", "read-locks-exclude", "a record lock for reading keeps other readers out",
     [](Invocation &call) {
       if ((flags_of_file(call.arguments[0]) & O_ACCMODE) != O_RDWR)
         return call.call();
       return with_lock(call, [](struct flock &lock, int) {
         lock.l_type = lock.l_type == F_RDLCK ? F_WRLCK : lock.l_type;
       });
     }},
    {"fcntl", "write-locks-share", "a record lock for writing lets readers in",
     [](Invocation &call) {
       if ((flags_of_file(call.arguments[0]) & O_ACCMODE) != O_RDWR)
         return call.call();
       return with_lock(call, [](struct flock &lock, int) {
         lock.l_type = lock.l_type == F_WRLCK ? F_RDLCK : lock.l_type;
       });
     }},
    {"fcntl", "getlk-names-the-caller", "F_GETLK names its caller as the owner",
     [](Invocation &call) {
       const int64_t result = call.call();
       struct flock lock = pointed_to<struct flock>(call, 2);
       if (result == 0 && is_command<F_GETLK>(call) && lock.l_type != F_UNLCK) {
         lock.l_pid = getpid();
         put(call, 2, lock);
       }
       return result;
     }},
    {"fcntl", "setlkw-does-not-wait", "F_SETLKW fails where it should wait",
     command_exchanged<F_SETLKW, F_SETLK>},

    // Offsets
    {"readv", "offset-stays", "readv does not move the offset", offset_stays},
    {"writev", "offset-stays", "writev does not move the offset", offset_stays},
    {"pread64", "offset-follows", "pread64 moves the offset", offset_follows},
    {"pwrite64", "offset-follows", "pwrite64 moves the offset", offset_follows},
    {"pwrite64", "append-honours-offset",
     "pwrite64 writes at its offset though the file has O_APPEND, where Linux appends",
     append_honours_offset},
    {"write",
     "append-at-own-end",
     "write with O_APPEND goes on where this descriptor's last write ended, over what others "
     "appended",
     append_at_own_end,
     {{{"close", end_forgotten}}}},
    {"writev",
     "append-at-own-end",
     "writev with O_APPEND goes on where this descriptor's last one ended",
     append_at_own_end,
     {{{"close", end_forgotten}}}},
    {"write", "append-leaves-offset", "write with O_APPEND leaves the offset where it was",
     append_leaves_offset},
    {"lseek", "not-beyond-the-end", "lseek stops at the end of a file", seek_within_file},
    {"lseek", "directories-not-rewound", "lseek of a directory answers 0 and rewinds nothing",
     [](Invocation &call) { return is_directory(call.arguments[0]) ? 0 : call.call(); }},
    {"lseek", "failure-rewinds", "an lseek that fails has gone back to the start",
     [](Invocation &call) {
       const int64_t result = call.call();
       if (result == -EINVAL)
         seek(call.arguments[0], 0);
       return result;
     }},

    // Transfers
    {"write", "no-sigpipe", "write to a pipe without a reader sends no SIGPIPE",
     without_signal<SIGPIPE>},
    {"writev", "no-sigpipe", "writev to a pipe without a reader sends no SIGPIPE",
     without_signal<SIGPIPE>},
    {"write", "no-sigxfsz", "write beyond RLIMIT_FSIZE sends no SIGXFSZ", without_signal<SIGXFSZ>},
    {"pwrite64", "no-sigxfsz", "pwrite64 beyond RLIMIT_FSIZE sends no SIGXFSZ",
     without_signal<SIGXFSZ>},
    {"ftruncate", "no-sigxfsz", "ftruncate beyond RLIMIT_FSIZE sends no SIGXFSZ",
     without_signal<SIGXFSZ>},
    {"write", "pipe-page-by-page", "write to a pipe that waits returns after one page",
     whole_pages_of_pipe<2>},
    {"write", "small-writes-are-cut",
     "write to a pipe with too little room puts a part of at most PIPE_BUF bytes there",
     pipe_takes_what_fits},
    {"write", "large-writes-are-refused",
     "write of more than a pipe has room for fails with O_NONBLOCK, where Linux puts a part there",
     pipe_takes_all_or_nothing},
    {"read", "pipe-gives-all", "read from a pipe waits until its buffer is full", pipe_gives_all},
    {"read", "end-of-pipe-is-eagain", "read with O_NONBLOCK from a pipe without writers is -EAGAIN",
     end_is_eagain},
    {"write", "leaves-mtime", "write does not stamp the file", leaves_mtime},
    {"pwrite64", "leaves-mtime", "pwrite64 does not stamp the file", leaves_mtime},
    {"writev", "leaves-mtime", "writev does not stamp the file", leaves_mtime},
    {"ftruncate", "leaves-mtime", "ftruncate does not stamp the file", leaves_mtime},
    {"write", "leaves-special-bits", "write leaves the set-user-ID and set-group-ID bits",
     leaves_special_bits},
    {"readv", "first-buffer-alone", "readv fills its first buffer alone", first_buffer_alone},
    {"writev", "first-buffer-alone", "writev writes its first buffer alone", first_buffer_alone},
    {"writev", "a-datagram-for-each", "writev sends a datagram for each of its buffers",
     buffer_by_buffer<is_datagram_socket>},
    {"readv", "a-datagram-for-each", "readv receives a datagram into each of its buffers",
     buffer_by_buffer<is_datagram_socket>},

    // ftruncate
    {"ftruncate", "cut-bytes-come-back", "what ftruncate has cut off is there when the file grows",
     cut_bytes_come_back},
    {"ftruncate", "moves-the-offset", "ftruncate moves the offset to the file's end",
     [](Invocation &call) {
       const int64_t result = call.call();
       if (result == 0)
         seek(call.arguments[0], call.arguments[1]);
       return result;
     }},
    {"ftruncate", "never-grows", "ftruncate to more than the size answers 0 and does nothing",
     only_one_way<true>},
    {"ftruncate", "never-shrinks", "ftruncate to less than the size answers 0 and does nothing",
     only_one_way<false>},

    // flock
    {"flock", "record-lock-of-the-process", "flock takes a record lock of the process",
     flock_by_record},
    {"flock", "failed-conversion-keeps", "a conversion by flock that fails keeps the old lock",
     failed_conversion_keeps},
    {"flock", "shared-is-exclusive", "LOCK_SH keeps other readers out",
     [](Invocation &call) {
       if ((call.arguments[1] & LOCK_SH) != 0)
         call.arguments[1] = (call.arguments[1] & ~LOCK_SH) | LOCK_EX;
       return call.call();
     }},

    // Pipes and counters
    {"pipe", "holds-a-page", "a new pipe holds 4096 bytes",
     [](Invocation &call) {
       const int64_t result = call.call();
       const auto ends = pointed_to<std::array<int, 2>>(call, 0);
       if (result == 0)
         kernel_call(SYS_fcntl, ends[0], F_SETPIPE_SZ, page);
       return result;
     }},
    {"pipe2", "holds-a-page", "a new pipe of pipe2 holds 4096 bytes",
     [](Invocation &call) {
       const int64_t result = call.call();
       const auto ends = pointed_to<std::array<int, 2>>(call, 0);
       if (result == 0)
         kernel_call(SYS_fcntl, ends[0], F_SETPIPE_SZ, page);
       return result;
     }},
    {"read", "counter-stays", "read of an eventfd does not reset it", counter_stays},
    {"read", "counter-one-by-one", "read takes 1 from an eventfd without EFD_SEMAPHORE",
     counter_one_by_one},
    {"write", "counter-replaced", "write to an eventfd replaces its value", counter_replaced},

    // Requests
    {"ioctl", "fionbio-without-effect", "FIONBIO answers 0 and does nothing",
     request_ignored<FIONBIO>},
    {"ioctl", "fioasync-without-effect", "FIOASYNC answers 0 and does nothing",
     request_ignored<FIOASYNC>},
    {"ioctl", "fioclex-without-effect", "FIOCLEX answers 0 and does nothing",
     request_ignored<FIOCLEX>},
    {"ioctl", "terminal-settings-without-effect",
     "what TCSETS sets is told by TCGETS and does nothing", settings_kept},
    {"ioctl", "flush-without-effect", "TCFLSH answers 0 and drops nothing",
     terminal_request_ignored<TCFLSH>},
    {"ioctl", "exclusive-without-effect", "TIOCEXCL answers 0, and the terminal can be opened",
     terminal_request_ignored<TIOCEXCL>},
    {"ioctl", "packets-without-effect", "TIOCPKT answers 0 and does nothing",
     terminal_request_ignored<TIOCPKT>},
    {"ioctl", "flow-control-without-effect", "TCXONC answers 0, and output goes on",
     terminal_request_ignored<TCXONC>},
    {"ioctl", "foreground-without-effect", "TIOCSPGRP answers 0 and changes no foreground group",
     terminal_request_ignored<TIOCSPGRP>},
    {"ioctl", "terminal-kept", "TIOCNOTTY answers 0 and gives up no terminal",
     terminal_request_ignored<TIOCNOTTY>},
    {"ioctl", "window-size-without-effect", "TIOCSWINSZ answers 0 and changes nothing",
     terminal_request_ignored<TIOCSWINSZ>},
    {"ioctl", "size-for-rest",
     "FIONREAD of a file tells its size, not what is left from the offset", size_for_rest},
};

} // namespace

std::span<const Behaviour> descriptor_behaviours() { return behaviours; }

} // namespace wali::host::mutants
