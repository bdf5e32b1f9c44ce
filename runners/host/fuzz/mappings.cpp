// Sequences of the memory group's calls with any arguments. What lies before and
// behind the guest's address space stays as it is, and what is free cannot be
// accessed.
#include <sys/mman.h>
#include <unistd.h>

#include "runners/host/fuzz/input.h"

namespace wali::host {

namespace {

int make_file() {
  const int fd = memfd_create("mapped", 0);
  MUST(fd >= 0 && ftruncate(fd, 65536) == 0);
  return fd;
}

// Addresses and lengths near what there is; any in one of eight cases.
uint32_t place(fuzz::Input &input) {
  constexpr uint32_t pages = FakeGuest::end / 4096;
  const auto kind = input.number<uint8_t>() % 8;
  if (kind == 0)
    return input.number<uint32_t>();
  return input.number<uint16_t>() % (pages + 2) * 4096 + (kind == 1 ? 1 : 0);
}

int64_t call_one(fuzz::Input &input, fuzz::Guest &guest, int file) {
  const uint32_t a = place(input), b = place(input), c = place(input);
  const auto small = input.number<int32_t>(), other = input.number<int32_t>();
  switch (input.number<uint8_t>() % 8) {
  case 0:
  case 1:
    return guest.call(abi::Call::mmap, a, b, small % 16, other & ~MAP_HUGETLB, file, c);
  case 2:
    return guest.call(abi::Call::mmap, a, b, small % 16,
                      MAP_PRIVATE | MAP_ANONYMOUS | (other & 0x10), -1, c);
  case 3:
    return guest.call(abi::Call::munmap, a, b);
  case 4:
    return guest.call(abi::Call::mprotect, a, b, small);
  case 5:
    return guest.call(abi::Call::madvise, a, b, small % 128);
  case 6:
    return guest.call(abi::Call::msync, a, b, small % 8);
  default:
    return guest.call(abi::Call::mremap, a, b, c, small % 8, place(input));
  }
}

// Every eighth page: to find one inaccessible takes a fault.
void check(fuzz::Guest &guest, uint64_t first) {
  FakeGuest &fake = FakeGuest::instance();
  MUST(fake.walls_are_intact());
  uint8_t byte;
  for (uint64_t page = first % 8 * 4096; page < FakeGuest::end; page += uint64_t{8} * 4096)
    if (fake.thread().process().address_space.is_free({page, page + 4096}))
      MUST(!guest.memory().read(static_cast<GuestAddress>(page), byte));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const int file = make_file();
  fuzz::Input input(data, size);
  fuzz::Guest guest(input);
  MUST(guest.call(abi::Call::munmap, 0, FakeGuest::end) == 0);
  for (int count = 0; count < 64 && !input.is_empty(); ++count) {
    const int64_t result = call_one(input, guest, file);
    MUST(result >= -4095 && result <= int64_t{UINT32_MAX});
  }
  check(guest, size);
  return 0;
}

} // namespace wali::host
