// Checked memory: what can be read and written, and what faults instead.
#include "runners/host/memory/memory.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <memory>

#include "runners/host/running/assembly.h"
#include "runners/host/running/process.h"
#include "runners/host/running/signals.h"

namespace wali::host {
namespace {

// A reservation like an engine's, of which two wasm pages are accessible.
class CheckedMemory : public testing::Test {
protected:
  static constexpr uint64_t size = 2 * wasm_page_size;
  static constexpr uint8_t poison = 0xa5;

  void SetUp() override {
    void *at = mmap(nullptr, memory_reservation_bytes + wasm_page_size, PROT_NONE,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    ASSERT_NE(at, MAP_FAILED);
    base = static_cast<uint8_t *>(at);
    ASSERT_EQ(mprotect(base, size, PROT_READ | PROT_WRITE), 0);
    memset(base, poison, size);
    memory = std::make_unique<Memory>(
        Memory::Source{.base = base,
                       .size = [](void *context) { return *static_cast<uint64_t *>(context); },
                       .context = &current_size});
    // The fault fix-up is the host's handler of SIGSEGV and SIGBUS.
    static SignalTable *const table = [] {
      auto *made = new SignalTable;
      made->inherit(0);
      made->guard_engine();
      return made;
    }();
    ASSERT_NE(table, nullptr);
  }
  void TearDown() override { munmap(base, memory_reservation_bytes + wasm_page_size); }

  uint8_t *base = nullptr;
  uint64_t current_size = size;
  std::unique_ptr<Memory> memory;
};

TEST_F(CheckedMemory, ReadsAndWritesWhatIsInside) {
  for (GuestAddress address : {0u, 1u, 4095u, 65535u, static_cast<uint32_t>(size - 8)}) {
    EXPECT_TRUE(memory->write(address, uint64_t{0x1122334455667788})) << address;
    uint64_t value = 0;
    EXPECT_TRUE(memory->read(address, value)) << address;
    EXPECT_EQ(value, 0x1122334455667788u) << address;
  }
}

TEST_F(CheckedMemory, WritesNoByteBesideTheRange) {
  ASSERT_TRUE(memory->write(100, std::array<uint8_t, 13>{}));
  EXPECT_EQ(base[99], poison);
  EXPECT_EQ(base[100], 0);
  EXPECT_EQ(base[112], 0);
  EXPECT_EQ(base[113], poison);
}

TEST_F(CheckedMemory, RefusesWhatLeavesMemory) {
  std::array<uint8_t, 16> bytes;
  for (uint64_t address : {size - 15, size - 1, size, size + 1, uint64_t{0x7fffffff},
                           uint64_t{0x80000000}, uint64_t{0xfffffff0}, uint64_t{0xffffffff}}) {
    EXPECT_FALSE(memory->read(static_cast<GuestAddress>(address), bytes)) << address;
    EXPECT_FALSE(memory->write(static_cast<GuestAddress>(address), bytes)) << address;
  }
  EXPECT_TRUE(memory->read(static_cast<GuestAddress>(size - 16), bytes));
}

TEST_F(CheckedMemory, RefusesLengthsThatWrap) {
  std::vector<uint8_t> bytes(2 * size);
  EXPECT_FALSE(memory->read_bytes(16, bytes.data(), size));
  EXPECT_FALSE(memory->read_bytes(0xffffffff, bytes.data(), 2));
  EXPECT_FALSE(memory->write_bytes(0, bytes.data(), SIZE_MAX));
  EXPECT_TRUE(memory->read_bytes(0xffffffff, bytes.data(), 0));
}

TEST_F(CheckedMemory, SingleAccessesFaultToo) {
  uint32_t four;
  uint64_t eight;
  const auto last = static_cast<GuestAddress>(size);
  EXPECT_FALSE(memory->read(last - 3, four));
  EXPECT_FALSE(memory->read(last - 7, eight));
  EXPECT_FALSE(memory->write(last - 3, uint32_t{1}));
  EXPECT_FALSE(memory->write(last - 7, uint64_t{1}));
  EXPECT_TRUE(memory->write(last - 4, uint32_t{1}));
}

TEST_F(CheckedMemory, NoticesPagesThatTheGuestTookAway) {
  std::array<uint8_t, 64> bytes;
  ASSERT_EQ(mprotect(base + 4096, 4096, PROT_NONE), 0);
  EXPECT_FALSE(memory->read(4096, bytes));
  EXPECT_FALSE(memory->read(4090, bytes));
  EXPECT_FALSE(memory->write(4090, bytes));
  EXPECT_TRUE(memory->read(8192, bytes));
  ASSERT_EQ(mprotect(base + 4096, 4096, PROT_READ), 0);
  EXPECT_TRUE(memory->read(4096, bytes));
  EXPECT_FALSE(memory->write(4096, bytes));
}

TEST_F(CheckedMemory, NoticesAFileThatWasTruncated) {
  const int fd = memfd_create("file", MFD_CLOEXEC);
  ASSERT_EQ(ftruncate(fd, 4096), 0);
  ASSERT_NE(mmap(base, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd, 0), MAP_FAILED);
  EXPECT_TRUE(memory->write(0, uint32_t{1}));
  ASSERT_EQ(ftruncate(fd, 0), 0);
  uint32_t value;
  EXPECT_FALSE(memory->read(0, value));
  EXPECT_FALSE(memory->write(0, uint32_t{1}));
  close(fd);
}

TEST_F(CheckedMemory, SeesGrowth) {
  uint32_t value;
  const auto beyond = static_cast<GuestAddress>(size);
  EXPECT_FALSE(memory->read(beyond, value));
  ASSERT_EQ(mprotect(base + size, wasm_page_size, PROT_READ | PROT_WRITE), 0);
  EXPECT_FALSE(memory->read(beyond, value)) << "the size has not grown yet";
  current_size += wasm_page_size;
  EXPECT_TRUE(memory->read(beyond, value));
}

TEST_F(CheckedMemory, StringsEndBeforeMemoryDoes) {
  memcpy(base + 4093, "ab\0", 3);
  EXPECT_EQ(memory->read_string(4093, 10), "ab");
  memcpy(base + 8190, "wxyz\0", 5); // across pages
  EXPECT_EQ(memory->read_string(8190, 10), "wxyz");
  EXPECT_EQ(memory->read_string(8190, 4), "wxyz");
  EXPECT_EQ(memory->read_string(8190, 3), std::nullopt);
  memset(base + size - 3, 'x', 3);
  EXPECT_EQ(memory->read_string(static_cast<GuestAddress>(size - 3), 10), std::nullopt);
  EXPECT_EQ(memory->read_string(0xffffffff, 10), std::nullopt);
}

// What the kernel is given. Its own answers are the test.
class KernelPointers : public CheckedMemory {
protected:
  // KernelPointer has no accessor; it is a pointer in a structure of the kernel's.
  int64_t write_to_pipe(KernelPointer pointer, size_t length) {
    int ends[2];
    EXPECT_EQ(pipe(ends), 0);
    struct {
      KernelPointer base;
      uint64_t length;
    } vector{pointer, length};
    const int64_t result =
        raw_syscall(SYS_writev, static_cast<uint64_t>(ends[1]), raw_pointer(&vector), 1);
    close(ends[0]);
    close(ends[1]);
    return result;
  }
};

TEST_F(KernelPointers, ReachWhatIsInside) {
  EXPECT_EQ(write_to_pipe(memory->for_kernel(1), 100), 100);
  EXPECT_EQ(write_to_pipe(memory->at(0), 100), 100);
  EXPECT_EQ(write_to_pipe(memory->for_kernel(static_cast<GuestAddress>(size - 1)), 1), 1);
}

TEST_F(KernelPointers, AreNullForNull) {
  const KernelPointer null = memory->for_kernel(0);
  void *value;
  memcpy(&value, &null, sizeof value);
  EXPECT_EQ(value, nullptr);
}

TEST_F(KernelPointers, FaultOutside) {
  for (uint64_t address : {size, size + 1, uint64_t{0x80000000}, uint64_t{0xffffffff}})
    EXPECT_EQ(write_to_pipe(memory->for_kernel(static_cast<GuestAddress>(address)), 1), -EFAULT)
        << address;
  EXPECT_EQ(write_to_pipe(memory->faulting(), 1), -EFAULT);
  EXPECT_EQ(write_to_pipe(memory->for_kernel(0), 1), -EFAULT);
}

TEST_F(KernelPointers, MakePartialTransfersAtTheEnd) {
  const auto address = static_cast<GuestAddress>(size - 4096);
  EXPECT_EQ(write_to_pipe(memory->for_kernel(address), 8192), 4096);
  EXPECT_EQ(write_to_pipe(memory->for_kernel(address), 0x7fffffff), 4096);
}

} // namespace
} // namespace wali::host
