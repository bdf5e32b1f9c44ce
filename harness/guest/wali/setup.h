// What a program needs before and around the call that it tests. When a helper
// fails, the program ends with the verdict `blocked`, naming the call. The
// behaviour under test is never done by a helper.
#pragma once

#include "wali/report.h"

namespace wali {

// Owns a descriptor and closes it.
class Fd {
public:
  Fd() = default;
  explicit Fd(int fd) : fd_(fd) {}
  Fd(Fd &&other) : fd_(other.release()) {}
  Fd &operator=(Fd &&other);
  ~Fd() { reset(); }

  operator int() const { return fd_; }
  // Closes it now.
  void reset();
  // Gives up ownership.
  int release();

private:
  int fd_ = -1;
};

struct Pipe {
  Fd read;
  Fd write;
};
struct SocketPair {
  Fd first;
  Fd second;
};
// A pseudo-terminal.
struct Terminal {
  Fd master;
  Fd slave;
};

namespace setup {

// What a call of set-up may return. Each of these blocks the program, naming the
// call, on anything else: -errno, but also a positive errno (38 where -ENOSYS is
// meant) and numbers that the call cannot give.
//
// 0, as most calls give.
void require_zero(Text call, Result result);
// Exactly `value`: the bytes of a write, the offset of a seek, dup2's descriptor.
void require_value(Text call, Result result, int64_t value);
// From 0 to `most`: the bytes of a read, for instance.
size_t require_count(Text call, Result result, size_t most);
// A new descriptor: open, and none of the three that a program starts with.
int require_fd(Text call, Result result);
// A process, session or process group: above 0.
int require_pid(Text call, Result result);
// A mapping of `size` bytes: at a page, not 0, and all of it in memory as it is now.
uint8_t *require_address(Text call, Result result, size_t size);

// The helpers below take the way that works on most engines, and another where that
// fails: a path by the call that knows no AT_FDCWD (open), then by the one that does
// (openat). The line `blocked: …` names the first.
Fd open(const char *path, int flags, uint32_t mode = 0600);
// Creates or replaces a file, mode 0600 less the umask.
void write_file(const char *path, Text contents);
// The first bytes of a file, at most 4096; valid until the fourth next read.
Text read_file(const char *path);
// All that can be read from fd now, up to 4096 bytes or end of file.
Text read_all(int fd);
void write_all(int fd, Text contents);
// Writes to a descriptor with O_NONBLOCK until there is no more room, and reads from
// one until there is nothing more.
void fill(int fd);
void drain(int fd);
void mkdir(const char *path, uint32_t mode = 0700);
void symlink(const char *target, const char *path);
void link(const char *from, const char *to);
void rename(const char *from, const char *to);
void unlink(const char *path);
void rmdir(const char *path);
void chmod(const char *path, uint32_t mode);
// The owner and group of what `path` leads to; -1 leaves either as it is.
void chown(const char *path, int owner, int group);
// The times of access and modification of what `path` leads to.
void set_times(const char *path, const timespec (&times)[2]);
void chdir(const char *path);
// The working directory; valid until the fourth next read.
Text working_directory();
// The position of `fd`, from the start.
void seek(int fd, int64_t offset);
void resize(int fd, int64_t size);
Pipe pipe(int flags = 0);
// How many bytes a pipe holds: whole pages.
void set_capacity(int pipe, int size);
SocketPair socketpair(int type = SOCK_STREAM);
Fd socket(int domain, int type, int protocol = 0);
// Blocks if an option that was set, and not to zero, reads as zero. What cannot be read is believed.
void require_kept(int socket, int level, int name, const void *value, uint32_t size);
// A socket's own address, its peer's, and its options (of level `level`).
template <class Address> void bind(int socket, const Address &address) {
  require_zero("bind", sys::bind(socket, &address, sizeof(address)));
}
template <class Address> void connect(int socket, const Address &address) {
  require_zero("connect", sys::connect(socket, &address, sizeof(address)));
}
template <class Option> void set_option(int socket, int level, int name, const Option &value) {
  require_zero("setsockopt", sys::setsockopt(socket, level, name, &value, sizeof(value)));
  if constexpr (sizeof(value) == sizeof(int) || sizeof(value) == sizeof(timeval))
    require_kept(socket, level, name, &value, sizeof(value));
}
void listen(int socket, int backlog = 8);
// Shuts a connected socket. Blocks if a stream or packet socket then still sends, or waits for
// what comes, although it was shut for that.
void shutdown(int socket, int how);
// The address that an AF_INET socket is bound to.
sockaddr_in own_address(int socket);
// Another descriptor for what `fd` has open, without FD_CLOEXEC.
Fd duplicate(int fd);
// The number that the next new descriptor gets. An engine may hold some of the low ones.
int lowest_free_descriptor();
Fd epoll(int flags = 0);
// Adds `fd` to an epoll instance (EPOLL_CTL_ADD); its events carry `data`.
void watch(int epoll, int fd, uint32_t events, uint64_t data);
Fd eventfd(uint32_t value = 0, int flags = 0);
// The next connection of a listener.
Fd accept(int listener);
// A socket in the file system; it stays when its descriptor is closed. (A FIFO:
// process.h.)
void make_socket(Text path);
// A terminal of the program's own, nobody's controlling terminal.
Terminal terminal();
struct stat stat(const char *path);
int64_t file_size(const char *path);
timespec now(int clock = CLOCK_MONOTONIC);
void sleep_ms(int milliseconds);

// Whether descriptor `fd` is open (F_GETFD), -EBADF otherwise.
Result descriptor_flags(int fd);
// The status flags of `fd` by name (F_GETFL), and as they are to be (F_SETFL).
Flags status_flags(int fd);
void set_status_flags(int fd, uint32_t flags);

// Sets the inode flags of what `fd` has open, FS_IMMUTABLE_FL and others. Nobody can
// remove what is so marked: it is left in `disk`.
void set_inode_flags(int fd, uint32_t flags);

// Gives up root for good: user and group 1000, and of further groups `further` alone,
// if one is named.
void become_ordinary(int64_t further = -1);

// Waits until the clock that stamps files is past `time`: what changes from now on
// gets a later one.
void wait_past(timespec time);

// A 127.0.0.1 TCP listener on a port that the kernel chose, and its address.
struct Listener {
  Fd socket;
  sockaddr_in address;
};
Listener tcp_listener(int backlog = 8);
// A client that has connected to it, whose connection is still to be accepted.
Fd caller(const Listener &listener);
// A 127.0.0.1 UDP socket on a port that the kernel chose, and its address.
struct Bound {
  Fd socket;
  sockaddr_in address;
};
Bound udp_socket();
// Two ends of a TCP connection over loopback.
SocketPair tcp_pair();
sockaddr_in loopback(uint16_t port);
// Sends an urgent byte, `!`, and waits until `to`, the other end, has it.
void send_urgent_byte(int from, int to);

// Anonymous memory shared with children, zeroed. At least `size` bytes.
void *shared_memory(size_t size);
template <class T> T &shared() { return *static_cast<T *>(shared_memory(sizeof(T))); }
// Private anonymous memory, by mmap.
uint8_t *map(size_t size, int prot = PROT_READ | PROT_WRITE);
// Private memory that is only used, by memory.grow where mmap fails.
uint8_t *allocate(size_t size);
// The same, of which only what is touched takes up space: for gibibytes.
uint8_t *map_sparse(size_t size);

// An address that no call may use: its range leaves the program's memory.
void *bad_address();
// The last `size` bytes before the end of memory, at most 4096. They stay the
// last as long as nothing is mapped; every call gives the same bytes until then.
uint8_t *last_bytes(size_t size);
// A copy of `path` whose NUL is the last byte of memory.
char *at_the_end(Text path);

// A name of `size` bytes, and a path of `size` bytes that leads to the working
// directory: "./././." Each at most PATH_MAX bytes, valid until the next.
const char *name_of(size_t size);
const char *path_of(size_t size);

// With `REQUIRES: namespaces`, two mounts of a file system of the program's own: a
// tmpfs of 256 KiB and 64 inodes, empty, whose root directory is the program's, mode
// 0755; and the same, read-only and without execution (MS_NOEXEC). Both go with the
// program, whatever is left in them.
inline constexpr char disk[] = "/tmp/.wali/disk";
inline constexpr char read_only_disk[] = "/tmp/.wali/read-only";
// With it too: a file, empty and the program's, that is a mount point.
inline constexpr char mounted_file[] = "/tmp/.wali/mounted";
// With `REQUIRES: devices`: a directory with `character`, 0xabc:0xabcde, and `block`,
// 0x321:0xdebd8, which everyone may read and write, on a mount without devices (MS_NODEV).
inline constexpr char device_files[] = "/wali/devices";

// Limits the descriptors, file size, … of this process.
void limit(int resource, uint64_t soft);

// The program's arguments and environment, as the engine hands them over.
int argument_count();
Text argument(int index);
// The value of NAME; the empty text, whose data is null, where it is not set.
Text environment(Text name);

// How often a program of suite/scenario/stress does what it does `usually` times:
// so many times the whole number in WALI_CTS_SOAK (`wali-cts run --soak`).
int rounds(int usually);

} // namespace setup
} // namespace wali
