// What all threads of one guest process share.
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
    std::string environment_file;       // empty: made from this process's own environment
    size_t thread_stack_bytes = 0;      // native stack of a guest thread
    SignalSet reserved_ignored = 0;     // reserved_ignored_at_start() (reserved.h)
    std::vector<std::string> variables; // NAME=VALUE, which execve adds to those of the guest
  };

  // `source` is the engine's memory. One process exists at most.
  Process(Engine &engine, Memory::Source source, Options options);
  Process(const Process &) = delete;
  Process &operator=(const Process &) = delete;

  // Runs the guest from `_start` to its end: the calling thread becomes its main
  // thread. Does not return: the process ends as the guest does.
  [[noreturn]] void run();

  // Ends the process with `status`, all threads included.
  [[noreturn]] void exit_group(int status);

  // Ends the process as one that was killed by `signo`, saying why on standard
  // error first.
  [[noreturn]] void die(int signo, const std::string &reason);
  [[noreturn]] void die(const Trap &trap);

  // fork: gives the child's pid, 0 in the child, or -errno.
  int64_t fork(Thread &thread);

  // exit: ends the calling thread. Returns when its guest frames must be unwound.
  void exit_thread(Thread &thread, int status);

  // Runs `table[function](tid, argument)` on a new thread. Returns its tid, or
  // -errno.
  int32_t spawn(Thread &parent, uint32_t function, uint32_t argument);

  // An absolute path of a file with the guest's environment, or an empty string.
  const std::string &environment_file();
  // The guest is about to close `fd`. Once it has read a file that was made here the
  // file is removed: it holds the whole environment, and nothing could remove it if
  // the process were killed. A program that asks for its path again gets a new one.
  void forget_environment_file(int fd);
  bool has_own_environment_file() const {
    return own_environment_exists.load(std::memory_order_relaxed);
  }

  const std::vector<std::string> &arguments() const { return options.arguments; }
  const std::vector<std::string> &variables() const { return options.variables; }

  // Threads that have begun and not ended.
  size_t thread_count();

  // From here on there may be more than one thread. 0 or -errno.
  int64_t expect_threads();
  // The guest is about to change its limit on descriptors: what threads need of them
  // later is taken while there is room beyond the limit.
  void expect_lower_limit();
  bool is_multi_threaded() const { return multi_threaded.load(std::memory_order_relaxed); }
  const std::atomic<bool> &multi_threaded_word() const { return multi_threaded; }

  // Blocks until every thread but `self` is quiet. The gate must be closed.
  void wait_for_quiet_others(const Thread &self);

  Engine &engine;
  Memory memory;
  SignalTable signals;
  Gate gate;
  Lane lane; // open among threads
  AddressSpace address_space;
  std::mutex address_space_lock; // taken by busy threads only, like all the host's locks

private:
  class ThreadStart; // what spawn() does on the new thread

  // Whether each thread but `self` is quiet, or what `or_else` says.
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
