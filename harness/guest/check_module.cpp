// Refuses a guest module that has not the shape that ABI.md describes
// (Start, end, arguments, environment), or that imports what its revision does
// not offer. Usage: check-module REVISION MAX-PAGES MODULE [IMPORT...]
// IMPORT is what the program declares by a line `// Imports: SYS_exit (i32) -> ()`:
// one import that has exactly this type in this module, whatever the revision says.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "harness/abi/table.h"

namespace {

using namespace wali::abi;

std::string module_path;

[[noreturn]] void refuse(const std::string &why) {
  std::fprintf(stderr, "check-module: %s: %s\n", module_path.c_str(), why.c_str());
  std::exit(1);
}

// Reads a module's bytes front to back; the end is a refusal.
class Reader {
public:
  Reader(const uint8_t *begin, const uint8_t *end) : at_(begin), end_(end) {}

  bool done() const { return at_ == end_; }
  uint8_t byte() {
    if (done())
      refuse("ends in the middle");
    return *at_++;
  }
  uint64_t number() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      uint8_t part = byte();
      value |= uint64_t{part & 0x7fu} << shift;
      if (part < 0x80)
        return value;
    }
    refuse("has a number of more than 64 bits");
  }
  Reader part(uint64_t size) {
    if (size > static_cast<uint64_t>(end_ - at_))
      refuse("ends in the middle of a section");
    at_ += size;
    return {at_ - size, at_};
  }
  std::string name() {
    Reader text = part(number());
    return {text.at_, text.end_};
  }

private:
  const uint8_t *at_;
  const uint8_t *end_;
};

struct FunctionType {
  std::vector<uint8_t> params, results;
  friend bool operator==(const FunctionType &, const FunctionType &) = default;
};

// The imports that the program declares, with their types.
using Declared = std::map<std::string, FunctionType>;

enum : uint8_t { type_section = 1, import_section = 2, memory_section = 5, export_section = 7 };
enum : uint8_t { function_kind = 0, i32 = 0x7f, i64 = 0x7e };

struct Module {
  std::vector<FunctionType> types;
  std::set<std::string> imports, exports;
  uint64_t memories = 0;
  uint64_t memory_flags = 0, memory_maximum = 0;
};

std::vector<uint8_t> value_types(Reader &reader) {
  std::vector<uint8_t> types(reader.number());
  for (uint8_t &type : types)
    type = reader.byte();
  return types;
}

void read_types(Reader reader, Module &module) {
  for (uint64_t count = reader.number(); count > 0; --count) {
    if (reader.byte() != 0x60)
      refuse("has a type that is no function's");
    FunctionType type;
    type.params = value_types(reader);
    type.results = value_types(reader);
    module.types.push_back(type);
  }
}

// The imports of `wali` that are not calls.
bool known_helper(const std::string &name) {
  static const std::set<std::string> names = {
      "__init",         "__deinit",           "__proc_exit",        "__cl_get_argc", "__cl_get_argv_len",
      "__cl_copy_argv", "__get_init_envfile", "__wasm_thread_spawn"};
  return names.contains(name);
}

void check_call(const std::string &name, const FunctionType &type, Revision revision) {
  const Syscall *call = name.starts_with("SYS_") ? find_syscall(std::string_view(name).substr(4)) : nullptr;
  if (!call || !includes(call->revisions, revision))
    refuse("imports " + name + ", which this revision does not have");
  std::vector<uint8_t> params;
  for (const Param &param : call->params)
    params.push_back((revision == Revision::libc ? param.libc : param.spec2026) == WasmType::i32 ? i32 : i64);
  if (type.params != params || type.results != std::vector<uint8_t>{i64})
    refuse("imports " + name + " with types that this revision does not give it");
}

void check_import(const std::string &name, const FunctionType &type, Revision revision, const Declared &declared) {
  if (const auto own = declared.find(name); own != declared.end()) {
    if (type != own->second)
      refuse("imports " + name + " with another type than its source declares");
  } else if (!known_helper(name)) {
    check_call(name, type, revision);
  }
}

