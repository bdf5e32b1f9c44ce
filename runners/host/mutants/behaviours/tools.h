// What the advice of behaviour faults is made of: the kernel asked directly, the
// host's other calls, and small tables of what a fault remembers.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "runners/host/linking/registry.h"
#include "runners/host/mutants/behaviours/behaviour.h"
#include "runners/host/running/raw_syscall.h"

namespace wali::host::mutants {

// The system call itself, with integers and pointers to the host's own objects. It
// is no delivery point for signals.
template <class... Values> int64_t kernel_call(long number, Values... values) {
  [[maybe_unused]] const auto word = [](auto value) {
    if constexpr (std::is_null_pointer_v<decltype(value)>)
      return uint64_t{0};
    else if constexpr (std::is_pointer_v<decltype(value)>)
      return raw_pointer(value);
    else
      return static_cast<uint64_t>(static_cast<int64_t>(value));
  };
  return raw_syscall(number, word(values)...);
}

// Another call as the right host makes it for the guest.
template <class... Values> int64_t make(Thread &thread, abi::Call call, Values... values) {
  Arguments arguments;
  size_t index = 0;
  ((arguments[index++] = static_cast<int64_t>(values)), ...);
  return find_handler(call)(thread, arguments);
}

// --- Descriptors -------------------------------------------------------------

inline struct stat status_of(int64_t fd) {
  struct stat status{};
  kernel_call(SYS_fstat, fd, &status);
  return status;
}

inline int64_t flags_of_file(int64_t fd) { return kernel_call(SYS_fcntl, fd, F_GETFL); }
inline bool is_non_blocking(int64_t fd) {
  const int64_t flags = flags_of_file(fd);
  return flags >= 0 && (flags & O_NONBLOCK) != 0;
}
inline bool is_type(int64_t fd, mode_t type) { return (status_of(fd).st_mode & S_IFMT) == type; }
inline bool is_regular(int64_t fd) { return is_type(fd, S_IFREG); }
inline bool is_directory(int64_t fd) { return is_type(fd, S_IFDIR); }
inline bool is_pipe(int64_t fd) { return is_type(fd, S_IFIFO); }
inline bool is_socket(int64_t fd) { return is_type(fd, S_IFSOCK); }

// Whether the descriptor is of that kind of file without a name: "[eventfd]",
// "[eventpoll]", as /proc/self/fd has it.
bool is_anonymous(int64_t fd, std::string_view kind);
inline bool is_counter(int64_t fd) { return is_anonymous(fd, "[eventfd]"); }
inline bool is_epoll(int64_t fd) { return is_anonymous(fd, "[eventpoll]"); }

// What a socket says of itself (SO_DOMAIN, SO_TYPE, …); -1 where it is none.
int socket_says(int64_t fd, int option);
bool is_socket_of(int64_t fd, int domain, int type); // 0: any
bool is_listener(int64_t fd);
bool is_tcp(int64_t fd); // connected or not, over IPv4 or IPv6, no listener
bool is_udp(int64_t fd);
bool is_terminal(int64_t fd);

// Works through the open ones of those that guests come to have, without the first three.
template <class Work> void for_each_descriptor(Work work) {
  constexpr int first_free = 3, some = 64;
  for (int fd = first_free; fd < some; ++fd)
    if (kernel_call(SYS_fcntl, fd, F_GETFD) >= 0)
      work(fd);
}

// Gives a file's or a pipe's descriptor an open file of its own: at the same place,
// with the same flags.
void reopen(int64_t fd);

// Puts `other`, which is given up, in the place of `fd`, whose FD_CLOEXEC stays.
void replace(int64_t fd, int64_t other);

// Names what a descriptor has open, whichever descriptor that is: for files and
// sockets it is their own, for pipes that of both ends.
inline uint64_t identity_of(int64_t fd) {
  const struct stat status = status_of(fd);
  return (static_cast<uint64_t>(status.st_dev) << 40) ^ static_cast<uint64_t>(status.st_ino) ^
         (uint64_t{1} << 63);
}

// --- Memory of a fault -------------------------------------------------------

// Values by key. What is not there yet is Value{}; the oldest go when it is full.
template <class Value> class Remembered {
public:
  Value &operator[](uint64_t key) {
    if (Value *found = find(key))
      return *found;
    Entry &entry = entries[next++ % entries.size()];
    entry = {key, true, Value{}};
    return entry.value;
  }
  Value *find(uint64_t key) {
    for (Entry &entry : entries)
      if (entry.is_used && entry.key == key)
        return &entry.value;
    return nullptr;
  }
  void forget(uint64_t key) {
    for (Entry &entry : entries)
      if (entry.key == key)
        entry.is_used = false;
  }

private:
  struct Entry {
    uint64_t key = 0;
    bool is_used = false;
    Value value{};
  };
  std::array<Entry, 256> entries{};
  size_t next = 0;
};

// Zeroed memory that this process and all that it will fork have in common.
template <class Value> Value *shared_with_children() {
  void *at =
      mmap(nullptr, sizeof(Value), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return static_cast<Value *>(at);
}

// --- Arguments ---------------------------------------------------------------

// What a pointer argument leads to; Value{} where nothing can be read.
template <class Value> Value pointed_to(Invocation &call, size_t index) {
  Value value{};
  const GuestAddress address = call.arguments.address(index);
  if (address == 0 || !call.memory().read(address, value))
    return Value{};
  return value;
}

// Puts a value there, if anything can be.
template <class Value> void put(Invocation &call, size_t index, const Value &value) {
  if (const GuestAddress address = call.arguments.address(index); address != 0)
    (void)call.memory().write(address, value);
}

// Makes the call with what a pointer argument leads to as `change` has it. Afterwards
// the guest finds there what it had, or what the call has written.
template <class Value, class Change>
int64_t call_with_changed(Invocation &call, size_t index, Change change) {
  const GuestAddress address = call.arguments.address(index);
  Value value{};
  if (address == 0 || !call.memory().read(address, value))
    return call.call();
  change(value);
  Altered altered(call.memory(), {address, sizeof value});
  if (altered.bytes.size() != sizeof value)
    return call.call();
  memcpy(altered.bytes.data(), &value, sizeof value);
  altered.apply();
  return call.call();
}

// Nine tenths of a time that a structure of seconds and nanoseconds has.
template <class Timespec> void shorten(Timespec &time) {
  const int64_t nanoseconds = time.tv_sec * 1'000'000'000 + time.tv_nsec;
  if (time.tv_sec < 0 || time.tv_sec > 1'000'000'000 || time.tv_nsec < 0)
    return; // refused, or without end
  time.tv_sec = nanoseconds / 10 * 9 / 1'000'000'000;
  time.tv_nsec = nanoseconds / 10 * 9 % 1'000'000'000;
}

// A string argument; empty where there is none.
inline std::string text(Invocation &call, size_t index) {
  return call.memory().read_string(call.arguments.address(index), 4096).value_or("");
}

} // namespace wali::host::mutants
