// Sockets: options with and without effect, what accepted sockets have of their
// listener, where messages end, what is passed along, and peers that have gone.
#include <asm/ioctls.h>
#include <errno.h>
#include <linux/in6.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>

#include "runners/host/mutants/behaviours/tools.h"

namespace wali::host::mutants {
namespace {

// --- Options -----------------------------------------------------------------

// What setsockopt was given for an option of a socket.
struct KeptOption {
  uint32_t size = 0;
  std::array<std::byte, 32> bytes{};
};
template <int level, int option> Remembered<KeptOption> kept_options;

template <int level, int option> bool is_option(const Arguments &arguments) {
  return arguments.i32(1) == level && arguments.i32(2) == option;
}
template <int level, int option> int64_t option_kept(Invocation &call) {
  KeptOption given;
  const uint32_t size = call.arguments.u32(4);
  const GuestAddress from = call.arguments.address(3);
  const bool is_ours = is_option<level, option>(call.arguments) && is_socket(call.arguments[0]);
  if (!is_ours || size > given.bytes.size() || size == 0 ||
      !call.memory().read_bytes(from, given.bytes.data(), size))
    return call.call();
  given.size = size;
  kept_options<level, option>[identity_of(call.arguments[0])] = given;
  return 0;
}
template <int level, int option> int64_t kept_option_told(Invocation &call) {
  const KeptOption *given = is_option<level, option>(call.arguments)
                                ? kept_options<level, option>.find(identity_of(call.arguments[0]))
                                : nullptr;
  if (!given)
    return call.call();
  const uint32_t room = pointed_to<uint32_t>(call, 4), size = std::min(room, given->size);
  (void)call.memory().write_bytes(call.arguments.address(3), given->bytes.data(), size);
  put(call, 4, size);
  return 0;
}
template <int level, int option>
constexpr Behaviour without_effect(std::string_view name, std::string_view sentence) {
  return {"setsockopt",
          name,
          sentence,
          option_kept<level, option>,
          {{{"getsockopt", kept_option_told<level, option>}}}};
}

void set_option(int64_t fd, int level, int option, int value) {
  kernel_call(SYS_setsockopt, fd, level, option, &value, sizeof value);
}

template <int level, int option, class Change>
int64_t told_option_changed(Invocation &call, Change change) {
  const int64_t result = call.call();
  if (result == 0 && is_option<level, option>(call.arguments)) {
    int value = pointed_to<int>(call, 3);
    change(value, identity_of(call.arguments[0]));
    put(call, 3, value);
  }
  return result;
}
int64_t error_told_twice(Invocation &call) {
  static Remembered<int> errors;
  return told_option_changed<SOL_SOCKET, SO_ERROR>(call, [](int &value, uint64_t socket) {
    if (value == 0)
      std::swap(value, errors[socket]);
    else
      errors[socket] = value;
  });
}
struct Credentials {
  int32_t pid = 0;
  uint32_t uid = 0, gid = 0;
};
template <class Change> int64_t peer_told(Invocation &call, Change change) {
  const int64_t result = call.call();
  if (result == 0 && is_option<SOL_SOCKET, SO_PEERCRED>(call.arguments)) {
    auto peer = pointed_to<Credentials>(call, 3);
    change(peer);
    put(call, 3, peer);
  }
  return result;
}

// --- accept ------------------------------------------------------------------

int64_t flags_of_listener(Invocation &call) {
  const int64_t result = call.call();
  if (result >= 0 && is_non_blocking(call.arguments[0]))
    kernel_call(SYS_fcntl, result, F_SETFL, flags_of_file(result) | O_NONBLOCK);
  return result;
}
int64_t flag_of_listeners_descriptor(Invocation &call) {
  const int64_t result = call.call();
  if (result >= 0 && kernel_call(SYS_fcntl, call.arguments[0], F_GETFD) == FD_CLOEXEC)
    kernel_call(SYS_fcntl, result, F_SETFD, FD_CLOEXEC);
  return result;
}
int64_t options_not_inherited(Invocation &call) {
  const int64_t result = call.call();
  if (result >= 0) {
    set_option(result, SOL_SOCKET, SO_KEEPALIVE, 0);
    set_option(result, SOL_SOCKET, SO_OOBINLINE, 0);
    set_option(result, IPPROTO_TCP, TCP_NODELAY, 0);
    set_option(result, SOL_SOCKET, SO_RCVLOWAT, 1);
    const linger none{};
    const std::array<int64_t, 2> forever{};
    kernel_call(SYS_setsockopt, result, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    kernel_call(SYS_setsockopt, result, SOL_SOCKET, SO_RCVTIMEO, &forever, sizeof forever);
  }
  return result;
}
int ready_events(int64_t fd, short asked) {
  pollfd one{static_cast<int>(fd), asked, 0};
  kernel_call(SYS_poll, &one, 1, 0);
  return one.revents;
}
int64_t last_come_first(Invocation &call) {
  static Remembered<int64_t> waiting; // the descriptor plus one
  int64_t &next = waiting[identity_of(call.arguments[0])];
  if (next > 0)
    return std::exchange(next, 0) - 1;
  const int64_t first = call.call();
  if (first < 0 || (ready_events(call.arguments[0], POLLIN) & POLLIN) == 0)
    return first;
  const int64_t second = call.call();
  next = first + 1;
  return second;
}
int64_t closed_connections_dropped(Invocation &call) {
  int64_t result = call.call();
  while (result >= 0 && (ready_events(result, POLLRDHUP) & POLLRDHUP) != 0) {
    kernel_call(SYS_close, result);
    result = call.call();
  }
  return result;
}

// --- Names -------------------------------------------------------------------

std::string local_path(Invocation &call) {
  sockaddr_un address{};
  const size_t size = std::min<size_t>(call.arguments.u32(2), sizeof address);
  if (!call.memory().read_bytes(call.arguments.address(1), &address, size) ||
      address.sun_family != AF_UNIX || size <= sizeof(sa_family_t))
    return {};
  return std::string(address.sun_path, strnlen(address.sun_path, size - sizeof(sa_family_t)));
}
Remembered<std::string> bound_paths;
int64_t bound_path_noted(Invocation &call) {
  const int64_t result = call.call();
  if (const std::string path = local_path(call); result == 0 && !path.empty())
    bound_paths[identity_of(call.arguments[0])] = path;
  return result;
}
int64_t name_removed(Invocation &call) {
  if (const std::string *path = bound_paths.find(identity_of(call.arguments[0])); path)
    kernel_call(SYS_unlink, path->c_str());
  return call.call();
}

// What a socket of the internet is told to be called, by the parts of its address.
struct Part {
  size_t at = 0, size = 0;
};
bool is_internet(int64_t fd) {
  return is_socket_of(fd, AF_INET, 0) || is_socket_of(fd, AF_INET6, 0);
}
Part port_part(int64_t) { return {offsetof(sockaddr_in, sin_port), sizeof(in_port_t)}; }
Part address_part(int64_t fd) {
  if (is_socket_of(fd, AF_INET, 0))
    return {offsetof(sockaddr_in, sin_addr), sizeof(in_addr)};
  return {offsetof(sockaddr_in6, sin6_addr), sizeof(in6_addr)};
}
// Whether that part of the name is still open.
template <Part (*part)(int64_t)> bool is_zero(int64_t fd) {
  sockaddr_storage name{};
  socklen_t size = sizeof name;
  kernel_call(SYS_getsockname, fd, &name, &size);
  const auto *bytes = reinterpret_cast<const std::byte *>(&name) + part(fd).at;
  return std::all_of(bytes, bytes + part(fd).size,
                     [](std::byte each) { return each == std::byte{}; });
}
Remembered<bool> untold;
int64_t port_open_noted(Invocation &call) {
  const auto port = pointed_to<sockaddr_in>(call, 1).sin_port;
  const int64_t result = call.call();
  if (result == 0 && is_internet(call.arguments[0]))
    untold[identity_of(call.arguments[0])] = port == 0;
  return result;
}
int64_t address_open_noted(Invocation &call) {
  const bool is_open = is_internet(call.arguments[0]) && is_zero<address_part>(call.arguments[0]);
  const int64_t result = call.call();
  if (is_open)
    untold[identity_of(call.arguments[0])] = true;
  return result;
}
template <Part (*part)(int64_t)> int64_t told_without(Invocation &call) {
  const int64_t result = call.call(), fd = call.arguments[0];
  const std::array<std::byte, sizeof(in6_addr)> zeros{};
  const bool *is_untold = untold.find(identity_of(fd));
  if (result == 0 && is_untold && *is_untold &&
      pointed_to<socklen_t>(call, 2) >= sizeof(sockaddr_in))
    (void)call.memory().write_bytes(
        static_cast<GuestAddress>(call.arguments.address(1) + part(fd).at), zeros.data(),
        part(fd).size);
  return result;
}
template <int option> int64_t bound_with(Invocation &call) {
  set_option(call.arguments[0], SOL_SOCKET, option, 1);
  return call.call();
}
template <int from, int to, bool (*of)(int64_t)> int64_t half_exchanged(Invocation &call) {
  if (call.arguments.i32(1) == from && of(call.arguments[0]))
    call.arguments[1] = to;
  return call.call();
}
bool is_any(int64_t) { return true; }
bool is_local(int64_t fd) { return is_socket_of(fd, AF_UNIX, 0); }
bool is_datagram(int64_t fd) { return is_socket_of(fd, 0, SOCK_DGRAM); }

// --- Messages ----------------------------------------------------------------

int64_t without_sigpipe(Invocation &call) {
  call.arguments[call.syscall().name == "sendto" ? 3 : 2] |= MSG_NOSIGNAL;
  return call.call();
}
template <int from, int to> int64_t type_exchanged(Invocation &call) {
  constexpr int mask = 0xf;
  const bool is_its_domain = call.arguments.i32(0) == AF_UNIX;
  if (is_its_domain && (call.arguments.i32(1) & mask) == from)
    call.arguments[1] = (call.arguments.i32(1) & ~mask) | to;
  return call.call();
}
int64_t rest_of_datagram_comes_next(Invocation &call) {
  static Remembered<std::string> rests;
  const int64_t fd = call.arguments[0];
  if (!is_datagram(fd) || (call.arguments.i32(3) & (MSG_PEEK | MSG_TRUNC | MSG_ERRQUEUE)) != 0)
    return call.call();
  std::string &rest = rests[identity_of(fd)];
  const size_t room = call.arguments.u32(2);
  if (rest.empty()) {
    std::string whole(1 << 16, '\0');
    const int64_t length = kernel_call(SYS_recvfrom, fd, whole.data(), whole.size(),
                                       MSG_PEEK | MSG_DONTWAIT, nullptr, nullptr);
    if (length > static_cast<int64_t>(room))
      rest = whole.substr(room, static_cast<size_t>(length) - room);
    return call.call();
  }
  const size_t length = std::min(room, rest.size());
  if (!call.memory().write_bytes(call.arguments.address(1), rest.data(), length))
    return -EFAULT;
  rest.erase(0, length);
  return static_cast<int64_t>(length);
}
int64_t empty_datagrams_skipped(Invocation &call) {
  int64_t result = call.call();
  while (result == 0 && is_datagram(call.arguments[0]) && call.arguments.u32(2) > 0)
    result = call.call();
  return result;
}
int64_t refusals_skipped(Invocation &call) {
  int64_t result = call.call();
  while (result == -ECONNREFUSED && is_udp(call.arguments[0]))
    result = call.call();
  return result;
}
int64_t datagram_for_each(Invocation &call) {
  const auto header = pointed_to<abi::msghdr>(call, 1);
  if (!is_datagram(call.arguments[0]) || header.msg_iovlen < 2 || header.msg_iovlen > 64)
    return call.call();
  abi::msghdr one = header;
  one.msg_iovlen = 1;
  int64_t sum = 0;
  for (uint32_t index = 0; index < static_cast<uint32_t>(header.msg_iovlen) && sum >= 0; ++index) {
    one.msg_iov.address = header.msg_iov.address + index * 8;
    put(call, 1, one);
    const int64_t result = call.call();
    sum = result < 0 ? result : sum + result;
  }
  put(call, 1, header);
  return sum;
}

// Calls `work` on each control message that was received: level, type, and where
// its data begins and how much it is.
template <class Work> void for_each_control(Invocation &call, Work work) {
  constexpr uint32_t head = 16; // a cmsghdr of the guest's
  const auto header = pointed_to<abi::msghdr>(call, 1);
  const GuestAddress begin = header.msg_control.address;
  for (uint64_t at = 0; begin != 0 && at + head <= header.msg_controllen;) {
    std::array<uint32_t, 4> fields{}; // length, padding, level, type
    if (!call.memory().read(static_cast<GuestAddress>(begin + at), fields) || fields[0] < head)
      return;
    work(fields[2], fields[3], static_cast<GuestAddress>(begin + at + head), fields[0] - head);
    at += (fields[0] + 7u) & ~7u;
  }
}
template <class Work> void for_each_passed(Invocation &call, Work work) {
  for_each_control(call, [&](uint32_t level, uint32_t type, GuestAddress at, uint32_t size) {
    for (uint32_t offset = 0; level == SOL_SOCKET && type == SCM_RIGHTS && offset < size;
         offset += 4)
      if (int fd; call.memory().read(at + offset, fd))
        work(fd);
  });
}
template <void (*change)(int)> int64_t passed_changed(Invocation &call) {
  const int64_t result = call.call();
  if (result >= 0)
    for_each_passed(call, change);
  return result;
}
int64_t passed_are_closed(Invocation &call) {
  const int64_t result = call.call();
  if (result >= 0)
    for_each_passed(call, [](int fd) { kernel_call(SYS_close, fd); });
  return result;
}
int64_t credentials_of_receiver(Invocation &call) {
  const int64_t result = call.call();
  if (result >= 0)
    for_each_control(call, [&](uint32_t level, uint32_t type, GuestAddress at, uint32_t) {
      const Credentials own{getpid(), getuid(), getgid()};
      if (level == SOL_SOCKET && type == SCM_CREDENTIALS)
        (void)call.memory().write(at, own);
    });
  return result;
}
template <uint32_t flag> int64_t flag_not_told(Invocation &call) {
  const int64_t result = call.call();
  auto header = pointed_to<abi::msghdr>(call, 1);
  if (result >= 0 && (header.msg_flags & flag) != 0) {
    header.msg_flags &= ~flag;
    put(call, 1, header);
  }
  return result;
}
// A peek that takes the message as well, or a message without its end.
template <size_t flags_index> int64_t stream_discards_not(Invocation &call) {
  if (is_tcp(call.arguments[0]))
    call.arguments[flags_index] &= ~int64_t{MSG_TRUNC};
  return call.call();
}
int64_t waits_for_all(Invocation &call) {
  if (is_socket_of(call.arguments[0], 0, SOCK_STREAM) && call.arguments.u32(2) > 0)
    call.arguments[3] |= MSG_WAITALL;
  return call.call();
}

// --- close -------------------------------------------------------------------

int64_t connections_reset(Invocation &call) {
  const linger at_once{1, 0};
  if (is_tcp(call.arguments[0]))
    kernel_call(SYS_setsockopt, call.arguments[0], SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  return call.call();
}
int64_t unread_is_dropped(Invocation &call) {
  char piece[4096];
  if (is_tcp(call.arguments[0]))
    while (kernel_call(SYS_recvfrom, call.arguments[0], piece, sizeof piece, MSG_DONTWAIT, nullptr,
                       nullptr) > 0) {
    }
  return call.call();
}
int64_t close_is_shutdown(Invocation &call) {
  if (is_socket(call.arguments[0]) && !is_listener(call.arguments[0]))
    kernel_call(SYS_shutdown, call.arguments[0], SHUT_RDWR);
  return call.call();
}

// --- The table ---------------------------------------------------------------

const Behaviour behaviours[] = {
    // Options
    without_effect<SOL_SOCKET, SO_SNDTIMEO>("sndtimeo-without-effect",
                                            "SO_SNDTIMEO is kept, and a send waits for good"),
    without_effect<SOL_SOCKET, SO_RCVTIMEO>("rcvtimeo-without-effect",
                                            "SO_RCVTIMEO is kept, and a receive waits for good"),
    without_effect<SOL_SOCKET, SO_RCVLOWAT>("rcvlowat-without-effect",
                                            "SO_RCVLOWAT is kept, and one byte is enough"),
    without_effect<SOL_SOCKET, SO_REUSEADDR>("reuseaddr-without-effect",
                                             "SO_REUSEADDR is kept and lets nobody bind"),
    without_effect<SOL_SOCKET, SO_REUSEPORT>("reuseport-without-effect",
                                             "SO_REUSEPORT is kept and shares no port"),
    without_effect<SOL_SOCKET, SO_OOBINLINE>("oobinline-without-effect",
                                             "SO_OOBINLINE is kept, and urgent data stays apart"),
    without_effect<SOL_SOCKET, SO_TIMESTAMP>("timestamp-without-effect",
                                             "SO_TIMESTAMP is kept, and no stamp comes"),
    without_effect<SOL_SOCKET, SO_TIMESTAMPNS>("timestampns-without-effect",
                                               "SO_TIMESTAMPNS is kept, and no stamp comes"),
    without_effect<SOL_SOCKET, SO_PASSCRED>("passcred-without-effect",
                                            "SO_PASSCRED is kept, and no credentials come"),
    without_effect<SOL_SOCKET, SO_BROADCAST>("broadcast-without-effect",
                                             "SO_BROADCAST is kept, and broadcasts are refused"),
    without_effect<SOL_SOCKET, SO_LINGER>("linger-without-effect",
                                          "SO_LINGER is kept, and close resets no connection"),
    without_effect<SOL_SOCKET, SO_SNDBUF>("sndbuf-without-effect",
                                          "SO_SNDBUF is kept, and as much fits as before"),
    without_effect<SOL_SOCKET, SO_RCVBUF>("rcvbuf-without-effect",
                                          "SO_RCVBUF is kept, and as much fits as before"),
    without_effect<SOL_SOCKET, SO_PEEK_OFF>("peek-off-without-effect",
                                            "SO_PEEK_OFF is kept, and a peek begins at the start"),
    without_effect<SOL_SOCKET, SO_BINDTODEVICE>("bindtodevice-without-effect",
                                                "SO_BINDTODEVICE is kept and binds to none"),
    without_effect<SOL_SOCKET, SO_RXQ_OVFL>("rxq-ovfl-without-effect",
                                            "SO_RXQ_OVFL is kept, and losses are not told"),
    without_effect<IPPROTO_IP, IP_PKTINFO>("pktinfo-without-effect",
                                           "IP_PKTINFO is kept, and no address comes along"),
    without_effect<IPPROTO_IP, IP_RECVTTL>("recvttl-without-effect",
                                           "IP_RECVTTL is kept, and no TTL comes along"),
    without_effect<IPPROTO_IP, IP_RECVTOS>("recvtos-without-effect",
                                           "IP_RECVTOS is kept, and no TOS comes along"),
    without_effect<IPPROTO_IP, IP_TTL>("ttl-without-effect", "IP_TTL is kept, and 64 is sent"),
    without_effect<IPPROTO_IP, IP_TOS>("tos-without-effect", "IP_TOS is kept, and 0 is sent"),
    without_effect<IPPROTO_IP, IP_RECVERR>("recverr-without-effect",
                                           "IP_RECVERR is kept, and the error queue stays empty"),
    without_effect<IPPROTO_IP, IP_FREEBIND>("freebind-without-effect",
                                            "IP_FREEBIND is kept, and bind refuses as before"),
    without_effect<IPPROTO_IP, IP_MULTICAST_LOOP>(
        "multicast-loop-without-effect", "IP_MULTICAST_LOOP is kept, and copies come back"),
    without_effect<IPPROTO_IPV6, IPV6_V6ONLY>("v6only-without-effect",
                                              "IPV6_V6ONLY is kept and shuts no IPv4 out"),
    without_effect<IPPROTO_IPV6, IPV6_RECVPKTINFO>("recvpktinfo-without-effect",
                                                   "IPV6_RECVPKTINFO is kept and tells nothing"),
    without_effect<IPPROTO_IPV6, IPV6_RECVHOPLIMIT>("recvhoplimit-without-effect",
                                                    "IPV6_RECVHOPLIMIT is kept and tells nothing"),
    without_effect<IPPROTO_TCP, TCP_CORK>("cork-without-effect",
                                          "TCP_CORK is kept, and parts are sent at once"),
    without_effect<IPPROTO_TCP, TCP_DEFER_ACCEPT>("defer-accept-without-effect",
                                                  "TCP_DEFER_ACCEPT is kept, and accept does not "
                                                  "wait for data"),
    without_effect<IPPROTO_TCP, TCP_MAXSEG>("maxseg-without-effect",
                                            "TCP_MAXSEG is kept, and segments are as long as ever"),
    {"getsockopt", "error-told-twice", "SO_ERROR tells an error a second time", error_told_twice},
    {"getsockopt", "error-never-told", "SO_ERROR is always 0",
     [](Invocation &call) {
       return told_option_changed<SOL_SOCKET, SO_ERROR>(call,
                                                        [](int &value, uint64_t) { value = 0; });
     }},
    {"getsockopt", "local-listeners-accept-nothing", "SO_ACCEPTCONN of a local listener is 0",
     [](Invocation &call) {
       const bool of_local = is_local(call.arguments[0]);
       return told_option_changed<SOL_SOCKET, SO_ACCEPTCONN>(
           call, [=](int &value, uint64_t) { value = of_local ? 0 : value; });
     }},
    {"getsockopt", "no-protocol", "SO_PROTOCOL of every socket is 0",
     [](Invocation &call) {
       return told_option_changed<SOL_SOCKET, SO_PROTOCOL>(call,
                                                           [](int &value, uint64_t) { value = 0; });
     }},
    {"getsockopt", "peer-is-the-caller", "SO_PEERCRED names its caller",
     [](Invocation &call) {
       return peer_told(call, [](Credentials &peer) {
         if (peer.pid != 0)
           peer = {getpid(), getuid(), getgid()};
       });
     }},
    {"getsockopt", "ended-peers-are-nobody", "SO_PEERCRED forgets a peer whose process has ended",
     [](Invocation &call) {
       return peer_told(call, [](Credentials &peer) {
         if (peer.pid > 0 && kernel_call(SYS_kill, peer.pid, 0) == -ESRCH)
           peer = {0, 0xffffffffu, 0xffffffffu};
       });
     }},
    {"getsockopt", "peer-by-its-ids-of-now", "SO_PEERCRED tells ids that the peer has taken since",
     [](Invocation &call) {
       return peer_told(call, [](Credentials &peer) {
         struct stat status{};
         const std::string path = "/proc/" + std::to_string(peer.pid);
         if (peer.pid > 0 && kernel_call(SYS_stat, path.c_str(), &status) == 0) {
           peer.uid = status.st_uid;
           peer.gid = status.st_gid;
         }
       });
     }},

    // accept
    {"accept", "inherits-nonblock", "an accepted socket has O_NONBLOCK where its listener has it",
     flags_of_listener},
    {"accept4", "inherits-nonblock", "a socket of accept4 has O_NONBLOCK where its listener has it",
     flags_of_listener},
    {"accept", "inherits-close-on-exec",
     "an accepted socket has FD_CLOEXEC where its listener has it", flag_of_listeners_descriptor},
    {"accept4", "inherits-close-on-exec",
     "a socket of accept4 has FD_CLOEXEC where its listener has it", flag_of_listeners_descriptor},
    {"accept", "options-not-inherited", "an accepted socket has none of its listener's options",
     options_not_inherited},
    {"accept4", "options-not-inherited", "a socket of accept4 has none of its listener's options",
     options_not_inherited},
    {"accept", "last-come-first", "accept takes the connection that came last", last_come_first},
    {"accept4", "last-come-first", "accept4 takes the connection that came last", last_come_first},
    {"accept", "closed-connections-dropped",
     "accept passes over a connection that its peer has closed", closed_connections_dropped},
    {"accept4", "closed-connections-dropped",
     "accept4 passes over a connection that its peer has closed", closed_connections_dropped},

    // Names and connections
    {"bind", "replaces-sockets", "bind to the path of a socket takes its place",
     [](Invocation &call) {
       struct stat status{};
       const std::string path = local_path(call);
       if (kernel_call(SYS_lstat, path.c_str(), &status) == 0 && S_ISSOCK(status.st_mode))
         kernel_call(SYS_unlink, path.c_str());
       return call.call();
     }},
    {"bind",
     "name-goes-with-the-socket",
     "the path of a local socket goes away when it is closed",
     bound_path_noted,
     {{{"close", name_removed}}}},
    {"bind", "ignores-umask", "the file that bind makes has mode 0777 whatever the mask",
     [](Invocation &call) {
       const int64_t result = call.call();
       if (const std::string path = local_path(call); result == 0 && !path.empty())
         kernel_call(SYS_chmod, path.c_str(), 0777);
       return result;
     }},
    {"bind", "reuses-addresses", "bind works as with SO_REUSEADDR", bound_with<SO_REUSEADDR>},
    {"bind", "reuses-ports", "bind works as with SO_REUSEPORT", bound_with<SO_REUSEPORT>},
    {"connect", "unspec-does-nothing", "connect to AF_UNSPEC answers 0 and dissolves nothing",
     [](Invocation &call) {
       const auto family = pointed_to<uint16_t>(call, 1);
       const bool unspec = call.arguments[1] != 0 && family == AF_UNSPEC;
       return unspec && is_datagram(call.arguments[0]) ? 0 : call.call();
     }},
    {"connect", "waits", "connect with O_NONBLOCK waits until the connection is there",
     [](Invocation &call) {
       const int64_t fd = call.arguments[0], flags = flags_of_file(fd);
       if (!is_non_blocking(fd))
         return call.call();
       kernel_call(SYS_fcntl, fd, F_SETFL, flags & ~O_NONBLOCK);
       const int64_t result = call.call();
       kernel_call(SYS_fcntl, fd, F_SETFL, flags);
       return result;
     }},
    {"connect", "loses-the-port",
     "connect of a datagram socket a second time gives it another port",
     [](Invocation &call) {
       const sockaddr nobody{.sa_family = AF_UNSPEC, .sa_data = {}};
       if (is_udp(call.arguments[0]))
         kernel_call(SYS_connect, call.arguments[0], &nobody, sizeof nobody);
       return call.call();
     }},
    {"listen", "backlog-without-end", "listen lets any number of connections wait",
     [](Invocation &call) {
       call.arguments[1] = 4096;
       return call.call();
     }},
    {"listen", "second-does-nothing", "a second listen does not change the backlog",
     [](Invocation &call) { return is_listener(call.arguments[0]) ? 0 : call.call(); }},
    {"getsockname",
     "as-told-to-bind",
     "getsockname tells the address that bind was given, without the port that it chose",
     told_without<port_part>,
     {{{"bind", port_open_noted}}}},
    {"getsockname",
     "wildcard-after-connect",
     "getsockname does not tell the address that connect has chosen",
     told_without<address_part>,
     {{{"connect", address_open_noted}}}},
    {"getpeername", "forgets-closed-peers", "getpeername fails once the peer has closed its end",
     [](Invocation &call) {
       const bool is_gone = (ready_events(call.arguments[0], POLLRDHUP) & POLLRDHUP) != 0;
       return is_gone && !is_listener(call.arguments[0]) ? -ENOTCONN : call.call();
     }},

    // shutdown
    {"shutdown", "write-is-both", "SHUT_WR shuts both halves",
     half_exchanged<SHUT_WR, SHUT_RDWR, is_any>},
    {"shutdown", "read-is-both", "SHUT_RD shuts both halves",
     half_exchanged<SHUT_RD, SHUT_RDWR, is_any>},
    {"shutdown", "both-is-write", "SHUT_RDWR shuts the writing half alone",
     half_exchanged<SHUT_RDWR, SHUT_WR, is_any>},
    {"shutdown", "read-does-nothing", "SHUT_RD of a stream answers 0 and does nothing",
     [](Invocation &call) {
       const bool is_stream = is_tcp(call.arguments[0]) || is_local(call.arguments[0]);
       const int64_t peer = ready_events(call.arguments[0], POLLOUT) & POLLHUP;
       return call.arguments.i32(1) == SHUT_RD && is_stream && peer == 0 ? 0 : call.call();
     }},
    {"shutdown", "closes", "shutdown of both halves closes the descriptor",
     [](Invocation &call) {
       const int64_t result = call.call();
       if (result == 0 && call.arguments.i32(1) == SHUT_RDWR)
         kernel_call(SYS_close, call.arguments[0]);
       return result;
     }},
    {"shutdown", "udp-without-effect",
     "shutdown of a connected UDP socket answers 0 and does nothing",
     [](Invocation &call) {
       sockaddr_storage address;
       socklen_t size = sizeof address;
       const bool is_connected =
           kernel_call(SYS_getpeername, call.arguments[0], &address, &size) == 0;
       return is_udp(call.arguments[0]) && is_connected ? 0 : call.call();
     }},

    // Kinds
    {"socketpair", "datagrams-are-a-stream", "a pair of datagram sockets is one of stream sockets",
     type_exchanged<SOCK_DGRAM, SOCK_STREAM>},
    {"socketpair", "packets-are-a-stream", "a pair of seqpacket sockets is one of stream sockets",
     type_exchanged<SOCK_SEQPACKET, SOCK_STREAM>},
    {"socketpair", "packets-are-datagrams",
     "a pair of seqpacket sockets is one of datagram sockets",
     type_exchanged<SOCK_SEQPACKET, SOCK_DGRAM>},
    {"socket", "packets-are-a-stream", "a local seqpacket socket is a stream socket",
     type_exchanged<SOCK_SEQPACKET, SOCK_STREAM>},
    {"socket", "datagrams-are-packets", "a local datagram socket is a seqpacket socket",
     type_exchanged<SOCK_DGRAM, SOCK_SEQPACKET>},

    // Messages
    {"sendto", "no-sigpipe", "sendto to a peer that has gone sends no SIGPIPE", without_sigpipe},
    {"sendmsg", "no-sigpipe", "sendmsg to a peer that has gone sends no SIGPIPE", without_sigpipe},
    {"sendto", "address-ignored",
     "sendto on a connected datagram socket sends to the peer, whatever "
     "address it is given",
     [](Invocation &call) {
       sockaddr_storage address;
       socklen_t size = sizeof address;
       if (is_datagram(call.arguments[0]) &&
           kernel_call(SYS_getpeername, call.arguments[0], &address, &size) == 0)
         call.arguments[4] = call.arguments[5] = 0;
       return call.call();
     }},
    {"sendto", "empty-datagrams-dropped", "sendto of no bytes answers 0 and sends no datagram",
     [](Invocation &call) {
       const bool is_empty = call.arguments.u32(2) == 0 && is_datagram(call.arguments[0]);
       return is_empty ? 0 : call.call();
     }},
    {"sendto", "cuts-datagrams", "sendto cuts datagrams at 1472 bytes",
     [](Invocation &call) {
       if (is_udp(call.arguments[0]) && call.arguments.u32(2) > 1472)
         call.arguments[2] = 1472;
       return call.call();
     }},
    {"sendmsg", "a-datagram-for-each", "sendmsg sends a datagram for each of its buffers",
     datagram_for_each},
    {"sendmsg", "closes-what-it-passes", "sendmsg closes the descriptors that it passes",
     passed_are_closed},
    {"recvmsg", "passed-files-have-own-offsets",
     "a file that came over SCM_RIGHTS has an offset of its own", passed_changed<[](int fd) {
       if (is_regular(fd))
         reopen(fd);
     }>},
    {"recvmsg", "passed-have-close-on-exec",
     "descriptors that came over SCM_RIGHTS have FD_CLOEXEC",
     passed_changed<[](int fd) { kernel_call(SYS_fcntl, fd, F_SETFD, FD_CLOEXEC); }>},
    {"recvmsg", "passed-are-blocking", "descriptors that came over SCM_RIGHTS have lost O_NONBLOCK",
     passed_changed<[](int fd) {
       kernel_call(SYS_fcntl, fd, F_SETFL, flags_of_file(fd) & ~O_NONBLOCK);
     }>},
    {"recvmsg", "credentials-of-the-receiver", "SCM_CREDENTIALS names the receiver",
     credentials_of_receiver},
    {"recvmsg", "truncation-not-told", "recvmsg does not say MSG_TRUNC of a cut datagram",
     flag_not_told<MSG_TRUNC>},
    {"recvmsg", "lost-control-not-told", "recvmsg does not say MSG_CTRUNC of lost control messages",
     flag_not_told<MSG_CTRUNC>},
    {"recvmsg", "record-end-not-told", "recvmsg does not say MSG_EOR where a record ends",
     flag_not_told<MSG_EOR>},
    {"recvfrom", "rest-comes-next", "what did not fit of a datagram comes with the next recvfrom",
     rest_of_datagram_comes_next},
    {"recvfrom", "empty-datagrams-skipped", "recvfrom passes over empty datagrams",
     empty_datagrams_skipped},
    {"recvfrom", "refusals-skipped", "recvfrom on a UDP socket passes over a port's refusal",
     refusals_skipped},
    {"recvfrom", "streams-not-discarded", "recvfrom with MSG_TRUNC stores a TCP stream's bytes",
     stream_discards_not<3>},
    {"recvfrom", "waits-for-all", "recvfrom from a stream waits until its buffer is full",
     waits_for_all},

    // close
    {"close", "resets-connections", "close of a TCP socket resets the connection",
     connections_reset},
    {"close", "unread-is-dropped",
     "close of a TCP socket with unread data ends the connection in good order", unread_is_dropped},
    {"close", "socket-for-everybody", "close of one of several copies of a socket shuts it down",
     close_is_shutdown},
};

} // namespace

std::span<const Behaviour> network_behaviours() { return behaviours; }

} // namespace wali::host::mutants
