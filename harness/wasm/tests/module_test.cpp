// The reader of modules. What it refuses of whole modules: prepare_test.cpp of the host.
#include "harness/wasm/module.h"

#include <gtest/gtest.h>

namespace wali::wasm {
namespace {

using Content = std::vector<uint8_t>;

template <class F> std::string refusal(F read) {
  try {
    read();
  } catch (const ModuleError &error) {
    return error.what();
  }
  return "none";
}

TEST(WasmReader, NumbersHaveTheirBitsAndNoMore) {
  const Content most = {0xff, 0xff, 0xff, 0xff, 0x0f}, more = {0xff, 0xff, 0xff, 0xff, 0x1f};
  EXPECT_EQ(Reader(most).number(), 0xffffffffu);
  EXPECT_EQ(Reader(more).number(64), 0x1ffffffffu);
  EXPECT_EQ(refusal([&] { Reader(more).number(); }), "malformed module: a number is too large");
  EXPECT_EQ(refusal([&] { Reader(Bytes(most).first(4)).number(); }),
            "truncated module: the module ends at its byte 4, where 1 more were to come");
}

TEST(WasmReader, NamesEndWithinTheModule) {
  const Content name = {2, 'h', 'i', '!'}, cut = {3, 'h', 'i'};
  Reader reader(name);
  EXPECT_EQ(reader.name(), "hi");
  EXPECT_EQ(reader.rest().size(), 1u);
  EXPECT_EQ(refusal([&] { Reader(cut, described(export_section)).name(); }),
            "truncated module: section 7 (export) ends at its byte 3, where 1 more were to come");
}

TEST(WasmReader, Types) {
  const std::vector<FunctionType> types =
      read_types(Content{2, 0x60, 2, i32_type, i64_type, 1, i64_type, 0x60, 0, 0});
  ASSERT_EQ(types.size(), 2u);
  EXPECT_EQ(types[0], (FunctionType{{i32_type, i64_type}, {i64_type}}));
  EXPECT_EQ(types[1], FunctionType{});
  EXPECT_EQ(refusal([] { read_types(Content{1, 0x5f, 0, 0}); }),
            "a type of the module is not a function's");
}

TEST(WasmReader, ImportsAndExports) {
  const Content content = {1, 1, 'm', 1, 'f', function_kind, 7};
  const std::vector<Import> imports = read_imports(content);
  ASSERT_EQ(imports.size(), 1u);
  EXPECT_EQ(imports[0].module, "m");
  EXPECT_EQ(imports[0].name, "f");
  EXPECT_EQ(imports[0].type, 7u);
  const Content exported = {1, 1, 'g', global_kind, 3};
  const std::vector<Export> exports = read_exports(exported);
  ASSERT_EQ(exports.size(), 1u);
  EXPECT_EQ(exports[0].name, "g");
  EXPECT_EQ(exports[0].kind, global_kind);
  EXPECT_EQ(exports[0].index, 3u);
}

TEST(WasmReader, Memories) {
  const std::vector<MemoryLimits> memories = read_memories(Content{2, 3, 2, 5, 0, 1});
  ASSERT_EQ(memories.size(), 2u);
  EXPECT_EQ(memories[0].minimum, 2u);
  EXPECT_EQ(memories[0].maximum, 5u);
  EXPECT_TRUE(memories[0].shared);
  EXPECT_EQ(memories[1].maximum, 65536u) << "none is given";
  EXPECT_FALSE(memories[1].shared);
}

} // namespace
} // namespace wali::wasm
