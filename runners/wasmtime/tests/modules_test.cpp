// Modules that are not as the toolchain makes them: the engine runs them, or says
// in one line why it does not. Never does it die of them itself.
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<uint8_t>;

Bytes operator+(Bytes left, const Bytes &right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

Bytes leb(uint64_t value) {
  Bytes out;
  for (; value >= 0x80; value >>= 7)
    out.push_back(static_cast<uint8_t>(value | 0x80));
  out.push_back(static_cast<uint8_t>(value));
  return out;
}

Bytes text(const std::string &text) { return leb(text.size()) + Bytes(text.begin(), text.end()); }
Bytes section(uint8_t id, const Bytes &content) {
  return Bytes{id} + leb(content.size()) + content;
}
Bytes number(uint8_t value) { return {0x41, value}; } // i32.const of 0 to 63
Bytes call(uint8_t function) { return {0x10, function}; }

// The functions that every module here imports, and those that it defines.
enum : uint8_t { proc_exit, sys_write, sys_rt_sigaction, sys_kill, sys_getpid, start, handler };

const Bytes header = {0, 'a', 's', 'm', 1, 0, 0, 0};
const Bytes exits_with_0 = number(0) + call(proc_exit);

struct Module {
  Bytes memory = {1, 3, 1, 1}; // shared, one page
  Bytes table = {};
  Bytes globals = {};
  Bytes code = exits_with_0; // of _start
  Bytes data = {};           // at address 16

  Bytes bytes() const {
    constexpr uint8_t i32 = 0x7f, i64 = 0x7e, func = 0x60;
    const Bytes types = {6,   func, 0, 0,   func, 1, i32, 0,    func, 3,   i32,
                         i32, i32,  1, i64, func, 4, i32, i32,  i32,  i32, 1,
                         i64, func, 2, i32, i32,  1, i64, func, 0,    1,   i64};
    Bytes imports = {5};
    const std::pair<const char *, uint8_t> imported[] = {{"__proc_exit", 1},
                                                         {"SYS_write", 2},
                                                         {"SYS_rt_sigaction", 3},
                                                         {"SYS_kill", 4},
                                                         {"SYS_getpid", 5}};
    for (const auto &[name, type] : imported)
      imports = imports + text("wali") + text(name) + Bytes{0, type};
    const Bytes body = Bytes{0} + code + Bytes{0x0b};
    const Bytes handler_body = Bytes{0} + number(7) + call(proc_exit) + Bytes{0x0b};
    Bytes made = header + section(1, types) + section(2, imports) + section(3, {2, 0, 1});
    if (!table.empty())
      made = made + section(4, table);
    if (!memory.empty())
      made = made + section(5, memory);
    if (!globals.empty())
      made = made + section(6, globals);
    made = made + section(7, Bytes{1} + text("_start") + Bytes{0, start});
    if (!table.empty()) // index 1 is the handler
      made = made + section(9, {1, 0, 0x41, 1, 0x0b, 1, handler});
    made = made + section(10, Bytes{2} + leb(body.size()) + body + leb(handler_body.size()) +
                                  handler_body);
    if (!data.empty())
      made = made + section(11, Bytes{1, 0, 0x41, 16, 0x0b} + leb(data.size()) + data);
    return made;
  }
};

// How the engine ended, and the last line that it said.
struct Ending {
  int status = -1, signal = 0;
  std::string message;
  size_t lines = 0;
};

class Modules : public testing::Test {
protected:
  void SetUp() override {
    directory = fs::temp_directory_path() / ("wali-modules-test-" + std::to_string(getpid()));
    fs::create_directories(directory);
  }
  void TearDown() override { fs::remove_all(directory); }

  Ending run(const Bytes &module) {
    const fs::path file = directory / "module.wasm", said = directory / "said";
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char *>(module.data()),
               static_cast<std::streamsize>(module.size()));
    const pid_t child = fork();
    if (child == 0) {
      if (!freopen(said.c_str(), "w", stderr))
        _exit(99);
      alarm(60);
      execl(WALI_WASMTIME, WALI_WASMTIME, "--no-cache", file.c_str(), nullptr);
      _exit(99);
    }
    int status;
    waitpid(child, &status, 0);
    Ending ending;
    if (WIFEXITED(status))
      ending.status = WEXITSTATUS(status);
    else
      ending.signal = WTERMSIG(status);
    std::ifstream stream(said);
    for (std::string line; std::getline(stream, line); ++ending.lines)
      ending.message = line;
    return ending;
  }

  // It is refused, in one line that names the module and ends with `why`.
  void expect_refused(const Bytes &module, const std::string &why) {
    const Ending ending = run(module);
    EXPECT_EQ(ending.status, 125) << ending.message;
    EXPECT_EQ(ending.lines, 1u) << ending.message;
    EXPECT_NE(ending.message.find(why), std::string::npos) << ending.message;
    EXPECT_EQ(ending.message.find("wali-wasmtime: " + directory.string()), 0u) << ending.message;
  }

  fs::path directory;
};

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

// rt_sigaction of SIGUSR1 with what lies at 16, kill, and then status 3.
const Bytes takes_a_signal = number(10) + number(16) + number(0) + number(8) +
                             call(sys_rt_sigaction) + Bytes{0x1a} + call(sys_getpid) + Bytes{0xa7} +
                             number(10) + call(sys_kill) + Bytes{0x1a} + number(3) +
                             call(proc_exit);
// A k_sigaction of the handler at index 1, with these flags.
Bytes action(uint8_t flags) { return Bytes{1, 0, 0, 0, flags} + Bytes(19, 0); }
const Bytes one_table = {1, 0x70, 0, 2};
const Bytes stack_pointer = {1, 0x7f, 1, 0x41, 0x80, 0x80, 1, 0x0b}; // 16384

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
  expect_refused(header + section(2, most), "truncated module");
  expect_refused(header + section(1, most), "");
  expect_refused(header + Bytes{10} + most, "truncated module");
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
