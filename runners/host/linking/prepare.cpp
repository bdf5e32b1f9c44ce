#include "runners/host/linking/prepare.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace wali::host {
namespace {

using namespace wasm;

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

void look_at_memories(Bytes content, ModuleShape &shape) {
  const std::vector<MemoryLimits> memories = read_memories(content);
  if (memories.size() > 1)
    throw ModuleError("the module has more than one memory");
  if (!memories.empty())
    shape.memory = memories[0];
}

// A table of which each element could be one that is called is as large as the
// module's code; beyond this an engine may run out of memory where it cannot say so.
void look_at_tables(Bytes content, ModuleShape &shape) {
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
void look_at_globals(Bytes content, ModuleShape &shape) {
  Reader reader(content, described(global_section));
  if (reader.index() > 0 && reader.byte() == i32_type && reader.byte() == 1)
    shape.stack_pointer = 0;
}

void look_at_exports(Bytes content, ModuleShape &shape) {
  for (const Export &made : read_exports(content))
    if (made.kind == global_kind && made.name == "__stack_pointer")
      shape.stack_pointer = made.index;
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
  for (const Import &import : content.empty() ? std::vector<Import>() : read_imports(content)) {
    const int use = ++uses[{import.module, import.name}];
    append_name(imports, import.module);
    append_name(imports,
                use == 1 ? std::string(import.name)
                         : std::string(import.name) + repeated_import_mark + std::to_string(use));
    imports.push_back(function_kind);
    append_number(imports, import.type);
    ++count;
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
      read_imports(content); // for what it refuses
    else if (id == table_section)
      look_at_tables(content, shape);
    else if (id == memory_section)
      look_at_memories(content, shape);
    else if (id == global_section)
      look_at_globals(content, shape);
    else if (id == export_section)
      look_at_exports(content, shape);
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
