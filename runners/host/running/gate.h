// Stops the world: before a fork, or before mappings move, the host waits until no
// other guest thread runs guest code or engine code, or holds one of the host's locks.
//
// Every thread is `busy` or `quiet` (thread.h). Host functions and their system calls
// run quiet, however long they block. The thread that closes the gate waits until all
// others are quiet. A thread that wants to become busy waits until the gate is open.
#pragma once

#include <atomic>
#include <cstdint>

namespace wali::host {

class Thread;

class Gate {
public:
  bool is_closed() const { return closed.load(std::memory_order_seq_cst) != 0; }

  // Closes the gate. If another thread has closed it, waits until it is open first.
  void close();
  void open();
  // Blocks while the gate is closed.
  void wait_until_open();

  // Called by a thread that has become quiet, or that ends.
  void report_arrival();
  // How many reports there were. wait_for_arrival blocks as long as that number is
  // `seen`, for `milliseconds` at most. It returns false if the time has passed.
  uint32_t arrivals() const { return arrived.load(std::memory_order_seq_cst); }
  bool wait_for_arrival(uint32_t seen, int milliseconds);

private:
  std::atomic<uint32_t> closed = 0;  // a futex
  std::atomic<uint32_t> arrived = 0; // a futex
};

// While an object of this class exists, no other thread runs guest or engine code or
// holds one of the host's locks. The thread must be quiet when it makes the object.
// Then it may do what needs Busy.
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
