#include "harness/guest/module_shape.h"

#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <vector>

#include "harness/wasm/module.h"

namespace wali::guest {
namespace {

using namespace wali::abi;
using namespace wali::wasm;

[[noreturn]] void refuse(const std::string &why) { throw Refusal(why); }

// The imports that the program declares, with their types.
using Declared = std::map<std::string, FunctionType>;

// What is checked of a module.
struct Module {
  std::vector<FunctionType> types;
  std::vector<MemoryLimits> memories;
  std::set<std::string> imports, exports;
};

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
    params.push_back((revision == Revision::libc ? param.libc : param.spec2026) == WasmType::i32 ? i32_type : i64_type);
  if (type.params != params || type.results != std::vector<uint8_t>{i64_type})
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

void check_imports(Bytes content, Module &module, Revision revision, const Declared &declared) {
  for (const Import &import : read_imports(content)) {
    const std::string name(import.name);
    if (import.module != "wali")
      refuse("imports " + std::string(import.module) + "." + name +
             "; a module imports functions of `wali` and nothing else");
    if (import.type >= module.types.size())
      refuse("imports " + name + " with a type that it does not define");
    check_import(name, module.types[import.type], revision, declared);
    module.imports.insert(name);
  }
}

Module read_module(Bytes bytes, Revision revision, const Declared &declared) {
  Module module;
  for_each_section(bytes, [&](uint8_t id, Bytes content) {
    if (id == type_section)
      module.types = read_types(content);
    else if (id == import_section)
      check_imports(content, module, revision, declared);
    else if (id == memory_section)
      module.memories = read_memories(content);
    else if (id == export_section)
      for (const Export &made : read_exports(content))
        module.exports.emplace(made.name);
  });
  return module;
}

void check_shape(const Module &module, uint64_t maximum) {
  if (module.memories.size() != 1 || !module.memories[0].shared || module.memories[0].maximum != maximum)
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
    types.push_back(text.substr(at, 3) == "i32" ? i32_type : i64_type);
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

Revision parse_revision(const std::string &word) {
  if (const auto revision = abi::revision_named(word))
    return *revision;
  refuse("cannot be of the revision " + word + ": name libc or spec2026");
}

void check_module(const std::string &path, Revision revision, uint64_t maximum,
                  const std::vector<std::string> &imports) {
  std::ifstream file(path, std::ios::binary);
  std::vector<uint8_t> bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file)
    refuse("cannot be read");
  Declared declared;
  for (const std::string &import : imports)
    declare(import, declared);
  try {
    const Module module = read_module(bytes, revision, declared);
    check_shape(module, maximum);
    check_declared(module, declared);
  } catch (const ModuleError &error) {
    refuse(error.what());
  }
}

} // namespace wali::guest
