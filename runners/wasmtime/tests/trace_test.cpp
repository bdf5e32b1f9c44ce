// What --trace shows of a program that runs: its calls, waits, signals, children,
// executed programs and endings.
#include <algorithm>
#include <chrono>
#include <cstring>
#include <iterator>
#include <regex>
#include <thread>

#include "runners/wasmtime/tests/made_module.h"

namespace wali::runner {
namespace {

constexpr uint8_t drop = 0x1a, is_zero = 0x50, if_ = 0x04, nothing = 0x40, end_ = 0x0b;

class Trace : public Modules {
protected:
  fs::path file() const { return directory / "trace"; }
  std::string option() const { return "--trace-file=" + file().string(); }

  std::string text() const {
    std::ifstream stream(file());
    return {std::istreambuf_iterator<char>(stream), {}};
  }

  // The lines, with `T` for the first thread's id, `T2` for the second's, and so on.
  std::string lines() const {
    std::string told = text();
    std::vector<std::string> ids;
    const std::regex id("(?:^|\n)\\[(\\d+)\\]");
    for (std::sregex_iterator at(told.begin(), told.end(), id), none; at != none; ++at)
      if (std::find(ids.begin(), ids.end(), (*at)[1]) == ids.end())
        ids.push_back((*at)[1]);
    for (size_t index = 0; index < ids.size(); ++index)
      told = std::regex_replace(told, std::regex("\\b" + ids[index] + "\\b"),
                                index == 0 ? "T" : "T" + std::to_string(index + 1));
    return told;
  }

