// Modules that are not as the toolchain makes them: the engine runs them, or says
// in one line why it does not. Never does it die of them itself.
#include "runners/wasmtime/tests/made_module.h"

#include <algorithm>

namespace wali::runner {
namespace {

// write(1, address, 5), and its error as the exit status.
Bytes writes_from(uint8_t address) {
  return number(0) + number(1) + number(address) + number(5) + call(sys_write) + Bytes{0xa7, 0x6b} +
         call(proc_exit); // i32.wrap_i64, i32.sub
}

TEST_F(Modules, RunWhenTheyAreWhole) { EXPECT_EQ(run(Module{}.bytes()).status, 0); }

TEST_F(Modules, WithoutMemoryEveryAddressIsBad) {
  for (const Bytes &memory : {Bytes{}, Bytes{1, 3, 0, 0}, Bytes{1, 3, 0, 1}})
    for (uint8_t address : {uint8_t{0}, uint8_t{16}})
      EXPECT_EQ(run(Module{.memory = memory, .code = writes_from(address)}.bytes()).status, EFAULT);
}

TEST_F(Modules, WithoutATableThereAreNoHandlers) {
  const Ending ending = run(Module{.code = takes_a_signal, .data = action(0)}.bytes());
  EXPECT_EQ(ending.signal, SIGSEGV);
  EXPECT_EQ(ending.message, "wali-wasmtime: signal 10: its handler, table index 1, is no function "
                            "of the right type");
}

TEST_F(Modules, WithoutAStackPointerHandlersGetNoSiginfo) {
  Module module{.table = one_table, .code = takes_a_signal, .data = action(0)};
  EXPECT_EQ(run(module.bytes()).status, 7);
  module.data = action(4); // SA_SIGINFO
  const Ending ending = run(module.bytes());
  EXPECT_EQ(ending.signal, SIGSEGV);
  EXPECT_EQ(ending.message, "wali-wasmtime: signal 10: no stack for its handler");
}

TEST_F(Modules, WithAStackThatIsTooSmallHandlersDoNotRun) {
  Module module{
      .table = one_table, .globals = stack_pointer, .code = takes_a_signal, .data = action(4)};
  EXPECT_EQ(run(module.bytes()).signal, SIGSEGV);     // the handler is of another type
  module.globals = {1, 0x7f, 1, 0x41, 0xff, 0, 0x0b}; // 127: less than the red zone
  EXPECT_EQ(run(module.bytes()).message, "wali-wasmtime: signal 10: no stack for its handler");
}

// As the crate libc 0.2.178 to 0.2.183 makes them: SYS_write and others are imported with a result
// of 32 bits. write(63, 16, 5), and its error as the exit status.
TEST_F(Modules, WithResultsOf32BitsRunInTheRevisionOfTheCrate) {
  const Bytes code = number(0) + number(63) + number(16) + number(5) + call(sys_write) +
                     Bytes{0x6b} + call(proc_exit); // i32.sub
  Bytes module = Module{.code = code}.bytes();
  const Bytes wide_type = {0x60, 3, 0x7f, 0x7f, 0x7f, 1, 0x7e};
  const auto found = std::search(module.begin(), module.end(), wide_type.begin(), wide_type.end());
  ASSERT_NE(found, module.end());
  found[6] = 0x7f;
  EXPECT_EQ(run(module).status, EBADF);
  EXPECT_EQ(run(module, {"--strict", "--abi", "libc"}).status, EBADF);
  const Ending refused = run(module, {"--abi", "spec2026"});
  EXPECT_EQ(refused.status, 125);
  EXPECT_NE(refused.message.find("import wali.SYS_write has the type (i32, i32, i32) -> (i32)"),
            std::string::npos)
      << refused.message;
}

TEST_F(Modules, TruncatedOnesAreRefused) {
  const Bytes whole = Module{.table = one_table, .globals = stack_pointer}.bytes();
  for (size_t length = 1; length < whole.size(); ++length) {
    const Ending ending =
        run(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)));
    EXPECT_EQ(ending.status, 125) << length;
    EXPECT_EQ(ending.lines, 1u) << length << ": " << ending.message;
  }
}

