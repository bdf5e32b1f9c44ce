// Calls whose arguments are translated or depend on each other.
#include "runners/host/tests/fake_guest.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <linux/prctl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

namespace wali::host {
namespace {

using abi::Call;

class Calls : public testing::Test {
protected:
  static constexpr GuestAddress end = FakeGuest::end, outside = FakeGuest::outside;
  FakeGuest &guest = FakeGuest::instance();

  void SetUp() override {
    guest.poison();
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_DGRAM, 0, sockets), 0);
    ASSERT_EQ(::pipe(ends), 0);
  }
  void TearDown() override {
    for (int fd : {sockets[0], sockets[1], ends[0], ends[1]})
      ::close(fd);
  }

  int sockets[2], ends[2];
};

// --- readv, writev -----------------------------------------------------------

TEST_F(Calls, VectorsTransferInOrder) {
  guest.put(0x1000, "one");
  guest.put(0x1100, "two");
  guest.put(0x2000, abi::iovec{{0x1000}, 3});
  guest.put(0x2008, abi::iovec{{0xffffffff}, 0});
  guest.put(0x2010, abi::iovec{{0x1100}, 3});
  EXPECT_EQ(guest(Call::writev, ends[1], 0x2000, 3), 6);
  guest.put(0x2000, abi::iovec{{end - 4}, 4});
  EXPECT_EQ(guest(Call::readv, ends[0], 0x2000, 2), 4);
  EXPECT_EQ(guest.bytes(end - 4, 4), "onet");
}

TEST_F(Calls, VectorErrorsComeInLinuxsOrder) {
  EXPECT_EQ(guest(Call::writev, -1, outside, 1), -EBADF);
  EXPECT_EQ(guest(Call::writev, ends[1], outside, 1), -EFAULT);
  EXPECT_EQ(guest(Call::writev, ends[1], outside, -1), -EINVAL);
  EXPECT_EQ(guest(Call::writev, ends[1], outside, 1025), -EINVAL);
  EXPECT_EQ(guest(Call::writev, ends[1], outside, 0), 0);
  EXPECT_EQ(guest(Call::writev, ends[0], 0x2000, 1), -EBADF);
}

TEST_F(Calls, VectorsOutsideOfMemoryGiveTheValidPrefix) {
  guest.put(0x1000, "one");
  guest.put(0x2000, abi::iovec{{0x1000}, 3});
  guest.put(0x2008, abi::iovec{{outside}, 100});
  char path[] = "/tmp/calls-XXXXXX";
  int fd = ::mkstemp(path); // a pipe takes whole pages or nothing
  EXPECT_EQ(guest(Call::writev, fd, 0x2000, 2), 3);
  EXPECT_EQ(guest(Call::writev, fd, 0x2008, 1), -EFAULT);
  ::close(fd);
  ::unlink(path);
}

// --- sendmsg, recvmsg --------------------------------------------------------

class Messages : public Calls {
protected:
  static constexpr GuestAddress header = 0x100, vectors = 0x200, control = 0x300, name = 0x800,
                                data = 0x1000;

  // A header with a vector of `length` bytes and `control_length` of control.
  void put_header(uint32_t length, uint32_t control_length, uint32_t name_length = 0) {
    abi::msghdr fields;
    memset(&fields, 0xdd, sizeof fields);
    fields.msg_name = {name_length == 0 ? 0 : name};
    fields.msg_namelen = name_length;
    fields.msg_iov = {vectors};
    fields.msg_iovlen = 1;
    fields.msg_control = {control_length == 0 ? 0 : control};
    fields.msg_controllen = control_length;
    guest.put(header, fields);
    guest.put(vectors, abi::iovec{{data}, length});
  }

  void put_control(GuestAddress address, uint32_t length, int type) {
    guest.put(address, abi::cmsghdr{length, 0xdddddddd, SOL_SOCKET, type});
  }

  int64_t send(int flags = 0) { return guest(Call::sendmsg, sockets[0], header, flags); }
  int64_t receive(int flags = 0) { return guest(Call::recvmsg, sockets[1], header, flags); }

  static bool is_open(int fd) { return ::fcntl(fd, F_GETFD) != -1; }
  static int count_open() {
    constexpr int more_than_any = 1024;
    int count = 0;
    for (int fd = 0; fd < more_than_any; ++fd)
      count += is_open(fd);
    return count;
  }

