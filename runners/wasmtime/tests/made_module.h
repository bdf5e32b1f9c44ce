// Small modules that tests make byte by byte, and how the engine ends with them.
#pragma once

#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace wali::runner {

namespace fs = std::filesystem;
using Bytes = std::vector<uint8_t>;

inline Bytes operator+(Bytes left, const Bytes &right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

inline Bytes leb(uint64_t value) {
  Bytes out;
  for (; value >= 0x80; value >>= 7)
    out.push_back(static_cast<uint8_t>(value | 0x80));
  out.push_back(static_cast<uint8_t>(value));
  return out;
}

inline Bytes text(const std::string &text) {
  return leb(text.size()) + Bytes(text.begin(), text.end());
}
inline Bytes section(uint8_t id, const Bytes &content) {
  return Bytes{id} + leb(content.size()) + content;
}
inline Bytes number(uint8_t value) { return {0x41, value}; } // i32.const of 0 to 63
inline Bytes wide(uint32_t value) { // i32.const of 0 to 16383, in three bytes
  return {0x41, static_cast<uint8_t>(0x80 | (value & 0x7f)),
          static_cast<uint8_t>(0x80 | (value >> 7 & 0x7f)), 0};
}
inline Bytes call(uint8_t function) { return {0x10, function}; }

// The functions that every module here imports, and those that it defines. `handler`
// is at index 1 of the table, `thread` at index 2.
enum : uint8_t {
  proc_exit,
  sys_write,
  sys_rt_sigaction,
  sys_kill,
  sys_getpid,
  get_init_envfile,
  sys_open,
  sys_close,
  sys_fork,
  sys_wait4,
  sys_execve,
  sys_read,
  sys_exit,
  thread_spawn,
  start,
  handler,
  thread,
};

inline const Bytes header = {0, 'a', 's', 'm', 1, 0, 0, 0};
inline const Bytes exits_with_0 = number(0) + call(proc_exit);

struct Module {
  Bytes memory = {1, 3, 1, 1}; // shared, one page
  Bytes table = {};
  Bytes globals = {};
  Bytes code = exits_with_0; // of _start
  Bytes data = {};           // at address 16
  Bytes handler_code = number(7) + call(proc_exit);

  Bytes bytes() const {
    constexpr uint8_t i32 = 0x7f, i64 = 0x7e, func = 0x60;
    const Bytes types = {9,    func, 0,    0,    func, 1,    i32, 0,    func, 3,   i32,  i32, i32,
                         1,    i64,  func, 4,    i32,  i32,  i32, i32,  1,    i64, func, 2,   i32,
                         i32,  1,    i64,  func, 0,    1,    i64, func, 2,    i32, i32,  1,   i32,
                         func, 1,    i32,  1,    i64,  func, 2,   i32,  i32,  0};
    Bytes imports = {14};
    const std::pair<const char *, uint8_t> imported[] = {
        {"__proc_exit", 1}, {"SYS_write", 2},          {"SYS_rt_sigaction", 3}, {"SYS_kill", 4},
        {"SYS_getpid", 5},  {"__get_init_envfile", 6}, {"SYS_open", 2},         {"SYS_close", 7},
        {"SYS_fork", 5},    {"SYS_wait4", 3},          {"SYS_execve", 2},       {"SYS_read", 2},
        {"SYS_exit", 7},    {"__wasm_thread_spawn", 6}};
    for (const auto &[name, type] : imported)
      imports = imports + text("wali") + text(name) + Bytes{0, type};
    const Bytes body = Bytes{0} + code + Bytes{0x0b};
    const Bytes handler_body = Bytes{0} + handler_code + Bytes{0x0b};
    const Bytes thread_body = {0, 0x0b};
    Bytes made = header + section(1, types) + section(2, imports) + section(3, {3, 0, 1, 8});
    if (!table.empty())
      made = made + section(4, table);
    if (!memory.empty())
      made = made + section(5, memory);
    if (!globals.empty())
      made = made + section(6, globals);
    made = made + section(7, Bytes{1} + text("_start") + Bytes{0, start});
    if (!table.empty())
      made = made + section(9, {1, 0, 0x41, 1, 0x0b, 2, handler, thread});
    made = made + section(10, Bytes{3} + leb(body.size()) + body + leb(handler_body.size()) +
                                  handler_body + leb(thread_body.size()) + thread_body);
    if (!data.empty())
      made = made + section(11, Bytes{1, 0, 0x41, 16, 0x0b} + leb(data.size()) + data);
    return made;
  }
};

// How the engine ended, the first line that it said, and all of them.
struct Ending {
  int status = -1, signal = 0;
  std::string message, all;
  size_t lines = 0;
};

// A test with a directory of its own.
class Modules : public testing::Test {
protected:
  void SetUp() override {
    directory = fs::temp_directory_path() / ("wali-modules-test-" + std::to_string(getpid()));
    fs::create_directories(directory);
  }
  void TearDown() override { fs::remove_all(directory); }

  fs::path write(const std::string &name, const Bytes &module) {
    const fs::path file = directory / name;
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char *>(module.data()),
               static_cast<std::streamsize>(module.size()));
    return file;
  }

  // Starts the engine with these options. `input` becomes its standard input, if it is given.
  pid_t begin(const Bytes &module, const std::vector<std::string> &options = {}, int input = -1) {
    const fs::path file = write("module.wasm", module), said = directory / "said";
    std::vector<std::string> words = {WALI_WASMTIME, "--no-cache"};
    words.insert(words.end(), options.begin(), options.end());
    words.push_back(file);
    std::vector<char *> pointers;
    for (std::string &word : words)
      pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
      if (!freopen(said.c_str(), "w", stderr) || (input >= 0 && dup2(input, 0) != 0))
        _exit(99);
      setenv("TMPDIR", directory.c_str(), 1);
      alarm(60);
      execv(WALI_WASMTIME, pointers.data());
      _exit(99);
    }
    return child;
  }

  Ending run(const Bytes &module, const std::vector<std::string> &options = {}) {
    return end(begin(module, options));
  }

  Ending end(pid_t child) {
    int status;
    waitpid(child, &status, 0);
    Ending ending;
    if (WIFEXITED(status))
      ending.status = WEXITSTATUS(status);
    else
      ending.signal = WTERMSIG(status);
    std::ifstream stream(directory / "said");
    for (std::string line; std::getline(stream, line); ++ending.lines) {
      if (ending.lines == 0)
        ending.message = line;
      ending.all += line + "\n";
    }
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

// rt_sigaction of SIGUSR1 with what lies at 16, kill, and then status 3.
inline const Bytes takes_a_signal = number(10) + number(16) + number(0) + number(8) +
                                    call(sys_rt_sigaction) + Bytes{0x1a} + call(sys_getpid) +
                                    Bytes{0xa7} + number(10) + call(sys_kill) + Bytes{0x1a} +
                                    number(3) + call(proc_exit);
// A k_sigaction of the handler at index 1, with these flags.
inline Bytes action(uint8_t flags) { return Bytes{1, 0, 0, 0, flags} + Bytes(19, 0); }
inline const Bytes one_table = {1, 0x70, 0, 3};
inline const Bytes stack_pointer = {1, 0x7f, 1, 0x41, 0x80, 0x80, 1, 0x0b}; // 16384

} // namespace wali::runner
