// The command line of wali-wasmtime.
#include "runners/wasmtime/options.h"

#include <gtest/gtest.h>

#include <stdlib.h>

#include <filesystem>

namespace wali::runner {
namespace {

Options parse(std::vector<std::string> words) {
  words.insert(words.begin(), "wali-wasmtime");
  std::vector<char *> pointers;
  for (std::string &word : words)
    pointers.push_back(word.data());
  return parse_options(static_cast<int>(pointers.size()), pointers.data());
}

TEST(Options, EndAtTheModule) {
  const Options options = parse({"--strict", "a.wasm", "--trace", "x"});
  EXPECT_TRUE(options.strict);
  EXPECT_FALSE(options.is_traced);
  EXPECT_EQ(options.module, "a.wasm");
  EXPECT_EQ(options.arguments, (std::vector<std::string>{"a.wasm", "--trace", "x"}));
}

TEST(Options, TwoDashesLetAModuleStartWithADash) {
  EXPECT_EQ(parse({"--", "-m.wasm"}).module, "-m.wasm");
}

TEST(Options, TheEnvironmentFileBecomesAbsolute) {
  EXPECT_EQ(parse({"--env-file", "/proc/self/status", "m"}).environment_file, "/proc/self/status");
  EXPECT_EQ(parse({"--env-file=/proc/self/status", "m"}).environment_file, "/proc/self/status");
  EXPECT_EQ(parse({"m"}).environment_file, "");
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path("/proc/self");
  EXPECT_EQ(parse({"--env-file=status", "m"}).environment_file,
            (std::filesystem::current_path() / "status").string());
  std::filesystem::current_path(before);
}

TEST(Options, AnEnvironmentFileThatCannotBeReadIsRefused) {
  EXPECT_THROW(parse({"--env-file=/nonexistent", "m"}), UsageError);
  EXPECT_THROW(parse({"--env-file", "/nonexistent", "m"}), UsageError);
  EXPECT_THROW(parse({"--env-file=/", "m"}), UsageError) << "a directory";
  EXPECT_THROW(parse({"--env-file=", "m"}), UsageError);
}

TEST(Options, VariablesAreAddedToTheEnvironment) {
  const Options options = parse({"--env", "WALI_TEST=a=b", "--env=WALI_EMPTY=", "m", "--env"});
  EXPECT_EQ(options.variables, (std::vector<std::string>{"WALI_TEST=a=b", "WALI_EMPTY="}));
  add_variables(options.variables);
  EXPECT_STREQ(getenv("WALI_TEST"), "a=b");
  EXPECT_STREQ(getenv("WALI_EMPTY"), "");
  for (const char *name : {"WALI_TEST", "WALI_EMPTY"})
    unsetenv(name);
  EXPECT_THROW(parse({"--env", "NAME", "m"}), UsageError);
  EXPECT_THROW(parse({"--env", "=value", "m"}), UsageError);
  EXPECT_THROW(parse({"--env=A=1", "--env-file=/proc/self/status", "m"}), UsageError);
}

TEST(Options, AValueMayStandInTheSameWord) {
  const Options options = parse({"--abi=libc", "--mutant=a:b=c", "m", "--abi=x"});
  EXPECT_EQ(options.revisions, abi::Revision::libc);
  EXPECT_EQ(options.mutants, std::vector<std::string>{"a:b=c"});
  EXPECT_EQ(options.arguments, (std::vector<std::string>{"m", "--abi=x"}));
  EXPECT_THROW(parse({"--strict=yes", "m"}), UsageError);
}

TEST(Options, TheTrace) {
  EXPECT_TRUE(parse({"--trace", "read"}).is_traced);
  EXPECT_EQ(parse({"--trace", "read"}).module, "read") << "no word of its own";
  EXPECT_EQ(parse({"--trace=read,%signal,__proc_exit", "m"}).trace.calls,
            "read,%signal,__proc_exit");
  EXPECT_THROW(parse({"--trace=opnat", "m"}), UsageError);
  EXPECT_THROW(parse({"--trace=read,", "m"}), UsageError);
  const Options options = parse({"--trace-file=/t", "--trace-times", "m"});
  EXPECT_TRUE(options.is_traced);
  EXPECT_EQ(options.trace.file, "/t");
  EXPECT_FALSE(options.trace.appends);
  EXPECT_TRUE(options.trace.times);
  EXPECT_THROW(parse({"--trace-file=", "m"}), UsageError);
}

TEST(Options, TheTraceOfWhoExecutedThis) {
  setenv("WALI_TRACE", "read", 1);
  setenv("WALI_TRACE_FILE", "/t", 1);
  setenv("WALI_TRACE_TIMES", "12345", 1);
  const Options options = parse({"m"});
  EXPECT_TRUE(options.is_traced);
  EXPECT_EQ(options.trace.calls, "read");
  EXPECT_EQ(options.trace.file, "/t");
  EXPECT_TRUE(options.trace.appends);
  EXPECT_EQ(options.trace.since, 12345);
  EXPECT_FALSE(parse({"--trace-file=/own", "m"}).trace.appends);
  EXPECT_EQ(parse({"--trace", "m"}).trace.calls, "") << "all of them";
  forget_trace_variables();
  EXPECT_EQ(getenv("WALI_TRACE"), nullptr);
  EXPECT_FALSE(parse({"m"}).is_traced);
}

TEST(Options, Revisions) {
  EXPECT_EQ(parse({"m"}).revisions, abi::Revision::both);
  EXPECT_EQ(parse({"--abi", "libc", "m"}).revisions, abi::Revision::libc);
  EXPECT_EQ(parse({"--abi", "spec2026", "m"}).revisions, abi::Revision::spec2026);
}

TEST(Options, MutantsMayBeSeveral) {
  const Options options = parse({"--mutant", "a:b", "--mutant", "c:d(e)", "m"});
  EXPECT_EQ(options.mutants, (std::vector<std::string>{"a:b", "c:d(e)"}));
  EXPECT_FALSE(options.list_mutants);
  EXPECT_TRUE(parse({"--list-mutants"}).list_mutants) << "no module is needed";
}

TEST(Options, WhatIsWrongIsSaid) {
  EXPECT_THROW(parse({"--mutant"}), UsageError);
  EXPECT_THROW(parse({}), UsageError);
  EXPECT_THROW(parse({"--abi", "posix", "m"}), UsageError);
  EXPECT_THROW(parse({"--abi"}), UsageError);
  EXPECT_THROW(parse({"--colour", "m"}), UsageError);
  EXPECT_NO_THROW(parse({"--version"}));
}

} // namespace
} // namespace wali::runner
