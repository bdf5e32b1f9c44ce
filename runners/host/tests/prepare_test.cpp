// Module preparation.
#include "runners/host/linking/prepare.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <string>

namespace wali::host {
namespace {

using Bytes = std::vector<uint8_t>;

Bytes operator+(Bytes left, const Bytes &right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

Bytes text(const std::string &text) {
  return Bytes{static_cast<uint8_t>(text.size())} + Bytes(text.begin(), text.end());
}

Bytes section(uint8_t id, const Bytes &content) {
  return Bytes{id, static_cast<uint8_t>(content.size())} + content;
}

const Bytes header = {0, 'a', 's', 'm', 1, 0, 0, 0};
const Bytes types = section(1, {1, 0x60, 0, 0}); // () -> ()
const Bytes one_import = section(2, Bytes{1} + text("wali") + text("f") + Bytes{0, 0});
const Bytes functions = section(3, {1, 0});
const Bytes table = section(4, {1, 0x70, 0, 1});                     // one, at least 1
const Bytes memory = section(5, {1, 3, 2, 0x80, 0x80, 2});           // shared, 2 to 32768 pages
const Bytes stack_pointer = section(6, {1, 0x7f, 1, 0x41, 0, 0x0b}); // mutable i32
const Bytes one_export = section(7, Bytes{1} + text("_start") + Bytes{0, 1});
const Bytes code = section(10, {1, 2, 0, 0x0b});

const Bytes imported_memory =
    text(host_module_name) + text(memory_import_name) + Bytes{2, 3, 2, 0x80, 0x80, 2};
const Bytes exported_table = text(table_export_name) + Bytes{1, 0};
const Bytes exported_stack_pointer = text(stack_pointer_export_name) + Bytes{3, 0};

Bytes prepare(const Bytes &module) { return prepare_module(module, inspect_module(module)); }

TEST(Prepare, MovesMemoryTableAndStackPointerToTheBoundary) {
  const Bytes module =
      header + types + one_import + functions + table + memory + stack_pointer + one_export + code;
  const Bytes expected =
      header + types +
      section(2, Bytes{2} + text("wali") + text("f") + Bytes{0, 0} + imported_memory) + functions +
      table + stack_pointer +
      section(7,
              Bytes{3} + text("_start") + Bytes{0, 1} + exported_table + exported_stack_pointer) +
      code;
  EXPECT_EQ(prepare(module), expected);
}

TEST(Prepare, MakesTheSectionsThatAreMissingInTheirPlaces) {
  const Bytes module = header + types + functions + table + memory + stack_pointer + code;
  const Bytes expected = header + types + section(2, Bytes{1} + imported_memory) + functions +
                         table + stack_pointer +
                         section(7, Bytes{2} + exported_table + exported_stack_pointer) + code;
  EXPECT_EQ(prepare(module), expected);
}

TEST(Prepare, LeavesTheRestVerbatim) {
  const Bytes custom = section(0, text("name") + Bytes{1, 2, 3});
  const Bytes module = header + custom + types + custom + one_import + functions + one_export +
                       section(12, {0}) + code + custom;
  const Bytes expected = header + custom + types + custom + one_import + functions + one_export +
                         section(12, {0}) + code + custom;
  EXPECT_EQ(prepare(module), expected);
}

TEST(Prepare, ReportsTheMemorysLimits) {
  EXPECT_FALSE(inspect_module(header).memory);
  EXPECT_EQ(inspect_module(header + memory).memory->minimum, 2u);
  EXPECT_EQ(inspect_module(header + memory).memory->maximum, 32768u);
  // Not shared and without a maximum: as large as memory can be.
  EXPECT_EQ(inspect_module(header + section(5, {1, 0, 1})).memory->maximum, 65536u);
}

TEST(Prepare, FindsTheStackPointer) {
  EXPECT_EQ(inspect_module(header + stack_pointer).stack_pointer, 0u);
  EXPECT_FALSE(inspect_module(header + section(6, {1, 0x7f, 0, 0x41, 0, 0x0b})).stack_pointer);
  EXPECT_FALSE(inspect_module(header + section(6, {1, 0x7e, 1, 0x42, 0, 0x0b})).stack_pointer);
  const Bytes named = section(7, Bytes{1} + text("__stack_pointer") + Bytes{3, 5});
  EXPECT_EQ(inspect_module(header + named).stack_pointer, 5u);
}

TEST(Prepare, RepeatedImportsGetNamesOfTheirOwn) {
  const Bytes exit = text("wali") + text("SYS_exit");
  const Bytes module =
      header + types + section(2, Bytes{2} + exit + Bytes{0, 0} + exit + Bytes{0, 1});
  const std::string again = std::string("SYS_exit") + repeated_import_mark + "2";
  const Bytes expected =
      header + types +
      section(2, Bytes{2} + exit + Bytes{0, 0} + text("wali") + text(again) + Bytes{0, 1}) +
      section(7, {0});
  EXPECT_EQ(prepare(module), expected);
  EXPECT_EQ(original_import_name(again), "SYS_exit");
  EXPECT_EQ(original_import_name("SYS_exit"), "SYS_exit");
}

std::string refusal(const Bytes &module) {
  try {
    prepare(module);
  } catch (const ModuleError &error) {
    return error.what();
  }
  return "none";
}

TEST(Prepare, RefusesWhatItCannotRun) {
  EXPECT_EQ(refusal({}), "not a WebAssembly module");
  EXPECT_EQ(refusal({'#', '!', '/', 'b', 'i', 'n', '/', 's'}), "not a WebAssembly module");
  EXPECT_EQ(refusal({0, 'a', 's', 'm', 13, 0, 1, 0}), "not a WebAssembly module of version 1");
  EXPECT_EQ(refusal(header + section(5, {2, 0, 1, 0, 1})), "the module has more than one memory");
  EXPECT_EQ(refusal(header + section(5, {1, 4, 1})),
            "the module's memory is not of the 32-bit kind");
  EXPECT_EQ(refusal(header + section(5, {1, 1, 2, 1})),
            "malformed module: impossible memory limits");
  EXPECT_EQ(refusal(header + section(2, Bytes{1} + text("env") + text("memory") + Bytes{2, 0, 1})),
            "import env.memory is not a function; only functions can be imported");
  EXPECT_EQ(refusal(header + memory + types), "malformed module: sections out of order");
  EXPECT_EQ(refusal(header + section(77, {})), "malformed module: unknown section 77");
  EXPECT_EQ(refusal(header + section(7, {0, 1})),
            "malformed module: bytes are left over in a section");
}

// Any prefix of a module, and any module with changed bytes, is prepared or
// refused; nothing is read beyond it (run under AddressSanitizer).
TEST(Prepare, SurvivesDamage) {
  const Bytes module =
      header + types + one_import + functions + table + memory + stack_pointer + one_export + code;
  for (size_t length = 0; length < module.size(); ++length)
    refusal(Bytes(module.begin(), module.begin() + static_cast<ptrdiff_t>(length)));
  std::mt19937 random(1);
  constexpr int rounds = 20000;
  for (int round = 0; round < rounds; ++round) {
    Bytes damaged = module;
    for (int count = 0; count < 3; ++count)
      damaged[8 + random() % (damaged.size() - 8)] = static_cast<uint8_t>(random());
    refusal(damaged);
  }
}

} // namespace
} // namespace wali::host
