// A guest without an engine: a linear memory, a process and a thread, through
// which tests make the host's calls as a module would.
#pragma once

#include "runners/host/linking/registry.h"
#include "runners/host/running/process.h"

#include <gtest/gtest.h>
#include <sys/mman.h>

#include <cstring>
#include <string>
#include <string_view>

namespace wali::host {

class FakeEngine : public Engine {
public:
  static constexpr uint64_t memory_bytes = uint64_t{16} << 16;

  void interrupt() override {}
  bool is_guest_code(uint64_t) const override { return false; }
  uint64_t memory_size() override { return memory_bytes; }
  std::optional<uint64_t> grow_memory(uint64_t) override { return {}; }
  std::unique_ptr<EngineThread> make_thread(Thread &) override { return nullptr; }
};

// One for all tests of a program, since a process has one guest.
class FakeGuest {
public:
  static constexpr GuestAddress end = FakeEngine::memory_bytes;
  static constexpr GuestAddress outside = 0xfffffff0;

  static FakeGuest &instance() {
    static FakeGuest guest;
    return guest;
  }

  Memory &memory() { return process.memory; }
  Thread &thread() { return only_thread; }

  // Makes a call with arguments as they stand in Linux's registers.
  template <class... Values> int64_t operator()(abi::Call call, Values... values) {
    Arguments arguments;
    size_t index = 0;
    ((arguments[index++] = static_cast<int64_t>(values)), ...);
    return find_handler(call)(only_thread, arguments);
  }

  // Copies `value` into guest memory at `address`, and gives the address.
  template <class T> GuestAddress put(GuestAddress address, const T &value) {
    EXPECT_TRUE(memory().write(address, value));
    return address;
  }
  GuestAddress put(GuestAddress address, const char *text) {
    EXPECT_TRUE(memory().write_bytes(address, text, strlen(text) + 1));
    return address;
  }

  template <class T> T get(GuestAddress address) {
    T value;
    EXPECT_TRUE(memory().read(address, value));
    return value;
  }

  // Where the host has it.
  const void *host_address(GuestAddress address) const { return base + address; }

  std::string bytes(GuestAddress address, size_t length) {
    std::string text(length, '\0');
    EXPECT_TRUE(memory().read_bytes(address, text.data(), length));
    return text;
  }

  // Fills guest memory with a byte that no test expects.
  void poison() { memset(base, 0xa5, FakeEngine::memory_bytes); }

  // Whether the pages before and behind the guest's address space are untouched.
  bool walls_are_intact() const {
    for (const uint8_t *wall : {base - wall_bytes, base + memory_reservation_bytes})
      for (size_t index = 0; index < wall_bytes; ++index)
        if (wall[index] != wall_byte)
          return false;
    return true;
  }

private:
  static constexpr size_t wall_bytes = 65536;
  static constexpr uint8_t wall_byte = 0x3c;

  FakeGuest()
      : base(reserve()),
        process(engine, Memory::Source{base, size, &engine}, {}),
        only_thread(process) {
    process.signals.guard_engine();
    only_thread.begin();
  }

  static uint8_t *reserve() {
    void *whole = mmap(nullptr, memory_reservation_bytes + 2 * wall_bytes, PROT_NONE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    uint8_t *memory = static_cast<uint8_t *>(whole) + wall_bytes;
    EXPECT_EQ(mprotect(memory, FakeEngine::memory_bytes, PROT_READ | PROT_WRITE), 0);
    for (uint8_t *wall : {memory - wall_bytes, memory + memory_reservation_bytes}) {
      EXPECT_EQ(mprotect(wall, wall_bytes, PROT_READ | PROT_WRITE), 0);
      memset(wall, wall_byte, wall_bytes);
    }
    return memory;
  }
  static uint64_t size(void *engine) { return static_cast<FakeEngine *>(engine)->memory_size(); }

  FakeEngine engine;
  uint8_t *base;
  Process process;
  Thread only_thread;
};

} // namespace wali::host