  // Waits until the trace has `what`.
  bool await(const std::string &what) const {
    constexpr int tries = 3000;
    for (int count = 0; count < tries; ++count) {
      if (text().find(what) != std::string::npos)
        return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }
};

TEST_F(Trace, ShowsImportsOfStartAndTheEnd) {
  EXPECT_EQ(run(Module{}.bytes(), {option()}).status, 0);
  EXPECT_EQ(lines(), "[T] __proc_exit(0) = ?\n"
                     "[T] +++ exited with 0 +++\n");
}

// A read of a pipe into which nobody writes, and then the end by a signal that nobody handles.
TEST_F(Trace, ShowsACallThatWaitsAndWhatKilledTheProcess) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const Bytes reads = number(0) + number(16) + number(5) + call(sys_read) + Bytes{drop};
  const pid_t child = begin(Module{.code = reads + exits_with_0}.bytes(), {option()}, ends[0]);
  EXPECT_TRUE(await("read(0, "));
  EXPECT_EQ(kill(child, SIGTERM), 0);
  EXPECT_EQ(end(child).signal, SIGTERM);
  const std::string killer = "si_pid=" + std::to_string(getpid());
  EXPECT_EQ(lines(), "[T] read(0,  <unfinished ...>\n"
                     "[T] --- SIGTERM {si_code=SI_USER, " +
                         killer + ", si_uid=" + std::to_string(getuid()) +
                         "} ---\n"
                         "[T] +++ killed by SIGTERM +++\n");
  close(ends[0]);
  close(ends[1]);
}

TEST_F(Trace, ACallThatHasWaitedIsOneLine) {
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const Bytes reads = number(0) + number(16) + number(5) + call(sys_read) + Bytes{drop};
  const pid_t child = begin(Module{.code = reads + exits_with_0}.bytes(), {option()}, ends[0]);
  EXPECT_TRUE(await("read(0, "));
  EXPECT_EQ(::write(ends[1], "hello", 5), 5);
  EXPECT_EQ(end(child).status, 0);
  EXPECT_EQ(lines(), "[T] read(0, \"hello\", 5) = 5\n"
                     "[T] __proc_exit(0) = ?\n"
                     "[T] +++ exited with 0 +++\n");
  close(ends[0]);
  close(ends[1]);
}

TEST_F(Trace, ShowsSignalsAndHandlers) {
  const Module module{.table = one_table,
                      .globals = stack_pointer,
                      .code = takes_a_signal,
                      .data = action(0),
                      .handler_code = {}};
  EXPECT_EQ(run(module.bytes(), {option(), "--trace=kill"}).status, 3);
  EXPECT_EQ(lines(), "[T] kill(T, SIGUSR1) = 0\n"
                     "[T] --- SIGUSR1 {si_code=SI_USER, si_pid=T, si_uid=" +
                         std::to_string(getuid()) +
                         "} ---\n"
                         "[T] --- handler table[1] of SIGUSR1 begins ---\n"
                         "[T] --- handler table[1] of SIGUSR1 ends ---\n"
                         "[T] +++ exited with 3 +++\n");
}

TEST_F(Trace, ShowsDeathOfATrap) {
  EXPECT_EQ(run(Module{.code = {0x00}}.bytes(), {option()}).signal, SIGILL);
  EXPECT_EQ(lines(), "[T] +++ killed by SIGILL +++\n");
}

TEST_F(Trace, ShowsThreadsThatEnd) {
  const Bytes code = number(2) + number(0) + call(thread_spawn) + Bytes{drop} + number(0) +
                     call(sys_exit) + Bytes{drop};
  EXPECT_EQ(run(Module{.table = one_table, .code = code}.bytes(), {option()}).status, 0);
  const std::string told = text();
  EXPECT_TRUE(std::regex_search(told, std::regex("__wasm_thread_spawn\\(2, 0\\) = \\d+\n")));
  EXPECT_NE(told.find("+++ thread exited with 0 +++\n"), std::string::npos) << told;
  EXPECT_NE(told.find("+++ exited with 0 +++\n"), std::string::npos) << told;
}

const Bytes minus_one = {0x41, 0x7f};

// fork; the child executes what `path` and `argv` point to, the parent waits for it.
Bytes executes(uint32_t path, uint32_t argv) {
  return call(sys_fork) + Bytes{is_zero, if_, nothing} + wide(path) + wide(argv) + number(0) +
         call(sys_execve) + Bytes{drop, end_} + minus_one + number(0) + number(0) + number(0) +
         call(sys_wait4) + Bytes{drop} + exits_with_0;
}

TEST_F(Trace, GoesOnInChildrenAndInProgramsThatTheyExecute) {
  const std::string engine = WALI_WASMTIME, executed = write("executed.wasm", Module{}.bytes());
  std::string strings = engine + '\0' + "--no-cache" + '\0' + executed + '\0';
  strings.resize((strings.size() + 3) / 4 * 4);
  const auto base = uint32_t{16}, option_at = base + static_cast<uint32_t>(engine.size()) + 1,
             module_at = option_at + static_cast<uint32_t>(strlen("--no-cache")) + 1,
             argv = base + static_cast<uint32_t>(strings.size());
  Bytes data(strings.begin(), strings.end());
  for (const uint32_t word : {base, option_at, module_at, uint32_t{0}})
    data = data + Bytes{static_cast<uint8_t>(word), static_cast<uint8_t>(word >> 8), 0, 0};
  EXPECT_EQ(run(Module{.code = executes(base, argv), .data = data}.bytes(), {option()}).status, 0);
  const std::string told = lines();
  // Whichever of the two tells first that fork has returned is T.
  const bool is_childs = told.starts_with("[T] fork() = 0\n");
  const std::string child = is_childs ? "T" : "T2", parent = is_childs ? "T2" : "T";
  const std::string in_child = "[" + child + "] ", in_parent = "[" + parent + "] ";
  for (const std::string &line :
       {in_child + "fork() = 0\n", in_parent + "fork() = " + child + "\n",
        in_child + "__proc_exit(0) = ?\n" + in_child + "+++ exited with 0 +++\n",
        in_parent + "<... wait4 resumed>NULL, 0, NULL) = " + child + "\n"})
    EXPECT_NE(told.find(line), std::string::npos) << line << told;
}

TEST_F(Trace, ShowsTimes) {
  EXPECT_EQ(run(Module{.code = call(sys_getpid) + Bytes{drop} + exits_with_0}.bytes(),
                {option(), "--trace-times"})
                .status,
            0);
  EXPECT_TRUE(std::regex_match(
      text(), std::regex("\\[\\d+\\] 0\\.\\d{6} getpid\\(\\) = \\d+ <0\\.\\d{6}>\n"
                         "\\[\\d+\\] 0\\.\\d{6} __proc_exit\\(0\\) = \\?\n"
                         "\\[\\d+\\] 0\\.\\d{6} \\+\\+\\+ exited with 0 \\+\\+\\+\n")))
      << text();
}

// The guest cannot close the trace by its number, nor by closing standard error, and what
// it writes there itself stands beside the lines.
TEST_F(Trace, OutlivesStandardError) {
  const Bytes code = number(2) + number(16) + number(5) + call(sys_write) + Bytes{drop} +
                     number(2) + call(sys_close) + Bytes{drop} + exits_with_0;
  const Ending ending =
      run(Module{.code = code, .data = {'o', 'o', 'p', 's', '\n'}}.bytes(), {"--trace"});
  EXPECT_TRUE(std::regex_match(ending.all,
                               std::regex("oops\n\\[\\d+\\] write\\(2, \"oops\\\\n\", 5\\) = 5\n"
                                          "\\[\\d+\\] close\\(2\\) = 0\n"
                                          "\\[\\d+\\] __proc_exit\\(0\\) = \\?\n"
                                          "\\[\\d+\\] \\+\\+\\+ exited with 0 \\+\\+\\+\n")))
      << ending.all;
  // loop: close(memory[0]++), until it is `beyond`, which no descriptor of the trace is.
  constexpr uint32_t beyond = 4200;
  const Bytes closes = Bytes{0x03, nothing} + number(0) + Bytes{0x28, 2, 0} + call(sys_close) +
                       Bytes{drop} + number(0) + number(0) + Bytes{0x28, 2, 0} + number(1) +
                       Bytes{0x6a, 0x36, 2, 0} + number(0) + Bytes{0x28, 2, 0} + wide(beyond) +
                       Bytes{0x49, 0x0d, 0, end_};
  EXPECT_EQ(
      run(Module{.code = closes + exits_with_0}.bytes(), {option(), "--trace=__proc_exit"}).status,
      0);
  EXPECT_EQ(lines(), "[T] __proc_exit(0) = ?\n[T] +++ exited with 0 +++\n");
}

TEST_F(Trace, AFileThatCannotBeOpenedIsRefused) {
  const Ending ending =
      run(Module{}.bytes(), {"--trace-file=" + (directory / "no" / "t").string()});
  EXPECT_EQ(ending.status, 125);
  EXPECT_EQ(ending.all, "wali-wasmtime: --trace-file: " + (directory / "no" / "t").string() +
                            ": No such file or directory\n");
}

} // namespace
} // namespace wali::runner
