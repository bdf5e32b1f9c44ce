#include "runners/host/mutants/behaviours/behaviour.h"

#include <algorithm>

#include "runners/host/mutants/operators.h"

namespace wali::host::mutants {

Advice Behaviour::advice_of(std::string_view name) const {
  if (name == call)
    return advice;
  const auto found = std::ranges::find(elsewhere, name, &Elsewhere::call);
  return found == elsewhere.end() ? nullptr : found->advice;
}

std::span<const std::span<const Behaviour>> all_behaviours() {
  static const std::array families = {
      process_behaviours(),   descriptor_behaviours(), path_behaviours(),   network_behaviours(),
      readiness_behaviours(), identity_behaviours(),   signal_behaviours(), memory_behaviours(),
      thread_behaviours(),    time_behaviours(),       system_behaviours(),
  };
  return families;
}

const Operator &behaviour_operator() {
  static constexpr Operator advised{.name = "behaviour", .make = [](Invocation &broken) {
                                      return broken.mutant.behaviour->advice_of(
                                          name_of(broken.syscall()))(broken);
                                    }};
  return advised;
}

} // namespace wali::host::mutants
