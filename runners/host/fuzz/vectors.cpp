// Arrays of iovec, with any contents at any address.
#include "runners/host/fuzz/input.h"
#include "runners/host/memory/layouts.h"

namespace wali::host {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz::Input input(data, size);
  fuzz::Guest guest(input);
  const auto count = input.number<int32_t>() >> (input.number<uint8_t>() % 32);
  const GuestAddress address = guest.address();
  guest.put_rest();
  const IovecArray vectors(guest.memory(), address, count);
  if (!vectors.is_readable())
    return 0;
  MUST(count >= 0 && static_cast<size_t>(count) <= IovecArray::max_count);
  for (int32_t index = 0; index < count; ++index)
    MUST(fuzz::is_contained(guest.memory(), vectors.data()[index].base) &&
         vectors.data()[index].length <= UINT32_MAX);
  return 0;
}

} // namespace wali::host