  void send_descriptors(const std::vector<int> &descriptors) {
    put_header(1, 16 + 4 * descriptors.size());
    put_control(control, 16 + 4 * descriptors.size(), SCM_RIGHTS);
    for (size_t index = 0; index < descriptors.size(); ++index)
      guest.put(control + 16 + 4 * index, descriptors[index]);
    ASSERT_EQ(send(), 1);
    guest.poison();
  }
};

TEST_F(Messages, DescriptorAndCredentialsTravelTogether) {
  int on = 1;
  ASSERT_EQ(::setsockopt(sockets[1], SOL_SOCKET, SO_PASSCRED, &on, sizeof on), 0);
  guest.put(data, "hello");
  put_header(5, 24 + 28);
  put_control(control, 20, SCM_RIGHTS);
  guest.put(control + 16, ends[1]);
  put_control(control + 24, 28, SCM_CREDENTIALS);
  guest.put(control + 40, abi::ucred{getpid(), getuid(), getgid()});
  ASSERT_EQ(send(), 5);

  guest.poison();
  put_header(16, 100);
  ASSERT_EQ(receive(), 5);
  EXPECT_EQ(guest.bytes(data, 6), "hello\xa5");
  auto fields = guest.get<abi::msghdr>(header);
  EXPECT_EQ(fields.msg_flags, 0);
  ASSERT_EQ(fields.msg_controllen, 56u);
  EXPECT_EQ(static_cast<uint32_t>(fields.pad1), 0xddddddddu);
  EXPECT_EQ(static_cast<uint32_t>(fields.pad2), 0xddddddddu);
  auto first = guest.get<abi::cmsghdr>(control), second = guest.get<abi::cmsghdr>(control + 32);
  EXPECT_EQ(first.cmsg_type, SCM_CREDENTIALS);
  EXPECT_EQ(first.cmsg_len, 28u);
  EXPECT_EQ(first.pad, 0u);
  EXPECT_EQ(guest.get<abi::ucred>(control + 16).pid, getpid());
  EXPECT_EQ(guest.bytes(control + 28, 4), "\xa5\xa5\xa5\xa5") << "padding stays as it was";
  ASSERT_EQ(second.cmsg_type, SCM_RIGHTS);
  EXPECT_EQ(second.cmsg_len, 20u);
  EXPECT_EQ(guest.bytes(control + 52, 1), "\xa5");
  int received = guest.get<int32_t>(control + 48);
  EXPECT_EQ(::write(received, "x", 1), 1);
  ::close(received);
}

TEST_F(Messages, DescriptorsThatDoNotFitAreClosed) {
  send_descriptors({ends[0], ends[1], ends[0]});
  put_header(1, 24);
  const int before = count_open();
  ASSERT_EQ(receive(), 1);
  auto fields = guest.get<abi::msghdr>(header);
  EXPECT_EQ(fields.msg_flags, MSG_CTRUNC);
  EXPECT_EQ(fields.msg_controllen, 24u);
  EXPECT_EQ(count_open(), before + 2);
  EXPECT_EQ(::close(guest.get<int32_t>(control + 16)), 0);
  EXPECT_EQ(::close(guest.get<int32_t>(control + 20)), 0);
}

TEST_F(Messages, ControlThatCannotBeWrittenLeaksNoDescriptor) {
  send_descriptors({ends[0]});
  abi::msghdr fields{};
  fields.msg_iov = {vectors};
  fields.msg_iovlen = 1;
  fields.msg_control = {end - 8};
  fields.msg_controllen = 64;
  guest.put(header, fields);
  guest.put(vectors, abi::iovec{{data}, 1});
  int lowest = ::dup(0);
  ::close(lowest);
  EXPECT_EQ(receive(), 1);
  EXPECT_FALSE(is_open(lowest));
  EXPECT_EQ(guest.get<abi::msghdr>(header).msg_controllen, 0u);
}

TEST_F(Messages, MemoryOfAProcessIsNotReceived) {
  int memory = ::open("/proc/self/mem", O_RDWR);
  ASSERT_GE(memory, 0);
  send_descriptors({ends[0], memory});
  ::close(memory);
  put_header(1, 64);
  EXPECT_EQ(receive(), -EACCES);
  EXPECT_FALSE(is_open(memory));
  EXPECT_FALSE(is_open(memory + 1));
}

