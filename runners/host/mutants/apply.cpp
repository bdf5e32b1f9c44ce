#include "runners/host/mutants/apply.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <utility>
#include <vector>

#include "runners/host/mutants/behaviours/behaviour.h"
#include "runners/host/mutants/faults.h"
#include "runners/host/mutants/hooks.h"
#include "runners/host/mutants/invocation.h"
#include "runners/host/mutants/operators.h"

namespace wali::host::mutants {
namespace {

// What this process has become, in the order of its doing so.
std::vector<Mutant> mutants;

// The broken handlers of one import, each upon the one before it.
struct Stack {
  std::string import;
  std::deque<BrokenHandler> handlers;
};

// A handler has no place for data of its own, so each import that is broken gets
// its own function, which knows its stack.
constexpr size_t most_imports = abi::call_count + 16; // those without the prefix
Stack stacks[most_imports];
size_t used = 0;

template <size_t index> int64_t call_stack(Thread &thread, const Arguments &arguments) {
  return stacks[index].handlers.back().make(thread, arguments);
}

template <size_t... index> constexpr auto make_functions(std::index_sequence<index...>) {
  return std::array<Handler, sizeof...(index)>{call_stack<index>...};
}
constexpr auto functions = make_functions(std::make_index_sequence<most_imports>());

// What is wrong with the result is wrong with that of another mutant too.
bool changes_result(const Mutant &mutant) {
  const auto operators = result_operators();
  return std::ranges::any_of(operators, [&](const Operator &op) { return &op == mutant.op; });
}

// Those that change a result come last, so that they work on top of the others.
std::vector<Mutant> all_parts(const abi::Syscall &call) {
  std::vector<Mutant> parts, last;
  for (const Mutant &mutant : mutants)
    for (Mutant &part : parts_of(mutant, call))
      (changes_result(part) ? last : parts).push_back(std::move(part));
  std::ranges::move(last, std::back_inserter(parts));
  return parts;
}

// A module may import one name twice: the second time it gets the same again.
size_t stack_of(std::string_view import) {
  size_t index = 0;
  while (index < used && stacks[index].import != import)
    ++index;
  used = std::max(used, index + 1);
  stacks[index].import = import;
  stacks[index].handlers.clear();
  return index;
}

} // namespace

void become(const Mutant &mutant) {
  mutants.push_back(mutant);
  if (mutant.op->prepare)
    mutant.op->prepare();
  if (!mutant.behaviour)
    return;
  if (mutant.behaviour->prepare)
    mutant.behaviour->prepare();
  if (mutant.behaviour->in_new_thread)
    faults::in_new_thread.push_back(mutant.behaviour->in_new_thread);
}

void recover() {
  mutants.clear();
  remove_faults();
  remove_hooks();
}

Handler substitute(const Import &import) {
  const abi::Syscall *call = describe(import);
  if (!call)
    return import.handler;
  const size_t index = stack_of(import.name);
  auto &handlers = stacks[index].handlers;
  for (const Mutant &part : all_parts(*call)) {
    if (part.op->hook.run)
      add_hook(part.op->hook);
    if (!part.op->make) {
      add_fault(part.op->fault);
      continue;
    }
    BrokenHandler *inner = handlers.empty() ? nullptr : &handlers.back();
    BrokenHandler &outer = handlers.emplace_back();
    outer.mutant = part;
    outer.own = import.handler;
    outer.inner = inner;
  }
  return handlers.empty() ? import.handler : functions[index];
}

} // namespace wali::host::mutants
