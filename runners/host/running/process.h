// The guest process: what all its threads share.
#pragma once

#include <pthread.h>

#include <atomic>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "runners/host/containment/airlock.h"
#include "runners/host/engine.h"
#include "runners/host/memory/address_space.h"
#include "runners/host/memory/memory.h"
#include "runners/host/running/gate.h"
#include "runners/host/running/signals.h"
#include "runners/host/running/thread.h"

namespace wali::host {

class Process {
public:
  struct Options {
    std::vector<std::string> arguments; // the program first
    std::string environment_file;       // if empty, one is made from the host's own environment
    size_t thread_stack_bytes = 0;      // native stack of a guest thread
    SignalSet reserved_ignored = 0;     // reserved_ignored_at_start() (reserved.h)
    std::vector<std::string> variables; // NAME=VALUE, which execve adds to those of the guest
  };

  // `source` is the engine's memory. At most one Process may exist.
  Process(Engine &engine, Memory::Source source, Options options);
  Process(const Process &) = delete;
  Process &operator=(const Process &) = delete;

  // Runs the guest from `_start` to its end. The calling thread becomes the guest's main
  // thread. This does not return: the process ends when the guest does.
  [[noreturn]] void run();

  // Ends the process and all its threads with `status`.
  [[noreturn]] void exit_group(int status);

  // Prints the reason on standard error, then ends the process as if `signo` had killed it.
  [[noreturn]] void die(int signo, const std::string &reason);
  [[noreturn]] void die(const Trap &trap);

  // fork. Returns the child's pid, 0 in the child, or -errno.
  int64_t fork(Thread &thread);

  // exit. Ends the calling thread. If it returns, the caller must unwind the guest's frames.
  void exit_thread(Thread &thread, int status);

  // Runs `table[function](tid, argument)` on a new thread. Returns the thread's id, or
  // -errno.
  int32_t spawn(Thread &parent, uint32_t function, uint32_t argument);

  // The absolute path of a file with the guest's environment. Empty if none could be made.
  const std::string &environment_file();
  // Call this before the guest closes `fd`. If `fd` is an environment file that was made
  // here, the file is removed: it holds the whole environment, and would stay behind if
  // the process were killed. A program that asks for the path again gets a new file.
  void forget_environment_file(int fd);
  bool has_own_environment_file() const {
    return own_environment_exists.load(std::memory_order_relaxed);
  }

  const std::vector<std::string> &arguments() const { return options.arguments; }
  const std::vector<std::string> &variables() const { return options.variables; }

  // Threads that have begun and not ended.
  size_t thread_count();

  // Prepares the process for more than one thread. Returns 0 or -errno.
  int64_t expect_threads();
  // Call this before the guest lowers its limit on descriptors. It opens the descriptors
  // that threads will need, while the limit still allows that.
  void expect_lower_limit();
  bool is_multi_threaded() const { return multi_threaded.load(std::memory_order_relaxed); }
  const std::atomic<bool> &multi_threaded_word() const { return multi_threaded; }

  // Blocks until every thread but `self` is quiet. The gate must be closed.
  void wait_for_quiet_others(const Thread &self);

  Engine &engine;
  Memory memory;
  SignalTable signals;
  Gate gate;
  Lane lane; // open once there may be several threads
  AddressSpace address_space;
  std::mutex address_space_lock; // only busy threads take this or any other lock of the host

private:
  class ThreadStart; // what spawn() does on the new thread

  // Whether each thread except `self` is quiet or satisfies `or_else`.
  bool are_others(const Thread &self, bool (*or_else)(const Thread &));
  void add(Thread &thread);
  void remove(Thread &thread);
  void become_child(Thread &thread, std::span<const AddressRange> holes);
  void release_joiner(const Thread &thread);
  void remove_environment_file();
  bool make_environment_file(std::string &path);

  Options options;
  std::mutex threads_lock;
  std::vector<Thread *> threads;     // guest threads that have begun and not ended
  std::atomic<int> live_threads = 0; // those that have not called exit
  std::atomic<bool> multi_threaded = false;
  std::string own_environment_file; // made by this process, to be removed at its end
  int own_environment_pid = 0;
  std::atomic<bool> own_environment_exists = false;
};

} // namespace wali::host
