// Any bytes as a module: they are refused with a ModuleError, or prepared, and
// then the result has the sections that it should have.
#include "runners/host/linking/prepare.h"

#include "runners/host/fuzz/input.h"

namespace wali::host {

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const std::span<const uint8_t> module(data, size);
  ModuleShape shape;
  std::vector<uint8_t> prepared;
  try {
    shape = inspect_module(module);
    prepared = prepare_module(module, shape);
  } catch (const ModuleError &) {
    return 0;
  }
  // What was prepared has an imported memory if the module had one, which is
  // refused in a module; it is well-formed otherwise.
  try {
    const ModuleShape again = inspect_module(prepared);
    MUST(!shape.memory && again.has_table == shape.has_table);
  } catch (const ModuleError &error) {
    MUST(shape.memory &&
         std::string(error.what()) ==
             "import wali:host.memory is not a function; only functions can be imported");
  }
  return 0;
}

} // namespace wali::host
