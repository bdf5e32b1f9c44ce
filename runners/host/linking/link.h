// Linking: which host function implements an import, and how its arguments are
// read (ABI.md, Two revisions; Imports that this interface does not define).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "harness/abi/table.h"
#include "runners/host/linking/registry.h"

namespace wali::host {

enum class ValueType : uint8_t { i32, i64, other };

// One import of a module, as the engine knows it.
struct ImportRequest {
  std::string module, name;
  bool is_function = false;
  std::vector<ValueType> parameters, results;
};

struct LinkOptions {
  abi::Revision revisions = abi::Revision::both; // the revisions that are offered
  bool strict = false;                           // refuse imports that the interface does not define
  Layer layer = nullptr;                         // wraps every import
  Substitute substitute = nullptr;               // may replace the handler of any import
};

// What an import is bound to.
struct Binding {
  enum class Result : uint8_t { none, i32, i64 };
  // How an i32 is extended; nothing for an i64. A descriptor is sign-extended, and
  // becomes invalid if it is the host's own (containment/hidden.h).
  enum class Extension : uint8_t { sign, zero, none, descriptor };

  Import import;
  Layer layer = nullptr;
  Result result = Result::none;
  uint8_t parameter_count = 0;
  std::array<Extension, Arguments::max_count> extensions{};
  std::string owned_name; // what import.name points to
};

// Why a module does not load.
struct LinkProblem {
  enum class Kind { missing, refused } kind;
  std::string message; // one line
};

// Binds `request`. Throws LinkProblem if this host lacks the import or must not
// offer it.
void bind_import(const ImportRequest &request, const LinkOptions &options, Binding &binding);

} // namespace wali::host
