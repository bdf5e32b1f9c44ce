// Does a descriptor, or a path, lead to the memory of the host that runs the program?
// What is reported is what came of it, the same for a refusal and for a descriptor that
// does no harm.
#pragma once

#include "wali/test.h"

namespace wali::containment {

// Start addresses of mappings that are the host's by their kind, from
// /proc/self/maps: its code, its main stack. Few suffice.
struct HostAddresses {
  int64_t values[8] = {0x400000};
  int count = 1;
  int64_t stack = 0; // the lowest bytes of its main stack, which nothing uses

  HostAddresses() {
    static char maps[65536];
    Result fd = sys::open("/proc/self/maps", O_RDONLY, 0);
    if (!fd.ok())
      return;
    size_t size = 0;
    for (Result got{1}; got.value > 0 && size < sizeof(maps); size += got.value > 0 ? got.size() : 0)
      got = sys::read(fd.fd(), maps + size, sizeof(maps) - size);
    sys::close(fd.fd());
    for (size_t begin = 0, end; begin < size && count < 8; begin = end + 1) {
      for (end = begin; end < size && maps[end] != '\n';)
        ++end;
      Text line(maps + begin, end - begin);
      if (contains(line, " r-xp ") || contains(line, "[stack]"))
        values[count++] = hexadecimal(line);
      if (contains(line, "[stack]"))
        stack = hexadecimal(line);
    }
  }

private:
  static bool contains(Text line, Text part) {
    for (size_t i = 0; i + part.size <= line.size; ++i)
      if (line.part(i, part.size) == part)
        return true;
    return false;
  }
  static int64_t hexadecimal(Text line) {
    int64_t value = 0;
    for (size_t i = 0; i < line.size && line.data[i] != '-'; ++i)
      value = value * 16 + (line.data[i] <= '9' ? line.data[i] - '0' : line.data[i] - 'a' + 10);
    return value;
  }
};

inline const HostAddresses &host_addresses() {
  static const HostAddresses addresses;
  return addresses;
}

// How many bytes a call moved, of as many as it was asked for. A number that it cannot
// give says nothing about memory, and blocks the program.
inline int64_t moved(Text call, Result result, size_t asked) {
  if (result.value > static_cast<int64_t>(asked))
    blocked(call, result);
  return result.value > 0 ? result.value : 0;
}

// Tries to read and to write the host's memory through `fd`, which it closes:
// the number of bytes that it got hold of.
inline int64_t reach_through(Result fd) {
  if (!fd.ok())
    return 0;
  int64_t reached = 0;
  for (int i = 0; i < host_addresses().count; ++i) {
    uint8_t bytes[16];
    int64_t address = host_addresses().values[i];
    const int64_t got = moved("pread64", sys::pread64(fd.fd(), bytes, sizeof(bytes), address), sizeof(bytes));
    reached += got;
    const auto size = static_cast<size_t>(got);
    if (size > 0) // what it puts there was there before
      reached += moved("pwrite64", sys::pwrite64(fd.fd(), bytes, size, address), size);
  }
  sys::close(fd.fd());
  return reached;
}

// The same for a descriptor that is open for writing alone.
inline int64_t write_through(Result fd) {
  if (!fd.ok())
    return 0;
  const char zero = 0;
  Result put = sys::pwrite64(fd.fd(), &zero, 1, host_addresses().stack);
  sys::close(fd.fd());
  return moved("pwrite64", put, 1);
}

// The same through a path, opened in several ways.
inline int64_t reach_at(int directory, const char *path) {
  host_addresses();
  int64_t reached = 0;
  for (int flags : {O_RDONLY, O_RDWR, O_RDWR | O_NOFOLLOW | O_CLOEXEC})
    reached += reach_through(sys::openat(directory, path, flags, 0));
  for (int flags : {O_WRONLY, O_WRONLY | O_APPEND, O_WRONLY | O_TRUNC})
    reached += write_through(sys::openat(directory, path, flags, 0));
  return reached;
}
inline int64_t reach(const char *path) {
  return reach_at(AT_FDCWD, path) + reach_through(sys::open(path, O_RDONLY, 0)) +
         reach_through(sys::open(path, O_RDWR, 0));
}

// The end of linear memory as it is now; natively, where the programs that ask
// are built but not judged, something.
inline uint64_t memory_end() {
#ifdef __wasm32__
  return uint64_t{__builtin_wasm_memory_size(0)} * 65536;
#else
  return 0x40000000;
#endif
}

// Work of several kinds, by which a process shows that it is still sound: 5.
inline int works() {
  uint8_t *page = setup::map(65536);
  __builtin_memset(page, 0x5a, 65536);
  setup::write_file("work", Text(page, 4096));
  setup::fork([] { return 0; }).wait();
  bool same = setup::read_file("work") == Text(page, 4096);
  return same ? 5 : 6;
}

// Runs `attack` in a child, which then works: how the child ended.
template <class Attack> WaitStatus after(Attack attack) {
  return setup::fork([&] {
           attack();
           return works();
         })
      .wait();
}

// Whether `fd` leads to a memory: only one answers EIO for an address where
// nothing is.
inline bool is_memory(int fd) {
  uint8_t bytes[4];
  return sys::pread64(fd, bytes, sizeof(bytes), 0x7ffffffff000).value == -5;
}

// Sends `fd` over a socket with one byte, and receives one: -1 where the message has none.
inline void send_descriptor(int socket, int fd) {
  Control<int[1]> descriptor = rights(fd);
  setup::require_value("sendmsg", sys::sendmsg(socket, Message("x").with_control(descriptor), 0), 1);
}
inline int receive_descriptor(int socket, int flags = 0) {
  char byte;
  Control<int[2]> room = {{}, {-1, -1}}; // for one descriptor, rounded up
  setup::require_value("recvmsg", sys::recvmsg(socket, Message(&byte, 1).with_control(room), flags), 1);
  return room.value[0];
}

// Opens a memory file so many times and closes it at once, in the ways that bring a
// file which is there.
inline void snatch(int directory, const char *path, int times) {
  for (int i = 0; i < times; ++i)
    for (int flags : {O_RDWR | O_NOFOLLOW, O_RDWR, O_RDONLY | O_NOFOLLOW | O_CLOEXEC, O_RDWR | O_CREAT})
      sys::close(sys::openat(directory, path, flags, 0600).fd());
}

// Threads after a descriptor that another thread is about to get and not to keep:
// one sends the next free numbers over a socket, with a control buffer that takes
// long to read; one receives what was sent, and leaves it there; both read through
// those numbers. They go on until the end of the owner's life.
class Thieves {
public:
  Thieves() : sockets_(setup::socketpair(SOCK_DGRAM)), next_(sys::dup(sockets_.first).fd()) { sys::close(next_); }
  ~Thieves() { join(); }

