// Stopping the world: fork (and the moving of mappings) wait until no other
// guest thread runs guest code, engine code or holds one of the host's locks.
//
// Every thread is `busy` or `quiet` (thread.h). A host function runs quiet, and
// so do the system calls in it, however long they block. Whoever closes the gate
// waits until all others are quiet; threads that want to become busy wait until
// it opens again.
#pragma once

#include <atomic>
#include <cstdint>

namespace wali::host {

class Thread;

class Gate {
public:
  bool is_closed() const { return closed.load(std::memory_order_seq_cst) != 0; }

  // Closes the gate, waiting for whoever else has closed it.
  void close();
  void open();
  // Blocks while the gate is closed.
  void wait_until_open();

  // A thread that has become quiet, or is gone, says so.
  void report_arrival();
  // The count of reports; wait_for_arrival blocks while it is still `seen`, at
  // most for `milliseconds`. False when the time has passed.
  uint32_t arrivals() const { return arrived.load(std::memory_order_seq_cst); }
  bool wait_for_arrival(uint32_t seen, int milliseconds);

private:
  std::atomic<uint32_t> closed = 0;  // a futex
  std::atomic<uint32_t> arrived = 0; // a futex
};

// While one exists, the calling thread is the only one that runs guest or engine
// code or holds the host's locks. The thread must be quiet before; within, it
// may do what needs Busy.
class StoppedWorld {
public:
  explicit StoppedWorld(Thread &thread);
  ~StoppedWorld();
  StoppedWorld(const StoppedWorld &) = delete;
  StoppedWorld &operator=(const StoppedWorld &) = delete;

private:
  Thread &thread;
};

} // namespace wali::host
