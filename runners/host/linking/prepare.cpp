#include "runners/host/linking/prepare.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace wali::host {
namespace {

using Bytes = std::span<const uint8_t>;

// Section ids of the binary format.
enum Section : uint8_t {
  custom_section = 0,
  import_section = 2,
  table_section = 4,
  memory_section = 5,
  global_section = 6,
  export_section = 7,
  tag_section = 13,
  last_section = tag_section,
};

enum ExternalKind : uint8_t { function_kind, table_kind, memory_kind, global_kind, tag_kind };

constexpr uint8_t i32_type = 0x7f;
constexpr uint8_t has_maximum = 1, is_shared = 2;
constexpr uint64_t most_pages = 65536;

// The place of a section among the others; custom sections may stand anywhere.
int order(uint8_t id) {
  switch (id) {
  case tag_section:
    return 11; // between memories and globals
  case 12:
    return 19; // data count: before code
  default:
    return id * 2;
  }
}

// "section 2 (import)"
std::string described(uint8_t id) {
  static constexpr std::string_view names[] = {
      "custom", "type",  "import",  "function", "table", "memory",     "global",
      "export", "start", "element", "code",     "data",  "data count", "tag"};
  std::string text = "section " + std::to_string(id);
  return id < std::size(names) ? text + " (" + std::string(names[id]) + ")" : text;
}

class Reader {
public:
  // `what` the bytes are, for messages.
  explicit Reader(Bytes bytes, std::string what = "the module")
      : bytes(bytes), size(bytes.size()), what(std::move(what)) {}

  bool at_end() const { return bytes.empty(); }

  Bytes take(size_t count) {
    if (count > bytes.size())
      throw ModuleError("truncated module: " + what + " ends at its byte " + std::to_string(size) +
                        ", where " + std::to_string(count - bytes.size()) + " more were to come");
    Bytes taken = bytes.first(count);
    bytes = bytes.subspan(count);
    return taken;
  }

  uint8_t byte() { return take(1)[0]; }

  // An unsigned LEB128 number of at most `bits`.
  uint64_t number(int bits = 32) {
    uint64_t value = 0;
    for (int shift = 0;; shift += 7) {
      const uint8_t next = byte();
      if (shift >= bits || (shift + 7 > bits && (next & 0x7f) >> (bits - shift) != 0))
        throw ModuleError("malformed module: a number is too large");
      value |= uint64_t{next & 0x7fu} << shift;
      if ((next & 0x80) == 0)
        return value;
    }
  }

  uint32_t index() { return static_cast<uint32_t>(number()); }

  std::string_view name() {
    Bytes text = take(number());
    return {reinterpret_cast<const char *>(text.data()), text.size()};
  }

  Bytes rest() const { return bytes; }

  // What is added behind a section's elements must not lie behind something else.
  void finish() const {
    if (!at_end())
      throw ModuleError("malformed module: bytes are left over in a section");
  }

private:
  Bytes bytes;
  size_t size;
  std::string what;
};

void append(std::vector<uint8_t> &out, Bytes bytes) {
  out.insert(out.end(), bytes.begin(), bytes.end());
}

void append_number(std::vector<uint8_t> &out, uint64_t value) {
  for (; value >= 0x80; value >>= 7)
    out.push_back(static_cast<uint8_t>(value | 0x80));
  out.push_back(static_cast<uint8_t>(value));
}

void append_name(std::vector<uint8_t> &out, std::string_view name) {
  append_number(out, name.size());
  out.insert(out.end(), name.begin(), name.end());
}

void append_section(std::vector<uint8_t> &out, uint8_t id, Bytes content) {
  out.push_back(id);
  append_number(out, content.size());
  append(out, content);
}

Reader after_header(Bytes module) {
  constexpr uint8_t header[] = {0, 'a', 's', 'm', 1, 0, 0, 0};
  if (module.size() < sizeof header || !std::equal(header, header + 4, module.begin()))
    throw ModuleError("not a WebAssembly module");
  if (!std::equal(header, header + sizeof header, module.begin()))
    throw ModuleError("not a WebAssembly module of version 1");
  return Reader(module.subspan(sizeof header));
}

// Calls `visit(id, content)` for each section. Custom sections may come
// anywhere; the others in their order, once each.
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
    Bytes content = reader.take(size);
    if (id > last_section)
      throw ModuleError("malformed module: unknown section " + std::to_string(id));
    if (id != custom_section && order(id) <= last)
      throw ModuleError("malformed module: sections out of order");
    if (id != custom_section)
      last = order(id);
    visit(id, content);
  }
}

void check_imports(Bytes content) {
  Reader reader(content, described(import_section));
  for (uint32_t count = reader.index(); count > 0; --count) {
    const std::string_view module = reader.name(), name = reader.name();
    if (reader.byte() != function_kind)
      throw ModuleError("import " + std::string(module) + "." + std::string(name) +
                        " is not a function; only functions can be imported");
    reader.index(); // its type
  }
  reader.finish();
}

MemoryLimits read_limits(Reader &reader) {
  const uint8_t flags = reader.byte();
  if (flags & ~(has_maximum | is_shared))
    throw ModuleError("the module's memory is not of the 32-bit kind");
  MemoryLimits limits{.minimum = reader.number(), .maximum = most_pages};
  if (flags & has_maximum)
    limits.maximum = reader.number();
  if (limits.minimum > limits.maximum || limits.maximum > most_pages)
    throw ModuleError("malformed module: impossible memory limits");
  return limits;
}

