#include "harness/wasm/module.h"

#include <algorithm>
#include <iterator>

namespace wali::wasm {

int order(uint8_t id) {
  switch (id) {
  case tag_section:
    return 11; // between memories and globals
  case data_count_section:
    return 19; // before code
  default:
    return id * 2;
  }
}

std::string described(uint8_t id) {
  static constexpr std::string_view names[] = {
      "custom", "type",  "import",  "function", "table", "memory",     "global",
      "export", "start", "element", "code",     "data",  "data count", "tag"};
  const std::string text = "section " + std::to_string(id);
  return id < std::size(names) ? text + " (" + std::string(names[id]) + ")" : text;
}

Bytes Reader::take(size_t count) {
  if (count > bytes_.size())
    throw ModuleError("truncated module: " + what_ + " ends at its byte " + std::to_string(size_) +
                      ", where " + std::to_string(count - bytes_.size()) + " more were to come");
  const Bytes taken = bytes_.first(count);
  bytes_ = bytes_.subspan(count);
  return taken;
}

uint64_t Reader::number(int bits) {
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

std::string_view Reader::name() {
  const Bytes text = take(number());
  return {reinterpret_cast<const char *>(text.data()), text.size()};
}

void Reader::finish() const {
  if (!at_end())
    throw ModuleError("malformed module: bytes are left over in a section");
}

Reader after_header(Bytes module) {
  constexpr uint8_t header[] = {0, 'a', 's', 'm', 1, 0, 0, 0};
  if (module.size() < sizeof header || !std::equal(header, header + 4, module.begin()))
    throw ModuleError("not a WebAssembly module");
  if (!std::equal(header, header + sizeof header, module.begin()))
    throw ModuleError("not a WebAssembly module of version 1");
  return Reader(module.subspan(sizeof header));
}

namespace {

std::vector<uint8_t> read_value_types(Reader &reader) {
  const Bytes types = reader.take(reader.number());
  return {types.begin(), types.end()};
}

MemoryLimits read_limits(Reader &reader) {
  constexpr uint64_t most_pages = 65536;
  const uint8_t flags = reader.byte();
  if (flags & ~(has_maximum | is_shared))
    throw ModuleError("the module's memory is not of the 32-bit kind");
  MemoryLimits limits{
      .minimum = reader.number(), .maximum = most_pages, .shared = (flags & is_shared) != 0};
  if (flags & has_maximum)
    limits.maximum = reader.number();
  if (limits.minimum > limits.maximum || limits.maximum > most_pages)
    throw ModuleError("malformed module: impossible memory limits");
  return limits;
}

} // namespace

std::vector<FunctionType> read_types(Bytes content) {
  constexpr uint8_t function_form = 0x60;
  std::vector<FunctionType> types;
  Reader reader(content, described(type_section));
  for (uint32_t left = reader.index(); left > 0; --left) {
    if (reader.byte() != function_form)
      throw ModuleError("a type of the module is not a function's");
    FunctionType &type = types.emplace_back();
    type.params = read_value_types(reader);
    type.results = read_value_types(reader);
  }
  reader.finish();
  return types;
}

std::vector<Import> read_imports(Bytes content) {
  std::vector<Import> imports;
  Reader reader(content, described(import_section));
  for (uint32_t left = reader.index(); left > 0; --left) {
    const std::string_view module = reader.name(), name = reader.name();
    if (reader.byte() != function_kind)
      throw ModuleError("import " + std::string(module) + "." + std::string(name) +
                        " is not a function; only functions can be imported");
    imports.push_back({module, name, reader.index()});
  }
  reader.finish();
  return imports;
}

std::vector<Export> read_exports(Bytes content) {
  std::vector<Export> exports;
  Reader reader(content, described(export_section));
  for (uint32_t left = reader.index(); left > 0; --left) {
    const std::string_view name = reader.name();
    const auto kind = static_cast<ExternalKind>(reader.byte());
    exports.push_back({name, kind, reader.index()});
  }
  reader.finish();
  return exports;
}

std::vector<MemoryLimits> read_memories(Bytes content) {
  std::vector<MemoryLimits> memories;
  Reader reader(content, described(memory_section));
  for (uint32_t left = reader.index(); left > 0; --left)
    memories.push_back(read_limits(reader));
  reader.finish();
  return memories;
}

} // namespace wali::wasm