  // Ends them. How often one of them had a memory, or a message had one in it.
  int64_t join() {
    __atomic_store_n(&stop_, 1, __ATOMIC_RELAXED);
    sender_.join();
    receiver_.join();
    reader_.join();
    return stolen_;
  }

  // The socket that what they sent can be received from.
  int socket() const { return sockets_.second; }

  // The lowest number that was free.
  int next() const { return next_; }

private:
  // Messages of no known level, and then the rights, at any distance from the start.
  static constexpr int most_padding = 4000;
  struct Flood {
    cmsghdr padding[most_padding];
    Control<int[1]> rights;
  };

  static void send(void *raw) {
    auto &self = *static_cast<Thieves *>(raw);
    static Flood flood;
    for (cmsghdr &padding : flood.padding)
      padding = {sizeof(cmsghdr), 0, 0x7777, 0};
    for (unsigned i = 0; !self.is_over(); ++i) {
      flood.rights = rights(self.next_ + static_cast<int>(i % 8 == 7));
      const unsigned skipped = i * 97 % most_padding;
      const auto size = static_cast<uint32_t>(sizeof(flood) - skipped * sizeof(cmsghdr));
      Message message("x");
      message.with_control(&flood.padding[skipped], size);
      sys::sendmsg(self.sockets_.first, message, MSG_DONTWAIT);
    }
  }

  static void receive(void *raw) {
    auto &self = *static_cast<Thieves *>(raw);
    while (!self.is_over())
      for (int flags : {MSG_PEEK | MSG_DONTWAIT, MSG_DONTWAIT | 0}) {
        char byte;
        Control<int[2]> room = {{}, {-1, -1}};
        Result got = sys::recvmsg(self.sockets_.second, Message(&byte, 1).with_control(room), flags);
        if (got.ok() && room.value[0] >= 0)
          sys::close(room.value[0]);
        if (got.value == -13) // EACCES: it is in flight, only the receiver's engine refuses it
          self.count();
      }
  }

  static void read(void *raw) {
    auto &self = *static_cast<Thieves *>(raw);
    while (!self.is_over())
      self.look();
  }

  void look() {
    for (int fd = next_; fd < next_ + 2; ++fd)
      if (is_memory(fd))
        count();
  }
  void count() { __atomic_fetch_add(&stolen_, 1, __ATOMIC_RELAXED); }
  bool is_over() const { return __atomic_load_n(&stop_, __ATOMIC_RELAXED); }

  SocketPair sockets_;
  int next_;
  int stop_ = 0;
  int64_t stolen_ = 0;
  Thread sender_{send, this}, receiver_{receive, this}, reader_{read, this}; // last: they find the rest in place
};

} // namespace wali::containment
