// The imports of the start (arguments, environment) with any indices, buffers and
// sizes: they answer, and write within memory alone.
#include "runners/host/fuzz/input.h"
#include "runners/host/linking/registry.h"

namespace wali::host {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  fuzz::Input input(data, size);
  fuzz::Guest guest(input);
  const GuestAddress buffer = guest.address();
  const auto number = input.number<uint32_t>();
  guest.put_rest();
  for (const StartImport &import : start_imports()) {
    if (import.name == "__proc_exit" || import.name == "__wasm_thread_spawn")
      continue;
    Arguments arguments;
    arguments[0] = import.name == "__cl_get_argv_len" ? number : buffer;
    arguments[1] = number;
    const int64_t result = import.handler(FakeGuest::instance().thread(), arguments);
    MUST(result == static_cast<int32_t>(result));
  }
  return 0;
}

} // namespace wali::host