void read_imports(Reader reader, Module &module, Revision revision, const Declared &declared) {
  for (uint64_t count = reader.number(); count > 0; --count) {
    std::string from = reader.name(), name = reader.name();
    if (from != "wali" || reader.byte() != function_kind)
      refuse("imports " + from + "." + name + "; a module imports functions of `wali` and nothing else");
    uint64_t index = reader.number();
    if (index >= module.types.size())
      refuse("imports " + name + " with a type that it does not define");
    check_import(name, module.types[index], revision, declared);
    module.imports.insert(name);
  }
}

void read_memories(Reader reader, Module &module) {
  module.memories = reader.number();
  if (module.memories != 1)
    return;
  module.memory_flags = reader.number();
  reader.number();
  if (module.memory_flags & 1)
    module.memory_maximum = reader.number();
}

void read_exports(Reader reader, Module &module) {
  for (uint64_t count = reader.number(); count > 0; --count) {
    module.exports.insert(reader.name());
    reader.byte();
    reader.number();
  }
}

Module read_module(Reader reader, Revision revision, const Declared &declared) {
  const uint8_t header[] = {0, 'a', 's', 'm', 1, 0, 0, 0};
  for (uint8_t byte : header)
    if (reader.byte() != byte)
      refuse("is no wasm module");
  Module module;
  while (!reader.done()) {
    uint8_t id = reader.byte();
    Reader section = reader.part(reader.number());
    switch (id) {
    case type_section:
      read_types(section, module);
      break;
    case import_section:
      read_imports(section, module, revision, declared);
      break;
    case memory_section:
      read_memories(section, module);
      break;
    case export_section:
      read_exports(section, module);
      break;
    }
  }
  return module;
}

void check_shape(const Module &module, uint64_t maximum) {
  const uint64_t has_maximum_and_is_shared = 3;
  if (module.memories != 1 || module.memory_flags != has_maximum_and_is_shared || module.memory_maximum != maximum)
    refuse("must define one shared memory of at most " + std::to_string(maximum) + " pages");
  const std::set<std::string> exports = {"memory", "_start", "__wasm_memory_grow", "__wasm_memory_size"};
  if (module.exports != exports)
    refuse("must export memory, _start, __wasm_memory_grow and __wasm_memory_size, and nothing else");
}

void check_declared(const Module &module, const Declared &declared) {
  for (const auto &[name, type] : declared)
    if (!module.imports.contains(name))
      refuse("does not import " + name + ", which its source declares");
}

std::vector<uint8_t> types_named(const std::string &text) {
  std::vector<uint8_t> types;
  for (size_t at = text.find('i'); at != std::string::npos; at = text.find('i', at + 1))
    types.push_back(text.substr(at, 3) == "i32" ? i32 : i64);
  return types;
}

void declare(const std::string &import, Declared &declared) {
  static const std::regex form(R"((\w+) \(((?:i32|i64)(?:, (?:i32|i64))*|)\) -> (i32|i64|\(\)))");
  std::smatch parts;
  if (!std::regex_match(import, parts, form))
    refuse("declares the import `" + import + "`; the form is `NAME (i32, i64) -> i64`, without a result `-> ()`");
  declared[parts[1]] = {types_named(parts[2]), types_named(parts[3])};
}

} // namespace

int main(int argc, char **argv) {
  if (argc < 4 || (std::strcmp(argv[1], "libc") != 0 && std::strcmp(argv[1], "spec2026") != 0)) {
    std::fprintf(stderr, "usage: check-module libc|spec2026 MAX-PAGES MODULE [IMPORT...]\n");
    return 2;
  }
  module_path = argv[3];
  std::ifstream file(module_path, std::ios::binary);
  std::vector<uint8_t> bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file)
    refuse("cannot be read");
  Declared declared;
  for (int i = 4; i < argc; ++i)
    declare(argv[i], declared);
  Revision revision = std::strcmp(argv[1], "libc") == 0 ? Revision::libc : Revision::spec2026;
  Module module = read_module({bytes.data(), bytes.data() + bytes.size()}, revision, declared);
  check_shape(module, std::strtoull(argv[2], nullptr, 10));
  check_declared(module, declared);
}
