#include "runners/host/mutants/mutant.h"

#include <algorithm>
#include <array>

#include "runners/host/linking/registry.h"
#include "runners/host/mutants/behaviours/behaviour.h"
#include "runners/host/mutants/operators.h"

namespace wali::host::mutants {
namespace {

using abi::Kind;

std::string filled(std::string_view pattern, std::string_view call, std::string_view place) {
  std::string text(pattern);
  const auto fill = [&](std::string_view blank, std::string_view value) {
    if (size_t at = text.find(blank); at != text.npos)
      text.replace(at, blank.size(), value);
  };
  fill("{call}", call);
  fill("{place}", place);
  return text;
}

// Mutants that no program can tell from the right host, whatever it does.
struct Rule {
  std::string_view mutant, reason;
};
constexpr std::string_view too_long =
    "Linux cuts a length of 2 GiB and more to the same number before it looks at the range "
    "(lib/iov_iter.c, MAX_RW_COUNT)";
constexpr Rule rules[] = {
    {"sched_yield:return-zero",
     "sched_yield returns 0, and gives up the processor where a program cannot count on it"},
    {"open:drop(flags.O_LARGEFILE)", "a 64-bit kernel sets O_LARGEFILE for every file"},
    {"openat:drop(flags.O_LARGEFILE)", "a 64-bit kernel sets O_LARGEFILE for every file"},
    {"mmap:drop(flags.MAP_STACK)", "Linux gives MAP_STACK no meaning"},
    {"fstatat:drop(flags.AT_NO_AUTOMOUNT)",
     "fstatat mounts nothing automatically, with or without the flag (stat(2))"},
    {"getcwd:extension-exchanged(size)",
     "Linux only looks whether the size is less than the path's, of at most 4096 bytes"},
    {"sendto:extension-exchanged(len)", too_long},
    {"recvfrom:extension-exchanged(len)", too_long},
    {"getrandom:extension-exchanged(buflen)", too_long},
    {"setsid:any-error-minus-one", "its only error is EPERM, which is -1"},
};

bool is_alias(const abi::Syscall &call) { return call.name == "newfstatat"; }

} // namespace

std::string_view name_of(const abi::Syscall &call) {
  return is_alias(call) ? std::string_view("fstatat") : call.name;
}

const abi::Syscall &everywhere() {
  static constexpr abi::Syscall all = {
      .number = 0, .name = "all", .group = "abi", .revisions = abi::Revision::both, .params = {}};
  return all;
}

std::vector<const Operator *> all_operators() {
  std::vector<const Operator *> all;
  for (std::span<const Operator> group :
       {result_operators(), number_operators(), input_operators(), output_operators(),
        pointer_operators(), special_operators()})
    for (const Operator &op : group)
      all.push_back(&op);
  return all;
}

std::string_view Mutant::call_name() const { return name_of(*call); }

std::string Mutant::name() const {
  std::string text(call_name());
  text += ':';
  text += op->name;
  if (behaviour)
    return text + "(" + std::string(behaviour->name) + ")";
  if (place.parameter == Place::whole_call)
    return text;
  text += '(';
  text += place.detail.empty() ? call->params[place.parameter].name : place.detail;
  return text + ')';
}

std::string Mutant::sentence() const {
  if (behaviour)
    return std::string(behaviour->sentence);
  const std::string_view where = place.parameter == Place::whole_call ? ""
                                 : place.detail.empty() ? call->params[place.parameter].name
                                                        : std::string_view(place.detail);
  return filled(op->sentence, call_name(), where);
}

std::string_view Mutant::equivalence() const {
  const std::string own = name();
  auto found = std::ranges::find(rules, own, &Rule::mutant);
  return found == std::end(rules) ? std::string_view() : found->reason;
}

size_t equivalence_rules() { return std::size(rules); }

std::vector<Mutant> parts_of(const Mutant &mutant, const abi::Syscall &call) {
  if (mutant.behaviour) {
    const bool is_advised = mutant.behaviour->advice_of(name_of(call)) != nullptr;
    return is_advised ? std::vector<Mutant>{{&call, mutant.op, {}, mutant.behaviour}}
                      : std::vector<Mutant>{};
  }
  if (mutant.call != &everywhere())
    return mutant.call_name() == name_of(call) ? std::vector{mutant} : std::vector<Mutant>{};
  if (mutant.op->parts)
    return mutant.op->parts(call);
  std::vector<Mutant> parts;
  for (Place &place : mutant.op->places(call))
    parts.push_back({&call, mutant.op, std::move(place)});
  return parts;
}

std::vector<Mutant> mutants_of(const abi::Syscall &call) {
  std::vector<Mutant> mutants;
  if (&call == &everywhere()) {
    for (const Operator &op : systemic_operators())
      mutants.push_back({&call, &op, {}});
    return mutants;
  }
  for (const Operator *op : all_operators())
    for (Place &place : op->places(call))
      mutants.push_back({&call, op, std::move(place)});
  for (std::span<const Behaviour> family : all_behaviours())
    for (const Behaviour &behaviour : family)
      if (behaviour.call == name_of(call))
        mutants.push_back({&call, &behaviour_operator(), {}, &behaviour});
  return mutants;
}

std::vector<Mutant> all_mutants(abi::Revision revisions) {
  std::vector<Mutant> all;
  const auto add = [&](const abi::Syscall &call) {
    for (Mutant &mutant : mutants_of(call))
      if (abi::includes(revisions, mutant.place.revisions))
        all.push_back(std::move(mutant));
  };
  for (const abi::Syscall &call : abi::syscalls()) {
    const bool is_offered = abi::includes(revisions, call.revisions);
    const bool is_listed = is_alias(call) && abi::includes(revisions, abi::Revision::libc);
    if (is_offered && !is_listed)
      add(call);
  }
  for (const abi::Syscall &call : start_calls())
    add(call);
  add(everywhere());
  return all;
}

std::optional<Mutant> find_mutant(std::string_view name) {
  const std::string_view call_name = name.substr(0, name.find(':'));
  const auto find_in = [&](std::span<const abi::Syscall> calls) -> std::optional<Mutant> {
    for (const abi::Syscall &call : calls)
      if (call.name == call_name)
        for (Mutant &mutant : mutants_of(call))
          if (mutant.name() == name)
            return std::move(mutant);
    return std::nullopt;
  };
  for (std::span<const abi::Syscall> calls :
       {abi::syscalls(), start_calls(), std::span(&everywhere(), 1)})
    if (std::optional<Mutant> found = find_in(calls))
      return found;
  return std::nullopt;
}

} // namespace wali::host::mutants
