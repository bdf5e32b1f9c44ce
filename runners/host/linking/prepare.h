// Module preparation: gives the host access to what a WALI module defines for
// itself.
//
// The module's memory becomes an import, so that all threads' instances share it.
// Table 0 and the stack pointer become exports, so that the host can call signal
// handlers. Only sections are rewritten; all indices stay as they are.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "harness/wasm/module.h"

namespace wali::host {

using wasm::MemoryLimits;
using wasm::ModuleError;

// The names that preparation gives to what it moves.
inline constexpr char host_module_name[] = "wali:host";
inline constexpr char memory_import_name[] = "memory";
inline constexpr char table_export_name[] = "wali:host.table";
inline constexpr char stack_pointer_export_name[] = "wali:host.stack_pointer";

// If a module has an import more than once, all but the first get this after their
// name, and then a number.
inline constexpr char repeated_import_mark[] = "\nwali:host.again";
std::string original_import_name(const std::string &name);

// What preparation needs to know about a module.
struct ModuleShape {
  std::optional<MemoryLimits> memory; // defined by the module
  bool has_table = false;
  std::optional<uint32_t> stack_pointer; // the global's index
};

// Reads the module's sections, but not its code. Throws ModuleError if the bytes are
// not a module, and for modules that import a memory, a table or a global.
ModuleShape inspect_module(std::span<const uint8_t> module);

// The module with its memory imported and its table and stack pointer exported.
std::vector<uint8_t> prepare_module(std::span<const uint8_t> module, const ModuleShape &shape);

} // namespace wali::host