TEST_F(Messages, NameLengthIsWrittenOnlyWithAName) {
  put_header(0, 0);
  ASSERT_EQ(send(), 0);
  put_header(0, 0);
  guest.put(header + offsetof(abi::msghdr, msg_namelen), uint32_t{77});
  ASSERT_EQ(receive(), 0);
  EXPECT_EQ(guest.get<abi::msghdr>(header).msg_namelen, 77u);

  put_header(0, 0);
  ASSERT_EQ(send(), 0);
  put_header(0, 0, 16);
  ASSERT_EQ(receive(), 0);
  EXPECT_EQ(guest.get<abi::msghdr>(header).msg_namelen, 0u) << "an unnamed socket has no address";
}

TEST_F(Messages, ErrorsComeInLinuxsOrder) {
  EXPECT_EQ(guest(Call::sendmsg, -1, outside, 0), -EBADF);
  EXPECT_EQ(guest(Call::sendmsg, ends[0], outside, 0), -ENOTSOCK);
  EXPECT_EQ(guest(Call::sendmsg, sockets[0], outside, 0), -EFAULT);
  EXPECT_EQ(guest(Call::recvmsg, sockets[0], end - 20, MSG_DONTWAIT), -EFAULT);
  put_header(1, 0);
  guest.put(header + offsetof(abi::msghdr, msg_iovlen), int32_t{1025});
  EXPECT_EQ(send(), -EMSGSIZE);
  guest.put(header + offsetof(abi::msghdr, msg_iovlen), int32_t{-1});
  EXPECT_EQ(send(), -EMSGSIZE);
  put_header(1, 16);
  put_control(control, 15, SCM_RIGHTS);
  EXPECT_EQ(send(), -EINVAL);
  put_header(1, 0xfffffff0);
  EXPECT_EQ(send(), -ENOBUFS);
  put_header(1, 32);
  guest.put(header + offsetof(abi::msghdr, msg_control), outside);
  EXPECT_EQ(send(), -EFAULT);
}

TEST_F(Messages, AddressesOfRdsAreRefused) {
  put_header(1, 24);
  guest.put(control, abi::cmsghdr{24, 0, 276, 1});
  EXPECT_EQ(send(), -EINVAL);
}

// --- Socket options ----------------------------------------------------------

TEST_F(Calls, FilterProgramsAreTranslated) {
  // Accept the first two bytes of each datagram.
  guest.put(0x1000, abi::sock_filter{BPF_RET | BPF_K, 0, 0, 2});
  guest.put(0x2000, abi::sock_fprog{1, {0x1000}});
  auto attach = [&](GuestAddress program, int64_t length) {
    return guest(Call::setsockopt, sockets[1], SOL_SOCKET, SO_ATTACH_FILTER, program, length);
  };
  EXPECT_EQ(attach(0x2000, 16), -EINVAL);
  EXPECT_EQ(attach(0x2000, 7), -EINVAL);
  EXPECT_EQ(attach(outside, 8), -EFAULT);
  EXPECT_EQ(guest(Call::setsockopt, -1, SOL_SOCKET, SO_ATTACH_FILTER, outside, 8), -EBADF);
  EXPECT_EQ(attach(0x2000, 8), 0);
  ASSERT_EQ(::send(sockets[0], "abcd", 4, 0), 4);
  EXPECT_EQ(guest(Call::recvfrom, sockets[1], 0x3000, 10, 0, 0, 0), 2);
  // Read back: the length counts instructions.
  guest.put(0x4000, uint32_t{1});
  EXPECT_EQ(guest(Call::getsockopt, sockets[1], SOL_SOCKET, SO_ATTACH_FILTER, 0x5000, 0x4000), 0);
  EXPECT_EQ(guest.get<abi::sock_filter>(0x5000).k, 2u);
}

TEST_F(Calls, OptionsWithPointersAreUnknown) {
  int tcp = ::socket(AF_INET, SOCK_STREAM, 0);
  guest.put(0x1000, abi::sockaddr_storage{});
  guest.put(0x4000, uint32_t{64});
  constexpr int sol_xdp = 283, zerocopy_receive = 35, ipt_so_set_replace = 64;
  EXPECT_EQ(guest(Call::getsockopt, tcp, IPPROTO_TCP, zerocopy_receive, 0x1000, 0x4000),
            -ENOPROTOOPT);
  EXPECT_EQ(guest(Call::setsockopt, tcp, SOL_IP, ipt_so_set_replace, 0x1000, 128), -ENOPROTOOPT);
  EXPECT_EQ(guest(Call::setsockopt, tcp, sol_xdp, 4, 0x1000, 32), -ENOPROTOOPT);
  EXPECT_EQ(guest(Call::setsockopt, -1, sol_xdp, 4, 0x1000, 32), -EBADF);
  EXPECT_EQ(guest(Call::setsockopt, ends[0], sol_xdp, 4, 0x1000, 32), -ENOTSOCK);
  ::close(tcp);
}

