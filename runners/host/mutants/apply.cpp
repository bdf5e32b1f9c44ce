#include "runners/host/mutants/apply.h"

#include <array>
#include <utility>

#include "runners/host/faults.h"
#include "runners/host/mutants/invocation.h"
#include "runners/host/mutants/operators.h"

namespace wali::host::mutants {
namespace {

// A handler has no place for data of its own, so each mutant gets its own
// function, which knows its slot.
struct Slot {
  Mutant mutant;
  Handler handler = nullptr; // what it stands in for
  History history;
};
Slot slots[most_at_once];
size_t used = 0;

template <size_t index> int64_t make_broken(Thread &thread, const Arguments &arguments) {
  Slot &slot = slots[index];
  Invocation invocation(thread, slot.mutant, slot.history, slot.handler, arguments);
  return slot.mutant.op->make(invocation);
}

template <size_t... index> constexpr auto make_handlers(std::index_sequence<index...>) {
  return std::array<Handler, sizeof...(index)>{make_broken<index>...};
}
constexpr auto broken_handlers = make_handlers(std::make_index_sequence<most_at_once>());

bool is_of(const Mutant &mutant, const Import &import) {
  const std::string_view name = import.call ? name_of(*import.call) : import.name;
  return mutant.call_name() == name;
}

} // namespace

void become(const Mutant &mutant) {
  if (used == most_at_once)
    throw std::length_error("more than " + std::to_string(most_at_once) + " mutants at once");
  slots[used++].mutant = mutant;
}

Handler substitute(const Import &import) {
  Handler handler = import.handler;
  for (size_t index = 0; index < used; ++index) {
    Slot &slot = slots[index];
    if (!is_of(slot.mutant, import))
      continue;
    if (slot.mutant.op->make)
      slot.handler = std::exchange(handler, broken_handlers[index]);
    else
      add_fault(slot.mutant.op->fault);
  }
  return handler;
}

} // namespace wali::host::mutants
