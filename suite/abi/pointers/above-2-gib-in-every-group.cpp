// Calls of every group read and write structures, arrays and nested pointers above 2 GiB.
// Covers: pointers above 2 GiB in structures
// REQUIRES: memory-4g
#include "wali/test.h"

namespace {

constexpr uintptr_t area_address = 0xc0000000;
uintptr_t next = area_address;

// A copy of `value` above 2 GiB, with room behind it.
template <class T> T *high(const T &value) {
  T *place = reinterpret_cast<T *>(next);
  next += (sizeof(T) + 79) / 16 * 16;
  __builtin_memcpy(static_cast<void *>(place), &value, sizeof(T));
  return place;
}

void messages() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  struct Bytes {
    char text[8];
  };
  auto *sent = high(Bytes{"message"}), *received = high(Bytes{});
  iovec out = {}, in = {};
  out.iov_base = sent, out.iov_len = 7, in.iov_base = received, in.iov_len = 8;
  struct Control {
    cmsghdr header;
    int32_t fd, pad;
  };
  auto *control = high(Control{{20, 0, SOL_SOCKET, SCM_RIGHTS}, pair.first, 0}), *answer = high(Control{});
  msghdr header = {};
  header.msg_iov = high(out), header.msg_iovlen = 1, header.msg_control = control, header.msg_controllen = 24;
  report("sendmsg", sys::sendmsg(pair.first, high(header), 0));
  header.msg_iov = high(in), header.msg_control = answer;
  auto *got = high(header);
  report("recvmsg", sys::recvmsg(pair.second, got, 0));
  report("text", Text(received->text, 7));
  report("control", label(uint64_t{got->msg_controllen}, " ", uint64_t{answer->header.cmsg_len}));
  setup::require_zero("close", sys::close(answer->fd));
  int *value = high(0);
  uint32_t *size = high(uint32_t{4});
  report("getsockopt", sys::getsockopt(pair.first, SOL_SOCKET, SO_TYPE, value, size));
  report("SO_TYPE", *value);
}

int handled = 0;

void signals() {
  auto *old = high(k_sigaction{});
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, high(setup::action([](int) { ++handled; }, SA_RESTART)), old, 8));
  auto *mask = high(signal_bit(SIGUSR2)), *before = high(sigset{});
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, mask, before, 8));
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("rt_sigpending", sys::rt_sigpending(before, 8));
  report("pending", SignalSet{*before});
  pselect6_mask sixth = {};
  sixth.address = reinterpret_cast<uintptr_t>(high(sigset{0})), sixth.size = 8;
  report("pselect6", sys::pselect6(0, nullptr, nullptr, nullptr, high(timespec{9, 0}), high(sixth)));
  report("handled", handled);
}

void events() {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "x");
  auto *polled = high(pollfd{pipe.read, POLLIN, 0});
  report("poll", sys::poll(polled, 1, 0));
  report("revents", int{polled->revents});
  Fd epoll = setup::epoll();
  epoll_event event = {};
  event.events = EPOLLIN, event.data = 0x123456789abcdef0;
  report("epoll_ctl", sys::epoll_ctl(epoll, EPOLL_CTL_ADD, pipe.read, high(event)));
  auto *ready = high(epoll_event{});
  report("epoll_pwait", sys::epoll_pwait(epoll, ready, 1, 0, high(sigset{0}), 8));
  report("event", *ready);
  int *word = high(5);
  report("futex", sys::futex(word, FUTEX_WAIT, 5, high(timespec{0, 1}), nullptr, 0));
}

void others() {
  int *status = high(0);
  Child child = setup::fork([] { return 7; });
  const int pid = child.release();
  report("fork", pid);
  report("wait4", sys::wait4(pid, status, 0, high(rusage{})));
  report("status", WaitStatus{*status});
  auto *name = high(utsname{});
  report("uname", sys::uname(name));
  report("sysname", Text(name->sysname));
  auto *limit = high(rlimit{1, 2});
  report("prlimit64", sys::prlimit64(0, RLIMIT_CORE, nullptr, limit));
  report("RLIMIT_CORE", *limit);
  struct Word {
    char text[16];
  };
  struct Strings {
    const char *each[4];
  };
  const char *shell = high(Word{"/bin/sh"})->text;
  auto *arguments = high(Strings{{shell, high(Word{"-c"})->text, high(Word{"exit $SIX"})->text, nullptr}});
  auto *environment = high(Strings{{high(Word{"SIX=6"})->text, nullptr, nullptr, nullptr}});
  Child shell_child = setup::fork([&] {
    sys::execve(shell, arguments->each, environment->each);
    return 1;
  });
  report("execve", shell_child.wait());
}

} // namespace

void test() {
  auto *area = reinterpret_cast<void *>(area_address);
  const int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
  setup::require_address("mmap", sys::mmap(area, 65536, PROT_READ | PROT_WRITE, flags, -1, 0), 65536);
  messages();
  signals();
  events();
  others();
}
