// The second half of operations.h.
#pragma once

namespace wali::fuzz {

// --- Memory: what is mapped lies in slots, which name it in place of addresses ---

struct Slot {
  uint8_t *address = nullptr;
  uint32_t size = 0;
};
inline Slot slots[4];
inline constexpr uint32_t page = 4096;

inline void mmap(Operands &o) {
  const uint32_t slot = o.byte() % 4, pages = o.byte() % 5;
  const int prots[] = {PROT_READ | PROT_WRITE, PROT_READ, PROT_NONE, PROT_WRITE, 0x100};
  const int prot = o.pick(prots);
  const int kinds[] = {MAP_PRIVATE | MAP_ANONYMOUS, MAP_SHARED | MAP_ANONYMOUS, MAP_PRIVATE, MAP_SHARED, 0};
  const int flags = o.pick(kinds), fd = o.file();
  const int64_t offset = o.byte() % 4 == 3 ? 100 : o.byte() % 2 * page;
  if (slots[slot].address)
    sys::munmap(slots[slot].address, slots[slot].size);
  slots[slot] = {};
  Result result = sys::mmap(nullptr, pages * page, prot, flags, fd, offset);
  if (result.ok()) {
    slots[slot] = {result.pointer(), pages * page};
    result.value = 0;
  }
  say("mmap", result, slot, pages, prot, flags, fd, offset);
}
// Both ends of a slot may go; what is left stays the slot.
inline void munmap(Operands &o) {
  Slot &slot = slots[o.byte() % 4];
  const uint32_t pages = o.byte() % 4, at_end = o.byte() % 2;
  const uint32_t size = pages * page < slot.size ? pages * page : slot.size;
  if (!slot.address)
    return;
  uint8_t *from = at_end ? slot.address + slot.size - size : slot.address;
  say("munmap", sys::munmap(from, size), size, at_end);
  if (!at_end)
    slot.address += size;
  slot.size -= size;
  if (slot.size == 0)
    slot = {};
}
inline void mprotect(Operands &o) {
  const Slot slot = slots[o.byte() % 4];
  const uint32_t first = o.byte() % 4 * page, pages = o.byte() % 5;
  const int prots[] = {PROT_READ | PROT_WRITE, PROT_READ, PROT_NONE, PROT_WRITE, 0x40};
  const int prot = o.pick(prots);
  if (!slot.address || first + pages * page > slot.size)
    return;
  say("mprotect", sys::mprotect(slot.address + first, pages * page, prot), first, pages, prot);
}
inline void mremap(Operands &o) {
  Slot &slot = slots[o.byte() % 4];
  const uint32_t pages = o.byte() % 6;
  const bool shrinks = pages * page < slot.size;
  const int flags = shrinks && o.byte() % 2 ? 0 : MREMAP_MAYMOVE;
  if (!slot.address)
    return;
  Result result = sys::mremap(slot.address, slot.size, pages * page, flags, nullptr);
  if (result.ok()) {
    slot = {result.pointer(), pages * page};
    result.value = 0;
  }
  say("mremap", result, pages, flags);
}
inline void madvise(Operands &o) {
  const Slot slot = slots[o.byte() % 4];
  const int kinds[] = {MADV_DONTNEED, MADV_NORMAL, 999};
  const int advice = o.pick(kinds);
  const uint32_t odd = o.byte() % 8 == 7;
  if (!slot.address)
    return;
  if (o.byte() % 2)
    say("madvise", sys::madvise(slot.address + odd, slot.size, advice), advice, odd);
  else
    say("msync", sys::msync(slot.address + odd, slot.size, static_cast<int>(o.byte() % 8)), odd);
}
// Slots are read and written by the kernel, which says where they cannot be.
inline void read_into_slot(Operands &o) {
  const Slot slot = slots[o.byte() % 4];
  const int fd = o.file();
  const uint32_t offset = o.byte() * 64;
  if (!slot.address || offset > slot.size)
    return;
  const Result result = sys::pread64(fd, slot.address + offset, slot.size - offset, 0);
  say("pread64", result, fd, "slot", offset);
}
inline void write_from_slot(Operands &o) {
  const Slot slot = slots[o.byte() % 4];
  const int fd = o.file();
  const uint32_t offset = o.byte() * 64;
  if (!slot.address || offset > slot.size)
    return;
  say("pwrite64", sys::pwrite64(fd, slot.address + offset, slot.size - offset, 0), fd, "slot", offset);
}

// --- Signals -----------------------------------------------------------------

inline void rt_sigaction(Operands &o) {
  const int signo = o.signal();
  const uint64_t choices[] = {0, SA_NODEFER, SA_RESETHAND, SA_RESTART, SA_NOCLDWAIT, SA_ONSTACK, uint64_t{1} << 40};
  const uint64_t flags = o.pick(choices);
  const sigset mask = o.set();
  k_sigaction action, old = {};
  switch (o.byte() % 5) {
  case 0:
    action = setup::action(SIG_DFL, flags, mask);
    break;
  case 1:
    action = setup::action(SIG_IGN, flags, mask);
    break;
  case 2:
    action = setup::action(note_info, flags, mask);
    break;
  default:
    action = setup::action(note, flags, mask);
  }
  const bool is_bad = o.byte() % 16 == 15;
  const uint32_t set_size = o.byte() % 16 == 15 ? 4 : 8;
  const k_sigaction *given = is_bad ? static_cast<k_sigaction *>(bad()) : &action;
  const Result result = sys::rt_sigaction(signo, given, &old, set_size);
  say("rt_sigaction", result, Signal{signo}, Hex{flags}, Hex{mask}, is_bad ? "bad" : "action");
  if (result.ok())
    report("  old", old);
}
inline void rt_sigprocmask(Operands &o) {
  const int how = static_cast<int>(o.byte() % 4);
  const sigset set = o.set();
  sigset old = 0;
  const bool is_bad = o.byte() % 16 == 15;
  const sigset *given = is_bad ? static_cast<sigset *>(bad()) : &set;
  const Result result = sys::rt_sigprocmask(how, given, &old, sizeof(set));
  say("rt_sigprocmask", result, how, Hex{set}, is_bad ? "bad" : "set");
  if (result.ok())
    report("  old", SignalSet{old});
}
inline void rt_sigpending(Operands &o) {
  sigset pending = 0;
  const uint32_t sizes[] = {8, 8, 8, 4, 0, 9};
  const uint32_t size = o.pick(sizes);
  say("rt_sigpending", sys::rt_sigpending(&pending, size), size);
  report("  pending", SignalSet{pending});
}
inline void kill(Operands &o) {
  const int signo = o.signal();
  const int self = sys::getpid().pid();
  if (o.byte() % 2)
    say("kill", sys::kill(self, signo), Signal{signo});
  else
    say("tkill", sys::tkill(sys::gettid().pid(), signo), Signal{signo});
}
inline void sigaltstack(Operands &o) {
  struct stack given = {}, old = {};
  static uint8_t area[8192];
  given.ss_sp = area;
  const uint32_t sizes[] = {8192, 2048, 2047, 0};
  given.ss_size = o.pick(sizes);
  const int choices[] = {0, SS_DISABLE, SS_ONSTACK, 5};
  given.ss_flags = o.pick(choices);
  const Result result = sys::sigaltstack(&given, &old);
  say("sigaltstack", result, uint64_t{given.ss_size}, int{given.ss_flags});
  report("  old", old);
}

// --- Processes ---------------------------------------------------------------

inline void child(Operands &o) {
  const int status = static_cast<int>(o.byte()), signo = o.byte() % 4 ? 0 : SIGKILL;
  Result pid = sys::fork();
  if (pid.value == 0) {
    if (signo)
      sys::kill(sys::getpid().pid(), signo);
    sys::exit_group(status);
  }
  int ended = -1;
  Result result;
  do
    result = sys::wait4(pid.pid(), &ended, 0, nullptr);
  while (result.value == -EINTR);
  if (result.value == pid.value)
    result.value = 0;
  say("fork, wait4", result, status, signo);
  report("  status", ended);
}
inline void wait_for_none(Operands &o) {
  const int choices[] = {WNOHANG, WNOHANG | WUNTRACED, WNOHANG | 0x1000};
  const int options = o.pick(choices);
  say("wait4", sys::wait4(-1, nullptr, options, nullptr), options);
}
inline void setrlimit(Operands &o) {
  const int resources[] = {RLIMIT_NOFILE, RLIMIT_FSIZE, 99};
  const int resource = o.pick(resources);
  const uint64_t values[] = {8, 100, 5000, ~uint64_t{0}};
  rlimit limit = {o.pick(values), 0}, old = {};
  sys::getrlimit(resource, &old);
  limit.rlim_max = old.rlim_max;
  say("setrlimit", sys::setrlimit(resource, &limit), resource, uint64_t{limit.rlim_cur});
}
inline void prctl(Operands &o) {
  char name[17] = {};
  const int options[] = {PR_SET_NAME, PR_GET_NAME, PR_GET_DUMPABLE, PR_SET_PDEATHSIG, PR_GET_PDEATHSIG, 12345};
  const int option = o.pick(options);
  __builtin_memcpy(name, "sequence", 8);
  const uint64_t value =
      option == PR_SET_PDEATHSIG ? o.byte() % 80 : static_cast<uint64_t>(reinterpret_cast<uintptr_t>(name));
  say("prctl", sys::prctl(option, value, 0, 0, 0), option);
  if (option == PR_GET_PDEATHSIG)
    report("  value", int{name[0]});
}

// --- Sockets -----------------------------------------------------------------

inline void socketpair(Operands &o) {
  const int types[] = {SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET, 99};
  const int type = o.pick(types) | SOCK_NONBLOCK;
  int ends[2] = {-1, -1};
  say("socketpair", sys::socketpair(AF_UNIX, type, 0, ends), type);
  report("  ends", label(ends[0], " ", ends[1]));
}
inline void socket(Operands &o) {
  const int domains[] = {AF_UNIX, AF_INET, 999};
  const int types[] = {SOCK_STREAM, SOCK_DGRAM, 99};
  const int domain = o.pick(domains), type = o.pick(types) | SOCK_NONBLOCK;
  say("socket", sys::socket(domain, type, 0), domain, type);
}
// bind, connect: to a name in the directory.
inline void name_socket(Operands &o) {
  const int fd = o.socket();
  sockaddr_un address = {};
  address.sun_family = static_cast<uint16_t>(o.byte() % 8 == 7 ? AF_INET : AF_UNIX);
  address.sun_path[0] = static_cast<char>('s' + o.byte() % 2);
  const uint32_t sizes[] = {4, sizeof(address), 2, 1, 0, 4, 4, 200};
  const uint32_t size = o.pick(sizes);
  if (o.byte() % 2)
    say("bind", sys::bind(fd, &address, size), fd, Quoted{Text(address.sun_path, 1)}, size);
  else
    say("connect", sys::connect(fd, &address, size), fd, Quoted{Text(address.sun_path, 1)}, size);
}
inline void listen(Operands &o) {
  const int fd = o.fd(11, 11);
  if (o.byte() % 2) {
    say("listen", sys::listen(fd, 3), fd);
    return;
  }
  const int choices[] = {SOCK_NONBLOCK, SOCK_NONBLOCK | SOCK_CLOEXEC, 1};
  const int flags = o.pick(choices);
  say("accept4", sys::accept4(fd, nullptr, nullptr, flags | SOCK_NONBLOCK), fd, flags);
}
inline void socket_name(Operands &o) {
  const int fd = o.socket();
  uint8_t address[128] = {};
  const uint32_t sizes[] = {128, 2, 0, 5, 0xffffffff};
  uint32_t size = o.pick(sizes);
  const Result result = o.byte() % 2 ? sys::getsockname(fd, address, &size) : sys::getpeername(fd, address, &size);
  say("getsockname, getpeername", result, fd);
  if (result.ok())
    report("  address", label(size, " ", Hex{digest(address, sizeof(address))}));
}
inline void socket_option(Operands &o) {
  const int fd = o.socket();
  const int names[] = {SO_TYPE, SO_ERROR, SO_REUSEADDR, SO_ACCEPTCONN, SO_PASSCRED, SO_KEEPALIVE, SO_LINGER, 999};
  const int name = o.pick(names);
  int value[2] = {static_cast<int>(o.byte() % 2), 0};
  const uint32_t sizes[] = {4, 8, 3, 0, 0xffffffff};
  uint32_t size = o.pick(sizes);
  if (o.byte() % 2) {
    say("setsockopt", sys::setsockopt(fd, SOL_SOCKET, name, value, size), fd, Choice{sets::socket_option, name}, size);
    return;
  }
  const Result result = sys::getsockopt(fd, SOL_SOCKET, name, value, &size);
  say("getsockopt", result, fd, Choice{sets::socket_option, name});
  if (result.ok())
    report("  value", label(size, " ", value[0], " ", value[1]));
}
inline void shutdown(Operands &o) {
  const int fd = o.socket(), how = static_cast<int>(o.byte() % 4);
  say("shutdown", sys::shutdown(fd, how), fd, how);
}

inline int message_flags(Operands &o) {
  const int choices[] = {0, MSG_PEEK, MSG_TRUNC, MSG_OOB, MSG_NOSIGNAL, MSG_EOR, 0, 0};
  return o.pick(choices) | MSG_DONTWAIT;
}
inline void sendto(Operands &o) {
  const int fd = o.socket();
  const Buffer buffer = o.buffer();
  const int flags = message_flags(o);
  say("sendto", sys::sendto(fd, buffer.address, buffer.size, flags, nullptr, 0), fd, buffer, flags);
}
inline void recvfrom(Operands &o) {
  const int fd = o.socket();
  const Buffer buffer = o.buffer();
  const int flags = message_flags(o);
  const Result result = sys::recvfrom(fd, buffer.address, buffer.size, flags, nullptr, nullptr);
  say("recvfrom", result, fd, buffer, flags);
  if (result.value <= int64_t{buffer.size})
    report_bytes(buffer, result);
}

struct Control {
  cmsghdr header;
  int32_t values[6];
};
inline void sendmsg(Operands &o) {
  const int fd = o.socket(), passed = o.fd();
  const Buffer buffer = o.buffer();
  const int flags = message_flags(o);
  iovec vector = {};
  vector.iov_base = buffer.address;
  vector.iov_len = buffer.size;
  Control control = {};
  control.header.cmsg_level = SOL_SOCKET;
  control.header.cmsg_type = SCM_RIGHTS;
  control.values[0] = passed;
  control.values[1] = 1;
  const uint32_t b = o.byte();
  const uint32_t lengths[] = {20, 24, 16, 12, 0xffffffff, 18};
  control.header.cmsg_len = lengths[b % 6];
  msghdr message = {};
  message.msg_iov = &vector;
  message.msg_iovlen = b / 6 % 8 == 7 ? -1 : 1;
  const uint32_t sizes[] = {0, 20, 24, 8, 40};
  message.msg_controllen = sizes[b / 48 % 5];
  if (message.msg_controllen)
    message.msg_control = &control;
  say("sendmsg", sys::sendmsg(fd, &message, flags), fd, buffer, passed, uint64_t{control.header.cmsg_len},
      uint64_t{message.msg_controllen}, flags);
}
// Half of them after a message to this socket from its other end.
inline void recvmsg(Operands &o) {
  const int fd = o.socket();
  if (fd >= 6 && fd <= 9 && o.byte() % 2) {
    Control sent = {};
    sent.header = {20 + o.byte() % 2 * 4, 0, SOL_SOCKET, SCM_RIGHTS};
    sent.values[0] = 3;
    sent.values[1] = 4;
    iovec text = {};
    text.iov_base = scratch, text.iov_len = 10;
    msghdr message = {};
    message.msg_iov = &text, message.msg_iovlen = 1;
    message.msg_control = &sent, message.msg_controllen = sent.header.cmsg_len;
    say("sendmsg", sys::sendmsg(fd ^ 1, &message, MSG_DONTWAIT | MSG_NOSIGNAL), fd ^ 1);
  }
  const Buffer buffer = o.buffer();
  const int flags = message_flags(o);
  iovec vector = {};
  vector.iov_base = buffer.address;
  vector.iov_len = buffer.size;
  Control control = {};
  __builtin_memset(&control, 0xa5, sizeof(control));
  msghdr message = {};
  message.msg_iov = &vector;
  message.msg_iovlen = 1;
  const uint32_t sizes[] = {sizeof(Control), 0, 20, 16, 24, 8};
  message.msg_controllen = o.pick(sizes);
  if (message.msg_controllen)
    message.msg_control = &control;
  message.msg_namelen = 7;
  const Result result = sys::recvmsg(fd, &message, flags);
  say("recvmsg", result, fd, buffer, flags);
  if (!result.ok())
    return;
  report("  message", label(uint64_t{message.msg_namelen}, " ", uint64_t{message.msg_controllen}, " ",
                            Flags{sets::msg_flags, static_cast<uint64_t>(message.msg_flags)}));
  const bool has_message = message.msg_controllen >= sizeof(cmsghdr);
  report("  control", has_message ? label(uint64_t{control.header.cmsg_len}, " ", control.header.cmsg_type, " ",
                                          control.values[0], " ", control.values[1])
                                  : label(Hex{digest(&control, sizeof(control))}));
}

// --- Events ------------------------------------------------------------------

inline void poll(Operands &o) {
  pollfd fds[3];
  for (pollfd &entry : fds)
    entry = {o.fd(), static_cast<int16_t>(o.byte() % 64), 0x55};
  const bool is_bad = o.byte() % 16 == 15;
  say("poll", sys::poll(is_bad ? static_cast<pollfd *>(bad()) : fds, 3, 0), is_bad ? "bad" : "fds");
  for (const pollfd &entry : fds)
    report("  ready", entry);
}
inline void ppoll(Operands &o) {
  pollfd entry = {o.fd(), POLLIN | POLLOUT, 0};
  timespec no_time = {0, o.byte() % 8 == 7 ? 1'000'000'000 : 0};
  const sigset mask = o.set();
  const uint32_t size = o.byte() % 8 == 7 ? 4 : 8;
  say("ppoll", sys::ppoll(&entry, 1, &no_time, &mask, size), entry.fd, Hex{mask}, size);
  report("  ready", entry);
}
inline void epoll_create1(Operands &o) {
  const int flags = o.byte() % 4 ? 0 : 1;
  say("epoll_create1", sys::epoll_create1(flags), flags);
}
inline void epoll_ctl(Operands &o) {
  const int epoll = o.epoll(), fd = o.fd();
  const int operation = static_cast<int>(o.byte() % 5);
  epoll_event event = {};
  event.events = o.byte() % 32 | (o.byte() % 2 ? 1u << 31 : 0);
  event.data = 0x0123456789abcdef + static_cast<uint64_t>(fd);
  say("epoll_ctl", sys::epoll_ctl(epoll, operation, fd, &event), epoll, operation, fd, Hex{event.events});
}
inline void epoll_pwait(Operands &o) {
  const int epoll = o.epoll(), counts[] = {3, 1, 0, -1}, count = o.pick(counts);
  epoll_event events[3] = {};
  const sigset mask = o.set();
  const sigset *given = o.byte() % 2 ? &mask : nullptr;
  const Result result = sys::epoll_pwait(epoll, events, count, 0, given, 8);
  say("epoll_pwait", result, epoll, count, given ? "mask" : "null");
  // Their order is Linux's affair.
  uint64_t sum = 0;
  for (int i = 0; i < 3; ++i)
    sum += events[i].events * 1000 + events[i].data;
  report("  events", Hex{sum});
}
inline void eventfd2(Operands &o) {
  const uint32_t value = o.byte();
  const int choices[] = {EFD_NONBLOCK, EFD_NONBLOCK | EFD_SEMAPHORE, EFD_NONBLOCK | 2};
  const int flags = o.pick(choices);
  say("eventfd2", sys::eventfd2(value, flags), value, flags);
}
inline void select(Operands &o) {
  uint64_t sets[3] = {o.byte() << 3, o.byte() << 3, 0};
  const int counts[] = {11, 64, 0, -1, 5};
  const int count = o.pick(counts);
  timeval no_time = {0, o.byte() % 8 == 7 ? -1 : 0};
  const auto as_set = [](uint64_t &set) { return reinterpret_cast<fd_set *>(&set); };
  const Result result = sys::select(count, as_set(sets[0]), as_set(sets[1]), as_set(sets[2]), &no_time);
  say("select", result, count);
  report("  sets", label(Hex{sets[0]}, " ", Hex{sets[1]}, " ", Hex{sets[2]}));
}
inline void futex(Operands &o) {
  static int words[2] = {1, 2};
  const int operations[] = {FUTEX_WAKE, FUTEX_WAIT, FUTEX_REQUEUE, FUTEX_CMP_REQUEUE, FUTEX_WAIT_BITSET, 77};
  const int operation = o.pick(operations) | (o.byte() % 2 ? FUTEX_PRIVATE_FLAG : 0);
  const timespec soon = {0, o.byte() % 8 == 7 ? -1 : 1};
  const uint32_t value = o.byte() % 3;
  const bool waits = (operation & 127) == FUTEX_WAIT || (operation & 127) == FUTEX_WAIT_BITSET;
  const timespec *fourth = waits ? &soon : reinterpret_cast<const timespec *>(uintptr_t{1});
  say("futex", sys::futex(words, operation, value, fourth, words + 1, 1), operation, value);
}
inline void nanosleep(Operands &o) {
  const timespec times[] = {{0, 0}, {0, 1}, {-1, 0}, {0, -1}, {0, 1'000'000'000}};
  const timespec time = o.pick(times);
  const bool is_bad = o.byte() % 8 == 7;
  say("nanosleep", sys::nanosleep(is_bad ? static_cast<timespec *>(bad()) : &time, nullptr), is_bad ? "bad" : "time",
      time.tv_sec, time.tv_nsec);
}

using Operation = void (*)(Operands &);
inline constexpr Operation operations[] = {
    openat,       openat,       openat,         close,          read,
    write,        pread64,      pwrite64,       lseek,          readv,
    writev,       dup,          dup3,           fcntl,          lock,
    ftruncate,    pipe2,        ioctl,          flock_whole,    fsync,
    mkdirat,      unlinkat,     renameat2,      linkat,         symlinkat,
    readlinkat,   fstat,        fstatat,        faccessat2,     fchmod,
    chdir,        umask,        utimensat,      mmap,           munmap,
    mprotect,     mremap,       madvise,        read_into_slot, write_from_slot,
    rt_sigaction, rt_sigaction, rt_sigprocmask, rt_sigpending,  kill,
    kill,         sigaltstack,  child,          wait_for_none,  setrlimit,
    prctl,        socketpair,   socketpair,     socket,         name_socket,
    listen,       socket_name,  socket_option,  shutdown,       sendto,
    recvfrom,     sendmsg,      sendmsg,        recvmsg,        recvmsg,
    poll,         ppoll,        epoll_create1,  epoll_ctl,      epoll_pwait,
    eventfd2,     select,       futex,          nanosleep,
};

} // namespace wali::fuzz
