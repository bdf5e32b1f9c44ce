// What fuzz targets make of their input: some numbers first, and then bytes that
// lie in the guest's memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <span>

#include "runners/host/tests/fake_guest.h"

// A property that must hold for every input.
#define MUST(condition) ((condition) ? static_cast<void>(0) : abort())

namespace wali::host::fuzz {

class Input {
public:
  Input(const uint8_t *data, size_t size) : bytes(data, size) {}

  // The next number; zeros where the input has ended.
  template <class T> T number() {
    T value{};
    const size_t count = std::min(sizeof value, bytes.size());
    if (count > 0)
      memcpy(&value, bytes.data(), count);
    bytes = bytes.subspan(count);
    return value;
  }

  bool is_empty() const { return bytes.empty(); }
  std::span<const uint8_t> rest() const { return bytes; }

private:
  std::span<const uint8_t> bytes;
};

// The guest that all inputs of a target use.
class Guest {
public:
  static constexpr GuestAddress end = FakeGuest::end;
  static constexpr GuestAddress low_data = 0x1000; // `data` lies here,
  static constexpr size_t most_data = 4096;        // and again at memory's end
  static constexpr GuestAddress zeros = 0x800;     // 16 of them

  // Puts the rest of the input into guest memory.
  explicit Guest(Input &input) : input(input) {}

  void put_rest() {
    const std::span<const uint8_t> data =
        input.rest().first(std::min(input.rest().size(), most_data));
    memset(page, 0, sizeof page);
    if (!data.empty())
      memcpy(page, data.data(), data.size());
    MUST(memory().write(low_data, page));
    MUST(memory().write_bytes(static_cast<GuestAddress>(end - data.size()), page, data.size()));
    MUST(memory().write(zeros, uint64_t{0}) && memory().write(zeros + 8, uint64_t{0}));
  }

  // An address: in the data, close to memory's end, 0, or any.
  GuestAddress address() {
    const auto kind = input.number<uint8_t>() % 8;
    if (kind == 0)
      return 0;
    if (kind == 1)
      return input.number<uint32_t>();
    const uint32_t offset = input.number<uint16_t>() % most_data;
    return kind < 5 ? low_data + offset : static_cast<GuestAddress>(end - offset);
  }

  template <class... Values> int64_t call(abi::Call call, Values... values) {
    return guest(call, values...);
  }

  Memory &memory() { return guest.memory(); }

private:
  Input &input;
  FakeGuest &guest = FakeGuest::instance();
  uint8_t page[most_data];
};

// Whether a pointer that the kernel will follow leads into the guest's memory or
// is one that faults: `bits` are those of a KernelPointer.
inline bool is_contained(Memory &memory, KernelPointer pointer) {
  const auto bits = [](KernelPointer p) {
    uintptr_t value;
    memcpy(&value, &p, sizeof value);
    return value;
  };
  const uintptr_t base = bits(memory.at(0)), value = bits(pointer);
  return value == 0 || value == bits(memory.faulting()) || value - base < memory.size();
}

// Makes what a target does to the network and to descriptors its own.
void isolate();
// Closes all descriptors from `first` on.
void close_from(int first);

} // namespace wali::host::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
