// Module preparation: what a WALI module defines for itself but its host must
// share between threads or reach is moved to the boundary.
//
// The module's memory becomes an import, so that every thread's instance has the
// same one; its table 0 and its stack pointer become exports, so that signal
// handlers can be called. Sections are rewritten, nothing else is touched: index
// spaces stay as they are.
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

// What follows the name of an import that the module has more than once, in all
// but the first place, before a number.
inline constexpr char repeated_import_mark[] = "\nwali:host.again";
std::string original_import_name(const std::string &name);

// What preparation has to know of a module.
struct ModuleShape {
  std::optional<MemoryLimits> memory; // defined by the module
  bool has_table = false;
  std::optional<uint32_t> stack_pointer; // the global's index
};

// Reads the module's sections, but not its code. Throws ModuleError for bytes
// that are no module, and for modules that import a memory, a table or a global.
ModuleShape inspect_module(std::span<const uint8_t> module);

// The module with its memory imported and its table and stack pointer exported.
std::vector<uint8_t> prepare_module(std::span<const uint8_t> module, const ModuleShape &shape);

} // namespace wali::host