// --- fcntl -------------------------------------------------------------------

TEST_F(Calls, FcntlLocksUseTheLowHalfOfTheArgument) {
  char path[] = "/tmp/calls-XXXXXX";
  int fd = ::mkstemp(path);
  guest.put(0x1000, (struct abi::flock){F_WRLCK, SEEK_SET, 0, INT64_C(0x200000000), 5, 0, 0});
  EXPECT_EQ(guest(Call::fcntl, fd, F_OFD_SETLK, INT64_C(0x7eadbeef00001000)), 0);
  int other = ::open(path, O_RDWR);
  struct ::flock seen = {F_WRLCK, SEEK_SET, INT64_C(0x200000000), 1, 0};
  EXPECT_EQ(::fcntl(other, F_OFD_GETLK, &seen), 0);
  EXPECT_EQ(seen.l_type, F_WRLCK);
  EXPECT_EQ(guest(Call::fcntl, fd, F_OFD_SETLK, outside), -EFAULT);
  EXPECT_EQ(guest(Call::fcntl, -1, F_SETLK, outside), -EBADF);
  ::close(other);
  ::close(fd);
  ::unlink(path);
}

TEST_F(Calls, FcntlNumbersAndUnknownCommands) {
  EXPECT_EQ(guest(Call::fcntl, ends[0], F_DUPFD, 200), 200);
  EXPECT_EQ(guest(Call::fcntl, 200, F_SETFD, FD_CLOEXEC), 0);
  EXPECT_EQ(guest(Call::fcntl, 200, F_GETFD, 0), FD_CLOEXEC);
  EXPECT_EQ(guest(Call::fcntl, 200, 9999, 0x1000), -EINVAL);
  ::close(200);
  EXPECT_EQ(guest(Call::fcntl, 200, 9999, 0x1000), -EBADF);
}

// --- ioctl -------------------------------------------------------------------

TEST_F(Calls, IoctlWritesItsStructure) {
  ASSERT_EQ(::write(ends[1], "abc", 3), 3);
  EXPECT_EQ(guest(Call::ioctl, ends[0], FIONREAD, 0x1000), 0);
  EXPECT_EQ(guest.get<int32_t>(0x1000), 3);
  EXPECT_EQ(guest.bytes(0x1004, 1), "\xa5");
  EXPECT_EQ(guest(Call::ioctl, ends[0], FIONREAD, outside), -EFAULT);
  EXPECT_EQ(guest(Call::ioctl, ends[0], FIONREAD, end - 2), -EFAULT);
}

TEST_F(Calls, IoctlRequestsThatTheHostDoesNotKnow) {
  EXPECT_EQ(guest(Call::ioctl, ends[0], 0x12345678, 0x1000), -ENOTTY);
  EXPECT_EQ(guest(Call::ioctl, sockets[0], 0x12345678, 0x1000), -ENOTTY);
  EXPECT_EQ(guest(Call::ioctl, -1, 0x12345678, 0x1000), -EBADF);
  EXPECT_EQ(guest(Call::ioctl, ends[0], TCGETS, 0x1000), -ENOTTY);
}

TEST_F(Calls, InterfaceListHasAPointerInside) {
  int fd = ::socket(AF_INET, SOCK_DGRAM, 0);
  guest.put(0x1000, abi::ifconf{1024, {0x2000}});
  ASSERT_EQ(guest(Call::ioctl, fd, SIOCGIFCONF, 0x1000), 0);
  auto list = guest.get<abi::ifconf>(0x1000);
  EXPECT_EQ(list.ifc_buf.address, 0x2000u);
  char requests[1024];
  struct {
    int length;
    char *buffer;
  } native = {sizeof requests, requests};
  ASSERT_EQ(::ioctl(fd, SIOCGIFCONF, &native), 0);
  ASSERT_EQ(list.ifc_len, native.length);
  EXPECT_EQ(guest.bytes(0x2000, list.ifc_len), std::string(requests, native.length));
  EXPECT_EQ(guest(Call::ioctl, fd, SIOCGIFCONF, outside), -EFAULT);
  ::close(fd);
}

