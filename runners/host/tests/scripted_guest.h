// A guest whose start and handlers are functions of the test, in a process of its own.
#pragma once

#include "runners/host/running/process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

namespace wali::host {

// What the guest does, and each of its handlers, by its place in table 0.
struct Script {
  std::function<void(Thread &)> start;
  std::function<void(Thread &, int signo)> handlers[4];
};

class ScriptedThread : public EngineThread {
public:
  ScriptedThread(const Script &script, Thread &thread) : script(script), thread(thread) {}
  Outcome instantiate() override { return Outcome::returned; }
  bool can_call(uint32_t, size_t) override { return true; }
  Outcome call_table(uint32_t index, std::span<const uint32_t> arguments) override {
    script.handlers[index](thread, static_cast<int>(arguments[0]));
    return Outcome::returned;
  }
  Outcome call_start() override {
    script.start(thread);
    return Outcome::returned;
  }
  std::optional<uint32_t> stack_pointer() override { return std::nullopt; }
  void set_stack_pointer(uint32_t) override {}
  Trap trap() override { return {"none", SIGABRT}; }

private:
  const Script &script;
  Thread &thread;
};

class ScriptedEngine : public Engine {
public:
  explicit ScriptedEngine(const Script &script) : script(script) {}
  void interrupt() override {}
  bool is_guest_code(uint64_t) const override { return true; }
  uint64_t memory_size() override { return memory_bytes; }
  std::optional<uint64_t> grow_memory(uint64_t) override { return {}; }
  Memory::Source memory() {
    void *whole = mmap(nullptr, memory_reservation_bytes, PROT_NONE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    EXPECT_EQ(mprotect(whole, memory_bytes, PROT_READ | PROT_WRITE), 0);
    const auto size = [](void *engine) { return static_cast<Engine *>(engine)->memory_size(); };
    return {static_cast<uint8_t *>(whole), size, static_cast<Engine *>(this)};
  }
  std::unique_ptr<EngineThread> make_thread(Thread &thread) override {
    return std::make_unique<ScriptedThread>(script, thread);
  }

private:
  static constexpr uint64_t memory_bytes = uint64_t{1} << 16;

  const Script &script;
};

// Runs the guest in a process of its own; what it expects in vain fails the test.
inline void run(Script script) {
  const pid_t child = fork();
  if (child == 0) {
    const auto start = script.start;
    script.start = [&](Thread &thread) {
      start(thread);
      fflush(nullptr);
      thread.process().exit_group(testing::Test::HasFailure());
    };
    ScriptedEngine engine(script);
    (new Process(engine, engine.memory(), {}))->run();
  }
  int status = -1;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
}

inline constexpr uint32_t first = 1, second = 2;

inline void install(Thread &thread, int signo, uint32_t handler, uint32_t flags = 0) {
  const SignalAction action{.handler = handler, .flags = flags, .mask = 0};
  EXPECT_EQ(thread.process().signals.exchange(signo, &action, nullptr), 0);
}

// The kernel's own: one that is not blocked is noted before this returns.
inline void raise_natively(int signo) {
  raw_syscall(SYS_tgkill, static_cast<uint64_t>(getpid()),
              static_cast<uint64_t>(raw_syscall(SYS_gettid)), static_cast<uint64_t>(signo));
}

} // namespace wali::host