void read_memories(Bytes content, ModuleShape &shape) {
  Reader reader(content, described(memory_section));
  const uint32_t count = reader.index();
  if (count > 1)
    throw ModuleError("the module has more than one memory");
  if (count == 1)
    shape.memory = read_limits(reader);
  reader.finish();
}

// A table of which each element could be one that is called is as large as the
// module's code; beyond this an engine may run out of memory where it cannot say so.
void read_tables(Bytes content, ModuleShape &shape) {
  constexpr uint8_t function_reference = 0x70, external_reference = 0x6f;
  constexpr uint64_t most_elements = 10'000'000;
  Reader reader(content, described(table_section));
  const uint32_t count = reader.index();
  shape.has_table = count > 0;
  for (uint32_t left = count; left > 0; --left) {
    const uint8_t type = reader.byte();
    if (type != function_reference && type != external_reference)
      return; // of a kind that the engine does not have
    const bool is_limited = reader.byte() & has_maximum;
    if (reader.number(64) > most_elements)
      throw ModuleError("a table of the module is too large");
    if (is_limited)
      reader.number(64);
  }
}

// The stack pointer of the WALI toolchain's modules is global 0, a mutable i32.
void read_globals(Bytes content, ModuleShape &shape) {
  Reader reader(content, described(global_section));
  if (reader.index() > 0 && reader.byte() == i32_type && reader.byte() == 1)
    shape.stack_pointer = 0;
}

void read_exports(Bytes content, ModuleShape &shape) {
  Reader reader(content, described(export_section));
  for (uint32_t count = reader.index(); count > 0; --count) {
    const std::string_view name = reader.name();
    const uint8_t kind = reader.byte();
    const uint32_t index = reader.index();
    if (kind == global_kind && name == "__stack_pointer")
      shape.stack_pointer = index;
  }
  reader.finish();
}

// A section that is a vector, with `added` as its last elements.
std::vector<uint8_t> extended(Bytes content, uint32_t count, Bytes added) {
  uint32_t old_count = 0;
  if (!content.empty()) {
    Reader reader(content);
    old_count = reader.index();
    content = reader.rest();
  }
  std::vector<uint8_t> out;
  append_number(out, uint64_t{old_count} + count);
  append(out, content);
  append(out, added);
  return out;
}

// Linkers go by name and know one type for each, but a module may import a name
// twice with two types. All but the first get names of their own.
std::vector<uint8_t> with_memory_import(Bytes content, const ModuleShape &shape) {
  std::vector<uint8_t> imports;
  std::map<std::pair<std::string_view, std::string_view>, int> uses;
  uint32_t count = 0;
  if (!content.empty()) {
    Reader reader(content);
    for (uint32_t left = reader.index(); left > 0; --left, ++count) {
      const std::string_view module = reader.name(), name = reader.name();
      const int use = ++uses[{module, name}];
      append_name(imports, module);
      append_name(imports, use == 1
                               ? std::string(name)
                               : std::string(name) + repeated_import_mark + std::to_string(use));
      imports.push_back(reader.byte());
      append_number(imports, reader.number());
    }
  }
  if (shape.memory) {
    append_name(imports, host_module_name);
    append_name(imports, memory_import_name);
    imports.push_back(memory_kind);
    imports.push_back(has_maximum | is_shared);
    append_number(imports, shape.memory->minimum);
    append_number(imports, shape.memory->maximum);
    ++count;
  }
  return extended({}, count, imports);
}

std::vector<uint8_t> with_exports(Bytes content, const ModuleShape &shape) {
  std::vector<uint8_t> added;
  uint32_t count = 0;
  const auto add = [&](std::string_view name, ExternalKind kind, uint32_t index) {
    append_name(added, name);
    added.push_back(kind);
    append_number(added, index);
    ++count;
  };
  if (shape.has_table)
    add(table_export_name, table_kind, 0);
  if (shape.stack_pointer)
    add(stack_pointer_export_name, global_kind, *shape.stack_pointer);
  return extended(content, count, added);
}

} // namespace

std::string original_import_name(const std::string &name) {
  return name.substr(0, name.find(repeated_import_mark));
}

ModuleShape inspect_module(Bytes module) {
  ModuleShape shape;
  for_each_section(module, [&](uint8_t id, Bytes content) {
    if (id == import_section)
      check_imports(content);
    else if (id == table_section)
      read_tables(content, shape);
    else if (id == memory_section)
      read_memories(content, shape);
    else if (id == global_section)
      read_globals(content, shape);
    else if (id == export_section)
      read_exports(content, shape);
  });
  return shape;
}

std::vector<uint8_t> prepare_module(Bytes module, const ModuleShape &shape) {
  std::vector<uint8_t> out;
  constexpr size_t room = 256; // for what is added
  out.reserve(module.size() + room);
  append(out, module.first(8));
  bool has_imports = false, has_exports = false;
  // Writes the import and export sections that the module has not, when their
  // place has come.
  const auto fill_up_to = [&](int place) {
    if (!has_imports && place > order(import_section)) {
      append_section(out, import_section, with_memory_import({}, shape));
      has_imports = true;
    }
    if (!has_exports && place > order(export_section)) {
      append_section(out, export_section, with_exports({}, shape));
      has_exports = true;
    }
  };
  for_each_section(module, [&](uint8_t id, Bytes content) {
    if (id == import_section) {
      append_section(out, id, with_memory_import(content, shape));
      has_imports = true;
      return;
    }
    if (id != custom_section)
      fill_up_to(order(id));
    if (id == export_section) {
      append_section(out, id, with_exports(content, shape));
      has_exports = true;
    } else if (id != memory_section) {
      append_section(out, id, content);
    }
  });
  fill_up_to(order(last_section) * 2);
  return out;
}

} // namespace wali::host
