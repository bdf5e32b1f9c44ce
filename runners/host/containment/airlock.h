// How a guest with several threads gets descriptors of files.
//
// Threads share one table of descriptors. As soon as the kernel has entered a file there
// for one thread, another thread can use it: it may guess the number, and its call may be
// under way already. The host cannot wait for such a call. So a file must be judged before
// it enters that table.
//
// Therefore each guest thread has an attendant: a thread of the host with its own table,
// in which no call of the guest can name anything. The attendant makes the call. It has
// the guest thread's credentials (inherited) and its working directory, root and umask
// (shared). It judges the file, and only then sends it to the guest's table over a socket,
// the lane. So every descriptor that the guest can name has been judged, or was made by
// a call that cannot give access to memory: pipes, sockets, new files, handles (O_PATH),
// directories, copies of descriptors.
//
// In the other direction nothing has to be judged. If a call names a directory or a
// socket, the attendant copies that descriptor from the guest's table (pidfd_getfd(2)), or
// has it sent where that is not allowed.
//
// The lane has descriptors in the guest's table. They are hidden: if the guest names one as
// an argument or in a message, the host uses -1 instead. So the guest cannot put another
// file there (link.h, Binding::Extension::descriptor).
//
// A guest with one thread needs none of this. No other thread can name anything, and its
// own handlers run only after the host function has returned.
#pragma once

#include <pthread.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <span>

#include "runners/host/running/assembly.h"
#include "runners/host/running/thread.h"

namespace wali::host {

// The socket between the two tables. Each process has one.
class Lane {
public:
  // Makes the socket, unless it exists. No other guest thread may exist yet. Returns 0 or
  // -errno.
  int64_t open();
  // Call this in the child of a fork. Closes and forgets the parent's socket.
  void forget();
  bool is_open() const { return guests_end >= 0; }

  // Whether the guest's table has room for one more descriptor.
  bool has_room() const;

  // For the attendant: a copy of the guest's descriptor `fd` in its own table, or -errno.
  // The result is -EBADF also if the guest's main thread has ended.
  int64_t fetch(int fd) const;
  // Whether fetch() may be tried. Once it is ruled out, it stays ruled out.
  bool can_fetch() const { return process >= 0 && !is_fetching_ruled_out; }
  void rule_out_fetching() { is_fetching_ruled_out = true; }

  // One guest thread and its attendant use the lane at a time. The sender takes it, and the
  // receiver releases it.
  void take();
  void release();

  // Send copies of descriptors. Return 0 or -errno. Linux refuses if the user has more
  // descriptors in flight than the limit on open ones (unix(7), ETOOMANYREFS). Then the
  // limit is raised for the moment. If that does not help, the result is -ENFILE.
  int64_t send_to_attendant(std::span<const int> fds) const { return send(guests_end, fds); }
  int64_t send_to_guest(std::span<const int> fds) const { return send(attendants_end, fds); }
  // Receive what was sent last. Return how many descriptors the table had room for: so many
  // of `fds` are set. The others are lost.
  size_t receive_at_attendant(std::span<int> fds) const;
  size_t receive_at_guest(std::span<int> fds, bool close_on_exec) const;

  // For the attendant: moves `fd`, if there is one, to a number that no path of the guest names
  // (/proc/thread-self/fd): the guest has a hidden descriptor there. Returns the new number.
  int set_apart(int fd) const;

  // Gives the calling thread its own table, which holds only what an attendant needs of the
  // lane. Returns 0 or -errno.
  int64_t leave_guests_table() const;

private:
  static int64_t send(int socket, std::span<const int> fds);
  static size_t receive(int socket, std::span<int> fds, int flags);

  int guests_end = -1, attendants_end = -1;
  int process = -1; // a pidfd of this process, or -1 if the kernel gives none
  std::atomic<bool> is_fetching_ruled_out = false;
  std::atomic<uint32_t> taken = 0; // a futex
};

// What an attendant does for its guest thread: system calls, and nothing that allocates or
// locks.
class Errand {
public:
  // Runs on the attendant's thread. Use Attendant::syscall for calls that block. `lent` is
  // the attendant's copy of the guest's descriptor. It is closed when this returns.
  virtual int64_t run(class Attendant &attendant, int lent) = 0;

protected:
  ~Errand() = default;
};

// A thread of the host that serves one guest thread and has its own table of descriptors.
// It is made when it is first needed.
class Attendant {
public:
  // The attendant of the calling guest thread, or null if no thread can be made for it.
  static Attendant *of(Thread &thread);
  // Ends the attendant's thread: its credentials are out of date, or its guest thread ends.
  ~Attendant();
  Attendant(const Attendant &) = delete;
  Attendant &operator=(const Attendant &) = delete;

  // Runs the errand on the attendant's thread and returns its result. A signal for the guest
  // thread interrupts the errand like a system call. The result is then -EINTR, or
  // syscall_interrupted if Linux would restart the call after the handler. `lent` is a
  // descriptor of the guest, or nothing_lent. If it is not open, the errand does not run,
  // and the result is -EBADF.
  int64_t perform(Errand &errand, int lent);
  static constexpr int nothing_lent = -1;

  // Makes a system call on the attendant's own thread. Returns syscall_interrupted if the
  // errand was called off.
  int64_t syscall(long number, const std::array<uint64_t, 6> &registers) {
    return wali_syscall(&called_off, number, registers.data());
  }
  Lane &lane() { return way; }

  // For signal handlers: the attendant whose thread is the calling one, or null.
  static Attendant *current_or_null() { return current; }
  // Handles a signal that arrived on the attendant's thread. Returns true if the signal
  // calls off the errand. Any other signal for the process goes on to the guest thread.
  bool take_signal(int signo, const siginfo_t &info);

private:
  explicit Attendant(Thread &thread);
  static void *main(void *raw);
  bool start();
  void serve();
  int64_t run_errand();
  int64_t perform_now(Errand &errand);
  int64_t await_result();
  void yield();
  void follow();
  void call_off();

  enum State : uint32_t { starting, idle, asked, done, ended };

  static thread_local Attendant *current;

  Thread &thread; // the guest thread that it serves
  Lane &way;
  pthread_t handle{};
  int tid = 0, processor = -1;
  std::atomic<uint32_t> state = starting; // a futex
  volatile uint32_t called_off = 0;
  int awaited_asleep = 0; // so many errands more without a yield
  Errand *errand = nullptr;
  int lent = nothing_lent;
  enum class Lending : uint8_t { nothing, fetched, sent } lending = Lending::nothing;
  int64_t result = 0;
};

} // namespace wali::host
