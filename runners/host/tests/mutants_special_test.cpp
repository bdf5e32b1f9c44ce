// Operators on single calls, faults, and what stands in for a handler.
#include "runners/host/mutants/apply.h"

#include "runners/host/memory/address_space.h"
#include "runners/host/mutants/faults.h"
#include "runners/host/tests/broken_call.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>

namespace wali::host::mutants {
namespace {

using MutantSpecial = BrokenCall;

TEST_F(MutantSpecial, Interruption) {
  right = [](const Arguments &) { return calls < 3 ? -EINTR : 7; };
  EXPECT_EQ(call("read:never-interrupted", 3, buffer, 5), 7);
  EXPECT_EQ(calls, 3);
  right = [](const Arguments &) { return faults::refuses_restart ? 1 : 0; };
  EXPECT_EQ(call("read:interrupted-not-restarted", 3, buffer, 5), 1);
  EXPECT_FALSE(faults::refuses_restart);
}

TEST_F(MutantSpecial, DescriptorsRenumbered) {
  right = [](const Arguments &) { return int64_t{dup(0)}; };
  const int64_t fd = call("dup:own-descriptor-table", 0);
  EXPECT_GE(fd, 100);
  EXPECT_EQ(close(static_cast<int>(fd)), 0);
  right = [this](const Arguments &arguments) {
    const int32_t pair[] = {dup(0), fcntl(0, F_DUPFD_CLOEXEC, 0)};
    guest.put(arguments.address(0), pair);
    return 0;
  };
  EXPECT_EQ(call("pipe:own-descriptor-table", buffer), 0);
  const auto pair = guest.get<std::array<int32_t, 2>>(buffer);
  EXPECT_GE(pair[0], 100);
  EXPECT_EQ(fcntl(pair[0], F_GETFD), 0);
  EXPECT_EQ(fcntl(pair[1], F_GETFD), FD_CLOEXEC);
  close(pair[0]);
  close(pair[1]);
}

TEST_F(MutantSpecial, MappingsOfAnotherKind) {
  call("mmap:shared-becomes-private", 0, 4096, 3, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  EXPECT_EQ(seen[3], MAP_PRIVATE | MAP_ANONYMOUS);
  call("mmap:fixed-address-ignored", 0x10000, 4096, 3, MAP_PRIVATE | MAP_FIXED, -1, 0);
  EXPECT_EQ(seen[0], 0);
  EXPECT_EQ(seen[3], MAP_PRIVATE);
  EXPECT_EQ(call("brk:argument-returned", 0x5000), 0x5000);
  answer(0x80001000);
  EXPECT_EQ(call("mmap:address-sign-extended", 0, 4096, 3, MAP_PRIVATE, -1, 0), -0x7ffff000);
}

TEST_F(MutantSpecial, StructuresOfOtherDefinitions) {
  abi::k_sigaction action{};
  action.handler = 1;
  guest.put(buffer, action);
  right = [this](const Arguments &arguments) {
    EXPECT_EQ(guest.get<uint32_t>(arguments.address(1)), SignalAction::sig_ignore);
    return 0;
  };
  call("rt_sigaction:sig-ign-is-one(act)", 10, buffer, 0, 8);
  EXPECT_EQ(guest.get<uint32_t>(buffer), 1u);

  const abi::epoll_event events[] = {{1, 2}, {3, 4}};
  write(1, std::string(reinterpret_cast<const char *>(events), sizeof events), 2);
  call("epoll_pwait:unpacked(events)", 3, buffer, 2, 0, 0, 8);
  EXPECT_EQ(guest.get<uint64_t>(buffer + 8), 2u);
  EXPECT_EQ(guest.get<uint32_t>(buffer + 16), 3u);

  abi::msghdr header{};
  header.pad1 = 0x3000; // where the unpadded structure has its control buffer
  guest.put(buffer, header);
  right = [this](const Arguments &arguments) {
    EXPECT_EQ(guest.get<abi::msghdr>(arguments.address(1)).msg_control.address, 0x3000u);
    return 0;
  };
  call("sendmsg:unpadded(msg)", 3, buffer, 0);
  EXPECT_EQ(guest.get<abi::msghdr>(buffer).msg_control.address, 0u);
}

TEST_F(MutantSpecial, ThreadNumbersOfItsOwn) {
  right = [](const Arguments &) { return raw_syscall(SYS_gettid); };
  EXPECT_EQ(call("gettid:not-the-kernels"), raw_syscall(SYS_gettid) - getpid() + 1);
}

// --- Faults and substitution -------------------------------------------------

class MutantFaults : public testing::Test {
  void TearDown() override { recover(); }
};

TEST_F(MutantFaults, AHoleIsNeverReused) {
  constexpr AddressRange all{0x10000, 0x20000}, hole{0x10000, 0x11000};
  AddressSpace space;
  space.add(all);
  space.occupy(hole);
  space.release(hole);
  EXPECT_EQ(space.find(0x1000), hole);
  add_fault(Fault::hole_never_reused);
  space.occupy(hole);
  space.release(hole);
  EXPECT_EQ(space.find(0x1000)->begin, 0x11000u);
  EXPECT_TRUE(space.is_free(hole));
  space.release({0x1f000, 0x20000});
  EXPECT_EQ(space.growth_needed(0x1000, 0x20000), 0x1000u);
}

TEST_F(MutantFaults, OnlyTheCallItselfIsReplaced) {
  become(*find_mutant("getpid:return-zero"));
  become(*find_mutant("getpid:result-plus-one"));
  become(*find_mutant("rt_sigaction:handler-late"));
  const auto import_of = [](abi::Call call) {
    const abi::Syscall &syscall = abi::syscalls()[static_cast<size_t>(call)];
    return Import{&syscall, find_handler(call), syscall.name};
  };
  const Import other = import_of(abi::Call::getppid);
  EXPECT_EQ(substitute(other), other.handler);
  const Handler broken = substitute(import_of(abi::Call::getpid));
  EXPECT_EQ(broken(FakeGuest::instance().thread(), {}), 1) << "both, one upon the other";
  EXPECT_FALSE(has_fault(Fault::handler_late));
  const Import sigaction = import_of(abi::Call::rt_sigaction);
  EXPECT_EQ(substitute(sigaction), sigaction.handler);
  EXPECT_TRUE(has_fault(Fault::handler_late));
}

} // namespace
} // namespace wali::host::mutants
