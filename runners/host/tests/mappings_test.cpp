// Mappings that fail beside other threads, or for want of address space.
#include "runners/host/memory/mappings.h"
#include "runners/host/tests/fake_guest.h"

#include <errno.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

namespace wali::host {
namespace {

constexpr GuestAddress place = 0x20000;

// Whether something is mapped there.
bool is_mapped(const void *page) {
  unsigned char resident;
  return mincore(const_cast<void *>(page), page_size, &resident) == 0;
}

TEST(MappingsAmongThreads, AFailedOneLeavesWhatIsThere) {
  FakeGuest &guest = FakeGuest::instance();
  ASSERT_EQ(guest.thread().process().expect_threads(), 0);
  guest.poison();
  const void *page = guest.host_address(place);
  std::atomic<bool> is_over = false;
  std::atomic<int> holes = 0;
  std::thread watcher([&] {
    while (!is_over)
      holes += !is_mapped(page);
  });
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0); // a kernel asks it too late
  for (int count = 0; count < 20000; ++count)
    EXPECT_EQ(
        guest(abi::Call::mmap, place, page_size, PROT_READ, MAP_SHARED | MAP_FIXED, socket, 0),
        -ENODEV);
  is_over = true;
  watcher.join();
  close(socket);
  EXPECT_EQ(holes, 0);
  EXPECT_EQ(guest.bytes(place, 1), "\xa5") << "its contents are untouched";
}

TEST(MappingsAmongThreads, ANewOneLiesWhereItWasAskedFor) {
  FakeGuest &guest = FakeGuest::instance();
  ASSERT_EQ(guest.thread().process().expect_threads(), 0);
  guest.poison();
  constexpr int prot = PROT_READ | PROT_WRITE | PROT_EXEC;
  EXPECT_EQ(guest(abi::Call::mmap, place, page_size, prot, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED,
                  -1, 0),
            int64_t{place});
  EXPECT_EQ(guest.bytes(place, 2), std::string(2, '\0'));
  EXPECT_EQ(guest.bytes(place + page_size, 1), "\xa5");
  EXPECT_EQ(guest.bytes(place - 1, 1), "\xa5");
  // Memory as the other tests expect it.
  EXPECT_EQ(guest(abi::Call::mmap, place, page_size, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0),
            int64_t{place});
}

// munmap(2) succeeds where RLIMIT_AS is exceeded.
TEST(MappingsWithoutAddressSpace, AreUnmapped) {
  FakeGuest &guest = FakeGuest::instance();
  const auto limited = [&] {
    const rlimit nothing{page_size, page_size};
    if (setrlimit(RLIMIT_AS, &nothing) != 0)
      _exit(1);
    if (guest(abi::Call::munmap, place, page_size) != 0)
      _exit(2);
    // The page is out of reach, and mprotect brings back none of what it held.
    if (write(1, guest.host_address(place), 1) != -1 || errno != EFAULT)
      _exit(3);
    if (guest(abi::Call::mprotect, place, page_size, PROT_READ) != -ENOMEM)
      _exit(4);
    _exit(0);
  };
  EXPECT_EXIT(limited(), testing::ExitedWithCode(0), "");
}

// Where RLIMIT_AS lets nothing be reserved, a mapping that cannot grow or move leaves no hole.
TEST(MappingsWithoutAddressSpace, NeitherGrowNorMoveNorLeaveAHole) {
  FakeGuest &guest = FakeGuest::instance();
  const Mappings mappings(guest.thread().memory());
  const AddressRange one{place, place + page_size}, two{place, place + 2 * page_size},
      behind{place + page_size, place + 2 * page_size};
  const auto limited = [&] {
    const rlimit nothing{page_size, page_size};
    bool replaced = true;
    if (setrlimit(RLIMIT_AS, &nothing) != 0)
      _exit(1);
    if (mappings.grow(one, two) != -ENOMEM)
      _exit(2);
    if (mappings.move(one, behind, 0, replaced) != -ENOMEM || replaced)
      _exit(3);
    _exit(is_mapped(guest.host_address(place + page_size)) ? 0 : 4);
  };
  EXPECT_EXIT(limited(), testing::ExitedWithCode(0), "");
}

} // namespace
} // namespace wali::host
