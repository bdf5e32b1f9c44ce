// Operators on how a call judges its pointers.
#include <errno.h>

#include <algorithm>

#include "runners/host/mutants/facts.h"
#include "runners/host/mutants/invocation.h"
#include "runners/host/mutants/operators.h"

namespace wali::host::mutants {
namespace {

bool is_nullable(const abi::Syscall &, const abi::Param &param) { return param.info.nullable; }

int64_t null_refused(Invocation &broken) {
  return broken.arguments.address(broken.index()) == 0 ? -EFAULT : broken.call();
}

bool is_nullable_input(const abi::Syscall &call, const abi::Param &param) {
  return is_nullable(call, param) && abi::is_input(param.info.kind);
}

int64_t taken_for_null(Invocation &broken) {
  broken.argument() = 0;
  return broken.call();
}

// A range that reaches beyond the end becomes the last one that fits, where it
// harms least of what the program needs to tell.
int64_t bounds_check_missing(Invocation &broken) {
  const auto view = broken.view();
  const uint64_t size = broken.memory().size();
  if (!view || size == 0 || broken.memory().contains(view->area.address, view->area.length))
    return broken.call();
  if (view->area.length <= size)
    broken.argument() = static_cast<int64_t>(size - view->area.length);
  else if (view->area.address >= size)
    broken.argument() = static_cast<int64_t>(size - 1);
  return broken.call();
}

int64_t last_byte_refused(Invocation &broken) {
  const auto view = broken.view();
  const bool is_at_end =
      view && view->area.length != 0 && view->area.end() == broken.memory().size();
  return is_at_end ? refusal_of_address(broken.syscall()) : broken.call();
}

constexpr Operator operators[] = {
    {"null-refused", parameters<is_nullable>, "{call} answers -EFAULT to NULL for {place}",
     null_refused},
    {"taken-for-null", parameters<is_nullable_input>, "{call} takes {place} for NULL",
     taken_for_null},
    {"bounds-check-missing", parameters<is_followed>,
     "{call} does not check {place}: a range beyond memory becomes its last bytes",
     bounds_check_missing},
    {"last-byte-refused", parameters<is_followed>,
     "{call} refuses {place} where its last byte is the last of memory", last_byte_refused},
};

} // namespace

std::span<const Operator> pointer_operators() { return operators; }

} // namespace wali::host::mutants