TEST_F(Calls, EthtoolKeepsTheGuestsPointer) {
  int fd = ::socket(AF_INET, SOCK_DGRAM, 0);
  abi::ifreq request{};
  strcpy(request.ifr_name, "lo");
  request.ifr_data = {0x2000};
  guest.put(0x1000, request);
  guest.put(0x2000, uint32_t{0x0000000a}); // ETHTOOL_GLINK
  EXPECT_EQ(guest(Call::ioctl, fd, SIOCETHTOOL, 0x1000), 0);
  EXPECT_LE(guest.get<uint32_t>(0x2004), 1u);
  EXPECT_EQ(guest.get<abi::ifreq>(0x1000).ifr_data.address, 0x2000u);
  EXPECT_EQ(guest.get<uint32_t>(0x1000 + 20), 0u) << "no half of a host address";
  ::close(fd);
}

// --- prctl -------------------------------------------------------------------

TEST_F(Calls, PrctlNamesAndNumbers) {
  guest.put(0x1000, "renamed");
  EXPECT_EQ(guest(Call::prctl, PR_SET_NAME, INT64_C(0x5ead000000001000), 0, 0, 0), 0);
  EXPECT_EQ(guest(Call::prctl, PR_GET_NAME, 0x2000, 0, 0, 0), 0);
  EXPECT_EQ(guest.bytes(0x2000, 8), std::string("renamed", 8));
  EXPECT_EQ(guest.bytes(0x2010, 1), "\xa5");
  EXPECT_EQ(guest(Call::prctl, PR_GET_NAME, outside, 0, 0, 0), -EFAULT);
  EXPECT_EQ(guest(Call::prctl, PR_GET_DUMPABLE, 0, 0, 0, 0), 1);
  EXPECT_EQ(guest(Call::prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 1), -EINVAL);
  EXPECT_EQ(guest(Call::prctl, PR_GET_TID_ADDRESS, 0x3000, 0, 0, 0), 0);
  EXPECT_EQ(guest.get<uint32_t>(0x3000), 0u);
  EXPECT_EQ(guest.bytes(0x3004, 1), "\xa5");
}

TEST_F(Calls, PrctlRefusesWhatWouldReachTheHost) {
  auto refused = [&](int64_t option, int64_t second) {
    return guest(Call::prctl, option, second, 0x1000, 8, 0);
  };
  EXPECT_EQ(refused(PR_SET_MM, PR_SET_MM_START_BRK), -EPERM);
  EXPECT_EQ(refused(PR_SET_SECCOMP, 2), -EINVAL);
  EXPECT_EQ(refused(PR_SET_TSC, PR_TSC_SIGSEGV), -EINVAL);
  EXPECT_EQ(refused(PR_SET_SYSCALL_USER_DISPATCH, 1), -EINVAL);
  EXPECT_EQ(refused(PR_SET_VMA, 0), -EINVAL);
  EXPECT_EQ(refused(123456, 0), -EINVAL);
}

// --- futex -------------------------------------------------------------------