TEST_F(Modules, HostileOnesAreRefused) {
  const Bytes most = {0xff, 0xff, 0xff, 0xff, 0x0f}; // 2^32 - 1
  expect_refused({'#', '!', '/', 'b', 'i', 'n'}, "not a WebAssembly module");
  expect_refused(
      header + section(2, most),
      "truncated module: section 2 (import) ends at its byte 5, where 1 more were to come");
  expect_refused(header + section(1, most), "");
  expect_refused(
      header + Bytes{10} + most,
      "truncated module: it ends in section 10 (code), at byte 0 of 4294967295, which is "
      "byte 14 of the module");
  expect_refused(header + Bytes{5, 6, 1, 3, 0xff, 0xff, 0xff, 0xff}, "");
  expect_refused(Module{.memory = {1, 3, 0, 0x81, 0x80, 4}}.bytes(), "impossible memory limits");
  expect_refused(Module{.memory = {1, 7, 1, 1}}.bytes(), "not of the 32-bit kind");
  expect_refused(Module{.table = {1, 0x70, 0, 0xff, 0xff, 0xff, 0xff, 0x0f}}.bytes(),
                 "a table of the module is too large");
  expect_refused(Module{.code = call(99)}.bytes(), "");
  expect_refused(header, "exports no function `_start`");
  // A hundred thousand blocks within one another, none of which ends.
  Module module;
  Bytes nested(200000, 0x02); // block, void
  for (size_t index = 1; index < nested.size(); index += 2)
    nested[index] = 0x40;
  module.code = nested;
  expect_refused(module.bytes(), "");
}

// try ... end, of the legacy exceptions, and a function that leaves a value behind.
TEST_F(Modules, WhatDoesNotCompileSaysWhereAndWhy) {
  expect_refused(Module{.code = Bytes{0x06, 0x40, 0x0b} + exits_with_0}.bytes(),
                 "legacy_exceptions");
  expect_refused(Module{.code = number(1) + exits_with_0}.bytes(),
                 "type mismatch: values remaining on stack at end of block");
}

TEST_F(Modules, ATrapNamesTheFunctionsThatWereRunning) {
  Module module{.code = number(0) + call(handler)};
  const Bytes names = text("name") + section(1, Bytes{1, start} + text("outer(int)"));
  Bytes bytes = module.bytes();
  const Bytes before = leb(6) + Bytes{0} + number(7) + call(proc_exit) + Bytes{0x0b};
  const auto found = std::search(bytes.begin(), bytes.end(), before.begin(), before.end());
  ASSERT_NE(found, bytes.end());
  std::fill(found + 2, found + 6, uint8_t{0x01}); // nop
  found[5] = 0x00;                                // unreachable
  const Ending ending = run(bytes + section(0, names));
  EXPECT_EQ(ending.signal, SIGILL);
  // Where in a function that only traps, engines see it differently.
  EXPECT_TRUE(ending.all.starts_with("wali-wasmtime: trap: unreachable code reached\n"
                                     "  #0 function " +
                                     std::to_string(handler) + " + 0x"))
      << ending.all;
  EXPECT_TRUE(ending.all.ends_with("\n  #1 outer(int) + 0x3\n")) << ending.all;
}

// The guest asks for the environment's file, opens it, closes it, and is killed.
TEST_F(Modules, TheEnvironmentIsNotLeftBehind) {
  const Bytes room = {0x41, 0x80, 0x08}, drop = {0x1a}, wrap = {0xa7};
  const Bytes opens = number(16) + room + call(get_init_envfile) + drop + number(16) + number(0) +
                      number(0) + call(sys_open) + wrap;
  const Bytes is_killed = call(sys_getpid) + wrap + number(9) + call(sys_kill) + drop;
  const auto left = [&] {
    size_t count = 0;
    for (const auto &entry : fs::directory_iterator(directory))
      count += entry.path().filename().string().starts_with("wali-env-");
    return count;
  };
  EXPECT_EQ(run(Module{.code = opens + drop + is_killed}.bytes()).signal, SIGKILL);
  EXPECT_EQ(left(), 1u) << "it is there while the guest reads it";
  EXPECT_EQ(run(Module{.code = opens + call(sys_close) + drop + is_killed}.bytes()).signal,
            SIGKILL);
  EXPECT_EQ(left(), 1u);
  EXPECT_EQ(run(Module{.code = opens + call(sys_close) + drop + opens + call(sys_close) + wrap +
                               call(proc_exit)}
                    .bytes())
                .status,
            0)
      << "asked for again, it is there again";
  EXPECT_EQ(left(), 1u);
}

TEST_F(Modules, ABacktraceHasAnEnd) {
  const Ending ending = run(Module{.code = call(start)}.bytes());
  EXPECT_EQ(ending.lines, 21u); // twenty frames
}

TEST_F(Modules, WhatFailsAtTheStartEndsAsATrap) {
  Ending ending = run(Module{.code = {0x00}}.bytes()); // unreachable
  EXPECT_EQ(ending.signal, SIGILL);
  EXPECT_EQ(ending.message, "wali-wasmtime: trap: unreachable code reached");
  ending = run(Module{.code = call(start)}.bytes()); // without end
  EXPECT_EQ(ending.signal, SIGSEGV);
  EXPECT_EQ(ending.message, "wali-wasmtime: trap: stack overflow");
  ending = run(Module{.memory = {1, 3, 0, 1}, .data = action(0)}.bytes()); // data beyond memory
  EXPECT_EQ(ending.signal, SIGSEGV);
  EXPECT_EQ(ending.message, "wali-wasmtime: trap: memory access out of bounds");
}

} // namespace
} // namespace wali::runner
