#include "runners/host/containment/airlock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <linux/futex.h>
#include <sched.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <climits>
#include <cstring>
#include <iterator>
#include <utility>

#include "runners/host/containment/hidden.h"
#include "runners/host/running/process.h"
#include "runners/host/running/raw_syscall.h"

namespace wali::host {
namespace {

// A yield that takes longer has let others go first than the attendant, whose errands take
// microseconds.
constexpr std::chrono::microseconds long_yield{300};
constexpr int asleep_after_a_long_yield = 100; // errands

// How many descriptors one message can carry (SCM_MAX_FD).
constexpr size_t most_descriptors = 253;

void wait_while(std::atomic<uint32_t> &word, uint32_t value) {
  raw_syscall(SYS_futex, raw_pointer(&word), FUTEX_WAIT_PRIVATE, value);
}

void wake(std::atomic<uint32_t> &word) {
  raw_syscall(SYS_futex, raw_pointer(&word), FUTEX_WAKE_PRIVATE, 1);
}

void close_descriptor(int fd) { raw_syscall(SYS_close, static_cast<uint64_t>(fd)); }

// Raises the limit on descriptors as far as the process may, as long as the object exists.
// If somebody else changes the limit meanwhile, that change stays.
class RaisedLimit {
public:
  RaisedLimit() {
    rlimit now;
    getrlimit(RLIMIT_NOFILE, &now);
    raised = {now.rlim_max, now.rlim_max};
    prlimit(0, RLIMIT_NOFILE, &raised, &before);
  }
  ~RaisedLimit() {
    rlimit seen;
    prlimit(0, RLIMIT_NOFILE, &before, &seen);
    if (seen.rlim_cur != raised.rlim_cur || seen.rlim_max != raised.rlim_max)
      prlimit(0, RLIMIT_NOFILE, &seen, nullptr);
  }
  RaisedLimit(const RaisedLimit &) = delete;
  RaisedLimit &operator=(const RaisedLimit &) = delete;

private:
  rlimit before, raised;
};

} // namespace

int64_t Lane::open() {
  if (is_open())
    return 0;
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
    return -errno;
  const int64_t guests = move_out_of_the_way(ends[0]), attendants = move_out_of_the_way(ends[1]);
  if (guests < 0 || attendants < 0) {
    for (int64_t end : {guests, attendants})
      if (end >= 0)
        close_descriptor(static_cast<int>(end));
    return -EMFILE;
  }
  guests_end = static_cast<int>(guests);
  attendants_end = static_cast<int>(attendants);
  const int64_t self = raw_syscall(SYS_pidfd_open, static_cast<uint64_t>(getpid()));
  process = self < 0 ? -1 : static_cast<int>(move_out_of_the_way(static_cast<int>(self)));
  const int descriptors[] = {guests_end, attendants_end, process};
  for (size_t index = 0; index < std::size(descriptors); ++index)
    hidden_descriptors[index] = descriptors[index] < 0 ? INT_MIN : descriptors[index];
  return 0;
}

void Lane::forget() {
  if (!is_open())
    return;
  for (std::atomic<int> &hidden : hidden_descriptors)
    hidden = INT_MIN;
  for (int *fd : {&guests_end, &attendants_end, &process})
    if (*fd >= 0)
      close_descriptor(std::exchange(*fd, -1));
  is_fetching_ruled_out = false;
  taken = 0;
}

// The cheapest test is to copy the process's pidfd, or a handle of the root directory. If
// another thread names the copy, it gains nothing that it could not do anyway.
bool Lane::has_room() const {
  const int64_t fd =
      process >= 0 ? raw_syscall(SYS_fcntl, static_cast<uint64_t>(process), F_DUPFD_CLOEXEC, 0)
                   : raw_syscall(SYS_openat, static_cast<uint64_t>(int64_t{AT_FDCWD}),
                                 raw_pointer("/"), O_PATH | O_CLOEXEC);
  if (fd >= 0)
    close_descriptor(static_cast<int>(fd));
  // F_DUPFD returns -EINVAL if the limit is 0.
  return fd != -EMFILE && fd != -EINVAL;
}

int64_t Lane::fetch(int fd) const {
  return raw_syscall(SYS_pidfd_getfd, static_cast<uint64_t>(process),
                     static_cast<uint64_t>(int64_t{fd}), 0);
}

void Lane::take() {
  constexpr uint32_t held = 1, awaited = 2;
  uint32_t nobody = 0;
  if (taken.compare_exchange_strong(nobody, held))
    return;
  while (taken.exchange(awaited) != 0)
    wait_while(taken, awaited);
}

void Lane::release() {
  constexpr uint32_t awaited = 2;
  if (taken.exchange(0) == awaited)
    wake(taken);
}

int64_t Lane::send(int socket, std::span<const int> fds) {
  alignas(cmsghdr) char control[CMSG_SPACE(most_descriptors * sizeof(int))];
  char byte = 0;
  iovec vector{&byte, 1};
  msghdr message{};
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = CMSG_SPACE(fds.size_bytes());
  const cmsghdr header{
      .cmsg_len = CMSG_LEN(fds.size_bytes()), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
  memcpy(control, &header, sizeof header);
  memcpy(CMSG_DATA(reinterpret_cast<cmsghdr *>(control)), fds.data(), fds.size_bytes());
  const auto send_message = [&] {
    return raw_syscall(SYS_sendmsg, static_cast<uint64_t>(socket), raw_pointer(&message),
                       MSG_DONTWAIT | MSG_NOSIGNAL);
  };
  int64_t sent = send_message();
  if (sent == -ETOOMANYREFS) {
    const RaisedLimit raised;
    sent = send_message();
  }
  // The calls that use the lane cannot return this error.
  if (sent == -ETOOMANYREFS)
    return -ENFILE;
  return sent < 0 ? sent : 0;
}

size_t Lane::receive(int socket, std::span<int> fds, int flags) {
  alignas(cmsghdr) char control[CMSG_SPACE(most_descriptors * sizeof(int))];
  char byte;
  iovec vector{&byte, 1};
  msghdr message{};
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  message.msg_control = control;
  message.msg_controllen = CMSG_SPACE(fds.size_bytes());
  const int64_t result =
      raw_syscall(SYS_recvmsg, static_cast<uint64_t>(socket), raw_pointer(&message),
                  static_cast<uint64_t>(MSG_DONTWAIT | flags));
  if (result < 0 || message.msg_controllen < CMSG_LEN(sizeof(int)))
    return 0;
  cmsghdr header;
  memcpy(&header, control, sizeof header);
  const size_t count = std::min((header.cmsg_len - CMSG_LEN(0)) / sizeof(int), fds.size());
  memcpy(fds.data(), CMSG_DATA(reinterpret_cast<cmsghdr *>(control)), count * sizeof(int));
  return count;
}

size_t Lane::receive_at_attendant(std::span<int> fds) const {
  return receive(attendants_end, fds, MSG_CMSG_CLOEXEC);
}

size_t Lane::receive_at_guest(std::span<int> fds, bool close_on_exec) const {
  return receive(guests_end, fds, close_on_exec ? MSG_CMSG_CLOEXEC : 0);
}

int Lane::set_apart(int fd) const {
  if (fd < 0)
    return fd;
  const int64_t apart = raw_syscall(SYS_dup3, static_cast<uint64_t>(fd),
                                    static_cast<uint64_t>(guests_end), O_CLOEXEC);
  if (apart < 0)
    return fd;
  close_descriptor(fd);
  return static_cast<int>(apart);
}

// CLOSE_RANGE_UNSHARE does not copy the descriptors that it closes. So a file that another
// thread closes meanwhile does not stay open here.
int64_t Lane::leave_guests_table() const {
  uint64_t flags = CLOSE_RANGE_UNSHARE, begin = 0;
  const auto close_up_to = [&](uint64_t end, uint64_t next) -> int64_t {
    const int64_t result = begin < end ? raw_syscall(SYS_close_range, begin, end - 1, flags) : 0;
    flags = begin < end ? 0 : flags;
    begin = next;
    return result;
  };
  int kept[] = {attendants_end, process};
  std::ranges::sort(kept);
  for (int fd : kept)
    if (fd >= 0)
      if (const int64_t error =
              close_up_to(static_cast<uint64_t>(fd), static_cast<uint64_t>(fd) + 1);
          error < 0)
        return error;
  return close_up_to(uint64_t{UINT_MAX} + 1, 0);
}

thread_local Attendant *Attendant::current = nullptr;

Attendant::Attendant(Thread &thread) : thread(thread), way(thread.process().lane) {}

Attendant *Attendant::of(Thread &thread) {
  if (thread.attendant())
    return thread.attendant();
  Busy busy(thread);
  std::unique_ptr<Attendant> attendant(new Attendant(thread));
  // The attendant must not take signals for the guest (take_signal).
  SignalSet before;
  set_signal_mask(all_signals, &before);
  const bool has_started = attendant->start();
  set_signal_mask(before);
  if (!has_started)
    return nullptr;
  thread.engage(std::move(attendant));
  return thread.attendant();
}

bool Attendant::start() {
  constexpr size_t stack_bytes = 256 * 1024;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, stack_bytes);
  const int error = pthread_create(&handle, &attributes, main, this);
  pthread_attr_destroy(&attributes);
  if (error != 0) {
    state = ended;
    return false;
  }
  while (state.load() == starting)
    wait_while(state, starting);
  return state.load() == idle;
}

Attendant::~Attendant() {
  if (handle == pthread_t{})
    return;
  uint32_t expected = idle;
  if (state.compare_exchange_strong(expected, ended))
    wake(state);
  pthread_join(handle, nullptr);
}

void *Attendant::main(void *raw) {
  auto &self = *static_cast<Attendant *>(raw);
  current = &self;
  self.tid = static_cast<int>(raw_syscall(SYS_gettid));
  const bool is_apart = self.way.leave_guests_table() == 0;
  set_signal_mask(all_signals & ~signal_bit(hosts_own_signal));
  self.state = is_apart ? idle : ended;
  wake(self.state);
  if (is_apart)
    self.serve();
  return nullptr;
}

void Attendant::serve() {
  for (;;) {
    switch (const uint32_t seen = state.load()) {
    case ended:
      return;
    case asked:
      result = run_errand();
      state = done;
      wake(state);
      break;
    default:
      wait_while(state, seen);
    }
  }
}

// The result if the descriptor to be lent could not be fetched.
constexpr int64_t not_fetched = syscall_interrupted - 1;

int64_t Attendant::run_errand() {
  int own = nothing_lent;
  if (lending == Lending::fetched) {
    const int64_t fetched = way.fetch(lent);
    if (fetched < 0)
      return not_fetched;
    own = static_cast<int>(fetched);
  } else if (lending == Lending::sent) {
    const bool has_come = way.receive_at_attendant({&own, 1}) == 1;
    way.release();
    if (!has_come)
      return -EMFILE;
  }
  own = way.set_apart(own);
  const int64_t answer = errand->run(*this, own);
  if (own >= 0)
    close_descriptor(own);
  return answer;
}

int64_t Attendant::perform(Errand &work, int guests) {
  lent = guests;
  lending = guests == nothing_lent ? Lending::nothing
            : way.can_fetch()      ? Lending::fetched
                                   : Lending::sent;
  if (lending != Lending::sent)
    if (const int64_t answer = perform_now(work); answer != not_fetched)
      return answer;
  way.take();
  if (const int64_t error = way.send_to_attendant({&lent, 1}); error < 0) {
    way.release();
    return error;
  }
  if (lending == Lending::fetched) // there was something to fetch
    way.rule_out_fetching();
  lending = Lending::sent;
  return perform_now(work);
}

int64_t Attendant::perform_now(Errand &work) {
  follow();
  errand = &work;
  called_off = 0;
  state = asked;
  wake(state);
  yield();
  const int64_t interruption = await_result();
  state = idle;
  // If Linux would restart the call, the guest's handler decides about the result.
  // Otherwise the result is the one with which the call was interrupted.
  return result == syscall_interrupted && interruption == -EINTR ? -EINTR : result;
}

// Lets the attendant go first, which shares this processor. If this thread slept at once, Linux
// would wake it on an idle processor, which takes longer than the errand. As it only yields, it
// goes on here when the attendant is done. But others that want the processor go first as well,
// for milliseconds: the errands after a long yield are awaited asleep.
void Attendant::yield() {
  if (awaited_asleep > 0) {
    --awaited_asleep;
  } else if (state.load() != done) {
    const auto begun = std::chrono::steady_clock::now();
    raw_syscall(SYS_sched_yield);
    if (std::chrono::steady_clock::now() - begun > long_yield)
      awaited_asleep = asleep_after_a_long_yield;
  }
}

// Waits for the result as a system call of the guest thread would wait. Returns how the
// wait was interrupted, or 0.
int64_t Attendant::await_result() {
  int64_t interruption = 0;
  while (state.load() != done) {
    if (interruption != 0) {
      wait_while(state, asked);
      continue;
    }
    const int64_t answer =
        thread.interruptible_syscall(SYS_futex, {raw_pointer(&state), FUTEX_WAIT_PRIVATE, asked});
    if (answer == -EINTR || answer == syscall_interrupted) {
      interruption = answer;
      call_off();
    }
  }
  return interruption;
}

void Attendant::call_off() {
  called_off = 1;
  raw_syscall(SYS_tgkill, static_cast<uint64_t>(getpid()), static_cast<uint64_t>(tid),
              hosts_own_signal);
}

// Moves the attendant to the guest thread's processor, so that neither has to wait until
// another processor wakes up.
void Attendant::follow() {
  const int here = sched_getcpu();
  if (here == processor || here < 0 || here >= CPU_SETSIZE)
    return;
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(here, &set);
  if (raw_syscall(SYS_sched_setaffinity, static_cast<uint64_t>(tid), sizeof set,
                  raw_pointer(&set)) == 0)
    processor = here;
}

bool Attendant::take_signal(int signo, const siginfo_t &info) {
  if (called_off)
    return true;
  raw_syscall(SYS_rt_tgsigqueueinfo, static_cast<uint64_t>(getpid()),
              static_cast<uint64_t>(thread.id()), static_cast<uint64_t>(signo), raw_pointer(&info));
  return false;
}

} // namespace wali::host
