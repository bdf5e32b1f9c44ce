// A reader of WebAssembly modules in the binary format: the sections and what the
// project needs of their contents. It reads no code. Whatever the bytes are, it
// reads nothing beyond them and throws ModuleError where they are no module.
// Source: "Binary Format" in the WebAssembly core specification.
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wali::wasm {

using Bytes = std::span<const uint8_t>;

// Why a module cannot be used; one line.
class ModuleError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

// Section ids.
enum Section : uint8_t {
  custom_section = 0,
  type_section = 1,
  import_section = 2,
  table_section = 4,
  memory_section = 5,
  global_section = 6,
  export_section = 7,
  data_count_section = 12,
  tag_section = 13,
  last_section = tag_section,
};

// The kinds of what is imported or exported.
enum ExternalKind : uint8_t { function_kind, table_kind, memory_kind, global_kind, tag_kind };

// Value types, as they are encoded.
inline constexpr uint8_t i32_type = 0x7f, i64_type = 0x7e;

// The flags of a table's or a memory's limits.
inline constexpr uint8_t has_maximum = 1, is_shared = 2;

// The place of a section among the others; custom sections may stand anywhere.
int order(uint8_t id);

// How messages name a section: "section 2 (import)".
std::string described(uint8_t id);

// Reads bytes from front to back. Each call throws ModuleError if too few are left.
class Reader {
public:
  // `what` the bytes are, for messages.
  explicit Reader(Bytes bytes, std::string what = "the module")
      : bytes_(bytes), size_(bytes.size()), what_(std::move(what)) {}

  bool at_end() const { return bytes_.empty(); }
  Bytes rest() const { return bytes_; }
  Bytes take(size_t count);
  uint8_t byte() { return take(1)[0]; }

  // An unsigned LEB128 number of at most `bits`; a larger one is a ModuleError.
  uint64_t number(int bits = 32);
  uint32_t index() { return static_cast<uint32_t>(number()); }

  // A vector of bytes: its length, then the bytes. Points into the module.
  std::string_view name();

  // Throws ModuleError if bytes are left over, which a section's content must not have.
  void finish() const;

private:
  Bytes bytes_;
  size_t size_; // of all of them
  std::string what_;
};

// A reader of what follows the module's magic number and version (1).
Reader after_header(Bytes module);

// Calls `visit(id, content)` for each section. Custom sections may come anywhere;
// the others come in their order, each at most once.
template <class Visit> void for_each_section(Bytes module, Visit visit) {
  Reader reader = after_header(module);
  int last = 0;
  while (!reader.at_end()) {
    const uint8_t id = reader.byte();
    const uint64_t size = reader.number();
    if (size > reader.rest().size())
      throw ModuleError("truncated module: it ends in " + described(id) + ", at byte " +
                        std::to_string(reader.rest().size()) + " of " + std::to_string(size) +
                        ", which is byte " + std::to_string(module.size()) + " of the module");
    const Bytes content = reader.take(size);
    if (id > last_section)
      throw ModuleError("malformed module: unknown section " + std::to_string(id));
    if (id != custom_section && order(id) <= last)
      throw ModuleError("malformed module: sections out of order");
    if (id != custom_section)
      last = order(id);
    visit(id, content);
  }
}

struct FunctionType {
  std::vector<uint8_t> params, results;
  friend bool operator==(const FunctionType &, const FunctionType &) = default;
};

// The types of a type section. Throws ModuleError for one that is no function's.
std::vector<FunctionType> read_types(Bytes content);

// An imported function. The names point into the module.
struct Import {
  std::string_view module, name;
  uint32_t type; // its index
};

// The imports of an import section. Throws ModuleError for one that is no function.
std::vector<Import> read_imports(Bytes content);

struct Export {
  std::string_view name; // points into the module
  ExternalKind kind;
  uint32_t index;
};

std::vector<Export> read_exports(Bytes content);

struct MemoryLimits {
  uint64_t minimum = 0; // pages of 65536 bytes
  uint64_t maximum = 0; // the format's own maximum where the module gives none
  bool shared = false;
};

// The memories of a memory section. Throws ModuleError for one of the 64-bit kind
// and for limits that no memory can have.
std::vector<MemoryLimits> read_memories(Bytes content);

} // namespace wali::wasm