TEST_F(Calls, FutexArgumentsByOperation) {
  guest.put(0x1000, uint32_t{5});
  guest.put(0x2000, abi::timespec{0, 1000});
  auto futex = [&](int64_t word, int64_t operation, int64_t value, int64_t fourth, int64_t second,
                   int64_t third) {
    return guest(Call::futex, word, operation, value, fourth, second, third);
  };
  EXPECT_EQ(futex(0x1000, FUTEX_WAIT, 4, 0x2000, 0, 0), -EAGAIN);
  EXPECT_EQ(futex(0x1000, FUTEX_WAIT | FUTEX_PRIVATE_FLAG, 5, 0x2000, 0, 0), -ETIMEDOUT);
  EXPECT_EQ(futex(0x1000, FUTEX_WAIT, 5, outside, 0, 0), -EFAULT);
  EXPECT_EQ(futex(0x1000, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1, outside, outside, 0), 0);
  EXPECT_EQ(futex(0x1000, FUTEX_CMP_REQUEUE, 1, 2 * end, 0x1004, 5), 0); // val2, not a pointer
  EXPECT_EQ(futex(0x1000, FUTEX_CMP_REQUEUE, 1, -1, 0x1004, 5), -EINVAL);
  EXPECT_EQ(futex(0x1000, FUTEX_CMP_REQUEUE, 1, 1, 0x1004, 4), -EAGAIN);
  EXPECT_EQ(futex(0x1000, FUTEX_CMP_REQUEUE | FUTEX_PRIVATE_FLAG, 1, 1, outside, 5), -EFAULT);
  EXPECT_EQ(futex(outside, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1, 0, 0, 0), -EFAULT);
  EXPECT_EQ(futex(0x1001, FUTEX_WAKE, 1, 0, 0, 0), -EINVAL);
  EXPECT_EQ(futex(0x1000, 99, 1, 0, 0, 0), -ENOSYS);
  // Set the second word to 7 and wake if it was 3.
  guest.put(0x1004, uint32_t{3});
  EXPECT_EQ(
      futex(0x1000, FUTEX_WAKE_OP, 1, 1, 0x1004, FUTEX_OP(FUTEX_OP_SET, 7, FUTEX_OP_CMP_EQ, 3)), 0);
  EXPECT_EQ(guest.get<uint32_t>(0x1004), 7u);
}

// --- Waiting -----------------------------------------------------------------

TEST_F(Calls, SixthArgumentOfPselect6) {
  guest.put(0x1000, uint64_t{1} << ends[1]);
  guest.put(0x2000, abi::timespec{0, 0});
  auto select = [&](int64_t sixth) {
    return guest(Call::pselect6, ends[1] + 1, 0, 0x1000, 0, 0x2000, sixth);
  };
  guest.put(0x4000, uint64_t{0});
  EXPECT_EQ(select(0), 1);
  EXPECT_EQ(select(outside), -EFAULT);
  EXPECT_EQ(select(guest.put(0x3000, abi::pselect6_mask{0, 77})), 1)
      << "no mask, whatever its size";
  EXPECT_EQ(select(guest.put(0x3000, abi::pselect6_mask{0x4000, 8})), 1);
  EXPECT_EQ(select(guest.put(0x3000, abi::pselect6_mask{0x4000, 4})), -EINVAL);
  EXPECT_EQ(select(guest.put(0x3000, abi::pselect6_mask{outside, 8})), -EFAULT);
  EXPECT_EQ(select(guest.put(0x3000, abi::pselect6_mask{UINT64_C(0x100004000), 8})), -EFAULT);
  EXPECT_EQ(guest.bytes(0x1008, 1), "\xa5");
}

TEST_F(Calls, MasksOfPpollAndEpollPwait) {
  guest.put(0x1000, abi::pollfd{ends[1], POLLOUT, 0});
  guest.put(0x2000, abi::timespec{0, 0});
  guest.put(0x4000, uint64_t{0});
  EXPECT_EQ(guest(Call::ppoll, 0x1000, 1, 0x2000, 0, 999), 1);
  EXPECT_EQ(guest(Call::ppoll, 0x1000, 1, 0x2000, 0x4000, 8), 1);
  EXPECT_EQ(guest(Call::ppoll, 0x1000, 1, 0x2000, 0x4000, 4), -EINVAL);
  EXPECT_EQ(guest(Call::ppoll, 0x1000, 1, 0x2000, outside, 8), -EFAULT);

  int64_t epoll = guest(Call::epoll_create1, 0);
  ASSERT_GE(epoll, 0);
  guest.put(0x1000, abi::epoll_event{POLLOUT, UINT64_C(0x1122334455667788)});
  EXPECT_EQ(guest(Call::epoll_ctl, epoll, 1, ends[1], 0x1000), 0);
  EXPECT_EQ(guest(Call::epoll_pwait, epoll, 0x5000, INT32_MAX / 12, 0, 0x4000, 8), 1);
  const uint64_t data = guest.get<abi::epoll_event>(0x5000).data; // of a packed structure: a copy
  EXPECT_EQ(data, UINT64_C(0x1122334455667788));
  EXPECT_EQ(guest(Call::epoll_pwait, epoll, 0x5000, INT32_MAX / 12 + 1, 0, 0, 0), -EINVAL);
  EXPECT_EQ(guest(Call::epoll_pwait, epoll, end - 4, 1, 0, 0, 0), -EFAULT);
  ::close(epoll);
}

} // namespace
} // namespace wali::host
