// What --trace prints of any call with any arguments, results and structures.
#include "runners/host/trace/trace.h"

#include "runners/host/fuzz/input.h"

namespace wali::host {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz::Input input(data, size);
  fuzz::Guest guest(input);
  const std::span<const abi::Syscall> calls = abi::syscalls();
  const abi::Syscall &call = calls[input.number<uint8_t>() % calls.size()];
  const auto result = input.number<int64_t>() >> (input.number<uint8_t>() % 64);
  Arguments arguments;
  for (size_t index = 0; index < Arguments::max_count; ++index)
    arguments[index] = input.number<uint8_t>() % 2
                           ? guest.address()
                           : input.number<int64_t>() >> (input.number<uint8_t>() % 64);
  guest.put_rest();
  MUST(!describe_call(guest.memory(), call, arguments, result).empty());
  return 0;
}

} // namespace wali::host
