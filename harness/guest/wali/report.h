// How a program prints: one observation a line, `name = value`, written to standard
// output at once. The expectation judges; the program never does.
#pragma once

#include "wali/sys.h"
#include "wali/text.h"

namespace wali {

// The name of an observation.
struct Name {
  Name(const char *string) : text(string) {}
  Name(Text name) : text(name) {}
  Name(const Line &line) : text(line.text()) {}
  Text text;
};

// Prints `name = value`.
void report(const Name &name, Result result);      // -EEXIST, or the number
void report(const Name &name, Text bytes);         // in quotes
void report(const Name &name, const char *string); // in quotes
void report(const Name &name, const Line &value);  // as it is
void report(const Name &name, int64_t number);
void report(const Name &name, uint64_t number);
inline void report(const Name &name, int number) { report(name, int64_t{number}); }
inline void report(const Name &name, unsigned number) { report(name, uint64_t{number}); }
#ifdef __wasm32__
inline void report(const Name &name, long number) { report(name, int64_t{number}); }
inline void report(const Name &name, unsigned long number) { report(name, uint64_t{number}); }
#else
inline void report(const Name &name, long long number) { report(name, static_cast<int64_t>(number)); }
inline void report(const Name &name, unsigned long long number) { report(name, static_cast<uint64_t>(number)); }
#endif
// Not for truth values, which say too little: print the value itself.
void report(const Name &name, bool) = delete;

void report(const Name &name, Hex hex);
void report(const Name &name, Octal octal);
void report(const Name &name, Flags flags);
void report(const Name &name, Choice choice);
void report(const Name &name, Signal signal);

// What wait4 stored: `exited 7`, `killed SIGTERM`, `stopped SIGSTOP`, `continued`.
struct WaitStatus {
  int value;
};
void report(const Name &name, WaitStatus status);

// A file's type and permissions: `S_IFREG|0644`.
struct FileMode {
  uint32_t value;
};
void report(const Name &name, FileMode mode);

// How `value` compares with `reference`: `less`, `equal` or `greater`, for
// values that are not known in advance.
struct Compared {
  int order;
};
template <class T> Compared compared(T value, T reference) {
  return {value < reference ? -1 : value > reference ? 1 : 0};
}
// Compares the seconds, then the nanoseconds.
Compared compared(timespec value, timespec reference);
void report(const Name &name, Compared comparison);

// Structures: a line for each field, `name.field = value`.
void report(const Name &name, const struct stat &value);
void report(const Name &name, const struct statx &value);
void report(const Name &name, const struct statfs &value);
void report(const Name &name, const timespec &value); // one line: `3.000000004`
void report(const Name &name, const timeval &value);  // one line: `3.000004`
void report(const Name &name, const itimerval &value);
void report(const Name &name, const rlimit &value); // one line: `cur 10 max 20`
void report(const Name &name, const flock &value);
void report(const Name &name, const f_owner_ex &value);
void report(const Name &name, const pollfd &value);       // one line: `fd 3 events POLLIN revents 0`
void report(const Name &name, const epoll_event &value);  // one line: `EPOLLIN data 0x...`
void report(const Name &name, const sockaddr_in &value);  // one line: `127.0.0.1:80`
void report(const Name &name, const sockaddr_in6 &value); // one line: `[::1]:80 flow 0 scope 0`, address in hex groups
void report(const Name &name, const struct stack &value); // flags and size; the address is not printed
void report(const Name &name, const k_sigaction &value);  // flags without SA_RESTORER, mask; handler by kind
void report(const Name &name, const winsize &value);

// A signal set as names: `SIGUSR1|SIGTERM`, or `0`.
struct SignalSet {
  sigset value;
};
void report(const Name &name, SignalSet set);

// The bit of a signal in a sigset.
constexpr sigset signal_bit(int signo) { return sigset{1} << (signo - 1); }

// Ends the process and all of its threads with a status, by `__proc_exit`, as every
// program ends. It does not return, not even if `__proc_exit` does.
[[noreturn]] void leave(int status);

// Ends the program with the verdict `blocked`: set-up failed at `call`.
[[noreturn]] void blocked(Text call, Result result);
// The exit status of such an end. No program uses it for anything else.
inline constexpr int blocked_status = 75;

// A value between two walls of guard bytes, with poison in all of it at first. It
// shows what a call writes outside the value or fails to write.
inline constexpr uint8_t poison = 0xa5;
template <class T, size_t wall = 64> class Guarded {
public:
  static_assert(wall % 16 == 0, "the value is aligned as its wall is");
  Guarded() { fill(); }
  // Poisons value and walls again.
  void fill() { __builtin_memset(bytes_, poison, sizeof(bytes_)); }

  T *operator&() { return reinterpret_cast<T *>(bytes_ + wall); }
  T *operator->() { return &*this; }
  T &operator*() { return *&*this; }
  // The first `count` bytes of the value.
  Text bytes(size_t count = sizeof(T)) const { return {bytes_ + wall, count}; }
  // The walls and the value between them.
  const uint8_t *all() const { return bytes_; }

private:
  alignas(16) uint8_t bytes_[2 * wall + sizeof(T)];
};
template <size_t count> using GuardedBytes = Guarded<uint8_t[count]>;

// Prints `name = intact`, or the offset and value of the first changed byte
// of the walls, counted from the start of the value: `byte -1 is 0x00`.
void report_walls(const Name &name, const uint8_t *all, size_t wall, size_t value_size);
template <class T, size_t wall> void report_walls(const Name &name, const Guarded<T, wall> &guarded) {
  report_walls(name, guarded.all(), wall, sizeof(T));
}
// Prints `name = untouched`, or the offset and value of the first byte of the
// range that is no longer poison: `byte 3 is 0x00`.
void report_poison(const Name &name, const void *bytes, size_t size);
template <class T, size_t wall> void report_poison(const Name &name, const Guarded<T, wall> &guarded) {
  report_poison(name, guarded.all() + wall, sizeof(T));
}

} // namespace wali
