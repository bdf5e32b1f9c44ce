// How files come into a guest of several threads.
//
// Threads share their table of descriptors. What one of them opens or receives,
// the others can name from the moment on at which the kernel has entered it there:
// by a guess, and through a call that is already under way. Nobody can wait for
// such a call, so a file that has yet to be judged must never be in that table.
//
// Each guest thread therefore has an attendant, a thread of the host's with a
// table of its own, of which no call of a guest can name anything. It makes the call with the
// guest thread's credentials (it inherits them), working directory, root and umask
// (it shares them), and judges what has come; only then it sends the file over a
// socket, the lane, whose other end is in the guest's table. What a guest can name
// has thus been judged, or was made by a call that makes no memory of a process:
// pipes, sockets, new files, handles (O_PATH), directories, copies of descriptors.
//
// The other way, for the directory or socket that a call names, nothing has to be
// judged: the attendant takes it out of the guest's table (pidfd_getfd(2)), or has
// it sent where that is not allowed.
//
// The lane has descriptors in the guest's table. They are hidden: a guest that
// names one as an argument, or in a message to be sent, names -1, so nobody can put
// another file there (link.h, Binding::Extension::descriptor).
//
// A guest of one thread has none of this: no other thread can name anything, and
// its handlers run when the host's function has returned.
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

// The way between the two tables. One for each process.
class Lane {
public:
  // Makes it, if it is not there. No other guest thread may exist yet. 0 or -errno.
  int64_t open();
  // In the child of a fork: closes and forgets what the parent had.
  void forget();
  bool is_open() const { return guests_end >= 0; }

  // Whether the guest's table has room for one more descriptor.
  bool has_room() const;

  // At the attendant: a descriptor of its own for what `fd` is in the guest's table,
  // or -errno. -EBADF also where the guest's main thread has ended.
  int64_t fetch(int fd) const;
  // Whether that may be tried; what is ruled out stays so.
  bool can_fetch() const { return process >= 0 && !is_fetching_ruled_out; }
  void rule_out_fetching() { is_fetching_ruled_out = true; }

  // One guest thread and its attendant at a time: taken by who sends, and released
  // by who has received.
  void take();
  void release();

  // To send a descriptor leaves it where it is. 0 or -errno. Linux refuses to send
  // where a user has more descriptors in flight than its limit allows to have open
  // (unix(7), ETOOMANYREFS); then the limit is raised for the moment, and where that
  // does not help, -ENFILE.
  int64_t send_to_attendant(std::span<const int> fds) const { return send(guests_end, fds); }
  int64_t send_to_guest(std::span<const int> fds) const { return send(attendants_end, fds); }
  // What was sent last gets new numbers: as many of `fds` as the table has room
  // for. How many these are; the others are gone.
  size_t receive_at_attendant(std::span<int> fds) const;
  size_t receive_at_guest(std::span<int> fds, bool close_on_exec) const;

  // Gives the calling thread a table of its own, with nothing in it but what an
  // attendant needs of the lane. 0 or -errno.
  int64_t leave_guests_table() const;

private:
  static int64_t send(int socket, std::span<const int> fds);
  static size_t receive(int socket, std::span<int> fds, int flags);

  int guests_end = -1, attendants_end = -1;
  int process = -1; // a pidfd of this process; -1 where the kernel gives none
  std::atomic<bool> is_fetching_ruled_out = false;
  std::atomic<uint32_t> taken = 0; // a futex
};

// What an attendant does: system calls, and nothing that allocates or locks.
class Errand {
public:
  // Runs on the attendant's thread. Calls that block are made by Attendant::syscall.
  // `lent` is the attendant's descriptor for the one that it is lent, which is closed
  // when it returns.
  virtual int64_t run(class Attendant &attendant, int lent) = 0;

protected:
  ~Errand() = default;
};

// A thread of the host's beside a guest thread, with a table of descriptors of its
// own. Made when it is first needed.
class Attendant {
public:
  // That of the calling guest thread; null where the system has no thread for it.
  static Attendant *of(Thread &thread);
  // Ends the thread, whose credentials are out of date or whose guest thread ends.
  ~Attendant();
  Attendant(const Attendant &) = delete;
  Attendant &operator=(const Attendant &) = delete;

  // Has it run, and returns what the errand returned. A signal for the guest thread
  // interrupts the errand, as it interrupts a system call: -EINTR, or
  // syscall_interrupted where Linux would make the call again after the handler.
  // `lent` is a descriptor of the guest's, or nothing_lent. -EBADF when it is not
  // open: then the errand has not run.
  int64_t perform(Errand &errand, int lent);
  static constexpr int nothing_lent = -1;

  // On its own thread. syscall_interrupted when it was called off.
  int64_t syscall(long number, const std::array<uint64_t, 6> &registers) {
    return wali_syscall(&called_off, number, registers.data());
  }
  Lane &lane() { return way; }

  // For signal handlers: the attendant that the calling thread is, or null.
  static Attendant *current_or_null() { return current; }
  // A signal has come to it. True when it calls off the errand; others that were
  // for the process go to the guest thread.
  bool take_signal(int signo, const siginfo_t &info);

private:
  explicit Attendant(Thread &thread);
  static void *main(void *raw);
  bool start();
  void serve();
  int64_t run_errand();
  int64_t perform_now(Errand &errand);
  int64_t await_result();
  void follow();
  void call_off();

  enum State : uint32_t { starting, idle, asked, done, ended };

  static thread_local Attendant *current;

  Thread &thread; // whose attendant it is
  Lane &way;
  pthread_t handle{};
  int tid = 0, processor = -1;
  std::atomic<uint32_t> state = starting; // a futex
  volatile uint32_t called_off = 0;
  Errand *errand = nullptr;
  int lent = nothing_lent;
  enum class Lending : uint8_t { nothing, fetched, sent } lending = Lending::nothing;
  int64_t result = 0;
};

} // namespace wali::host
