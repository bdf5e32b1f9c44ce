// Control messages of any form, as the guest writes them and as Linux does.
#include "runners/host/fuzz/input.h"
#include "runners/host/memory/layouts.h"

namespace wali::host {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const auto given = std::as_bytes(std::span(data, size));
  std::vector<std::byte> control(given.begin(), given.end());
  size_t offset = 0;
  const auto walk = [&] {
    offset = 0;
    while (const std::optional<ControlMessage> message = control_message_at(control, offset)) {
      MUST(message->offset == offset && message->data(control).size() <= size);
      offset = next_control_message(*message);
      MUST(offset > message->offset);
    }
  };
  walk();
  control_to_kernel(control);
  walk();
  std::vector<std::byte> again = control;
  control_to_kernel(again);
  MUST(again == control);
  return 0;
}

} // namespace wali::host
