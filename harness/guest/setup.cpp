#include "wali/setup.h"

namespace wali {

Fd &Fd::operator=(Fd &&other) {
  if (this != &other) {
    reset();
    fd_ = other.release();
  }
  return *this;
}

void Fd::reset() {
  if (fd_ >= 0)
    sys::close(release());
}

int Fd::release() {
  int fd = fd_;
  fd_ = -1;
  return fd;
}

namespace setup {
namespace {

constexpr size_t buffer_size = 4096;

// Buffers for what read_file and read_all return; four in turn.
char *next_buffer() {
  static char buffers[4][buffer_size];
  static unsigned turn;
  return buffers[turn++ % 4];
}

} // namespace

int64_t require(Text call, Result result) {
  if (!result.ok())
    blocked(call, result);
  return result.value;
}

Fd open(const char *path, int flags, uint32_t mode) {
  return Fd(static_cast<int>(require(label("openat ", Quoted{path}).text(), sys::openat(AT_FDCWD, path, flags, mode))));
}

void write_all(int fd, Text contents) {
  while (contents.size > 0)
    contents = contents.part(static_cast<size_t>(require("write", sys::write(fd, contents.data, contents.size))));
}

void write_file(const char *path, Text contents) { write_all(open(path, O_WRONLY | O_CREAT | O_TRUNC), contents); }

Text read_all(int fd) {
  char *buffer = next_buffer();
  size_t size = 0;
  while (size < buffer_size) {
    int64_t count = require("read", sys::read(fd, buffer + size, buffer_size - size));
    if (count == 0)
      break;
    size += static_cast<size_t>(count);
  }
  return {buffer, size};
}

Text read_file(const char *path) { return read_all(open(path, O_RDONLY)); }

void mkdir(const char *path, uint32_t mode) { require("mkdirat", sys::mkdirat(AT_FDCWD, path, mode)); }
void symlink(const char *target, const char *path) { require("symlinkat", sys::symlinkat(target, AT_FDCWD, path)); }
void link(const char *from, const char *to) { require("linkat", sys::linkat(AT_FDCWD, from, AT_FDCWD, to, 0)); }
void unlink(const char *path) { require("unlinkat", sys::unlinkat(AT_FDCWD, path, 0)); }
void chmod(const char *path, uint32_t mode) { require("fchmodat", sys::fchmodat(AT_FDCWD, path, mode, 0)); }

Pipe pipe(int flags) {
  int ends[2];
  require("pipe2", sys::pipe2(ends, flags));
  return {Fd(ends[0]), Fd(ends[1])};
}

SocketPair socketpair(int type) {
  int ends[2];
  require("socketpair", sys::socketpair(AF_UNIX, type, 0, ends));
  return {Fd(ends[0]), Fd(ends[1])};
}

void make_socket(Text path) {
  sockaddr_un address = {AF_UNIX, {}};
  __builtin_memcpy(address.sun_path, path.data, path.size);
  Fd socket(static_cast<int>(require("socket", sys::socket(AF_UNIX, SOCK_STREAM, 0))));
  require("bind", sys::bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof(address)));
}

Terminal terminal() {
  Fd master = open("/dev/ptmx", O_RDWR | O_NOCTTY);
  int locked = 0;
  require("ioctl", sys::ioctl(master, TIOCSPTLCK, &locked));
  int64_t slave = require("ioctl", sys::ioctl(master, TIOCGPTPEER, reinterpret_cast<void *>(O_RDWR | O_NOCTTY)));
  return {static_cast<Fd &&>(master), Fd(static_cast<int>(slave))};
}

struct stat stat(const char *path) {
  struct stat result = {};
  require("newfstatat", sys::fstatat(AT_FDCWD, path, &result, AT_SYMLINK_NOFOLLOW));
  return result;
}

int64_t file_size(const char *path) { return stat(path).st_size; }

timespec now(int clock) {
  timespec time = {};
  require("clock_gettime", sys::clock_gettime(clock, &time));
  return time;
}

void sleep_ms(int milliseconds) {
  timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
  while (sys::nanosleep(&time, &time).value == -EINTR) {
  }
}

Result descriptor_flags(int fd) { return sys::fcntl(fd, F_GETFD, 0); }

Flags status_flags(int fd) { return {abi::sets::open_flags, static_cast<uint64_t>(sys::fcntl(fd, F_GETFL, 0).value)}; }

void set_inode_flags(int fd, uint32_t flags) { require("FS_IOC_SETFLAGS", sys::ioctl(fd, FS_IOC_SETFLAGS, &flags)); }

void become_ordinary(int64_t further) {
  const uint32_t group = static_cast<uint32_t>(further);
  require("setgroups", sys::setgroups(further >= 0, &group));
  require("setresgid", sys::setresgid(1000, 1000, 1000));
  require("setresuid", sys::setresuid(1000, 1000, 1000));
}

void wait_past(timespec time) {
  while (compared(now(CLOCK_REALTIME_COARSE), time).order <= 0)
    sleep_ms(1);
}

sockaddr_in loopback(uint16_t port) {
  return {AF_INET, static_cast<uint16_t>(port << 8 | port >> 8), __builtin_bswap32(INADDR_LOOPBACK), {}};
}

void send_urgent_byte(int from, int to) {
  require("sendto", sys::sendto(from, "!", 1, MSG_OOB, nullptr, 0));
  // Not by poll: programs about it call this.
  Result result;
  for (int tries = 0; tries < 5000; ++tries) {
    char byte;
    result = sys::recvfrom(to, &byte, 1, MSG_OOB | MSG_PEEK, nullptr, nullptr);
    if (result.value == 1)
      return;
    sleep_ms(1);
  }
  blocked("recvfrom", result);
}

Listener tcp_listener(int backlog) {
  Listener listener = {Fd(static_cast<int>(require("socket", sys::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)))),
                       loopback(0)};
  uint32_t size = sizeof(listener.address);
  require("bind", sys::bind(listener.socket, &listener.address, size));
  require("listen", sys::listen(listener.socket, backlog));
  require("getsockname", sys::getsockname(listener.socket, &listener.address, &size));
  return listener;
}

SocketPair tcp_pair() {
  Listener listener = tcp_listener();
  Fd client(static_cast<int>(require("socket", sys::socket(AF_INET, SOCK_STREAM, 0))));
  require("connect", sys::connect(client, &listener.address, sizeof(listener.address)));
  Fd server(static_cast<int>(require("accept4", sys::accept4(listener.socket, nullptr, nullptr, 0))));
  return {static_cast<Fd &&>(client), static_cast<Fd &&>(server)};
}

void *shared_memory(size_t size) {
  return reinterpret_cast<void *>(static_cast<uintptr_t>(
      require("mmap", sys::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0))));
}

namespace {

uint8_t *map_private(size_t size, int prot, int flags) {
  return reinterpret_cast<uint8_t *>(static_cast<uintptr_t>(
      require("mmap", sys::mmap(nullptr, size, prot, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0))));
}

} // namespace

uint8_t *map(size_t size, int prot) { return map_private(size, prot, 0); }

uint8_t *map_sparse(size_t size) { return map_private(size, PROT_READ | PROT_WRITE, MAP_NORESERVE); }

void *bad_address() {
  // The last page of 32 bits is beyond any memory of at most 65535 pages of
  // 64 KiB; natively an address that is the kernel's own.
#ifdef __wasm32__
  return reinterpret_cast<void *>(0xfffff000);
#else
  return reinterpret_cast<void *>(0xfffffffffffff000);
#endif
}

uint8_t *last_bytes(size_t size) {
  static uint8_t *end;
#ifdef __wasm32__
  auto memory_end = [] { return reinterpret_cast<uint8_t *>(__builtin_wasm_memory_size(0) * 65536); };
  if (end != memory_end()) {
    require("memory.grow", {static_cast<int>(__builtin_wasm_memory_grow(0, 1))});
    end = memory_end();
  }
#else
  if (!end) {
    end = map(8192) + 4096;
    require("mprotect", sys::mprotect(end, 4096, PROT_NONE));
  }
#endif
  return end - size;
}

char *at_the_end(Text path) {
  uint8_t *copy = last_bytes(path.size + 1);
  __builtin_memcpy(copy, path.data, path.size);
  copy[path.size] = 0;
  return reinterpret_cast<char *>(copy);
}

const char *name_of(size_t size) {
  static char name[PATH_MAX + 1];
  __builtin_memset(name, 'n', size);
  name[size] = 0;
  return name;
}

const char *path_of(size_t size) {
  static char path[PATH_MAX + 1];
  for (size_t i = 0; i < size; ++i)
    path[i] = i % 2 ? '/' : '.';
  path[size] = 0;
  return path;
}

void limit(int resource, uint64_t soft) {
  rlimit current = {};
  require("prlimit64", sys::prlimit64(0, resource, nullptr, &current));
  current.rlim_cur = soft;
  require("prlimit64", sys::prlimit64(0, resource, &current, nullptr));
}

int argument_count() { return start::wali_cl_get_argc(); }

Text argument(int index) {
  int size = start::wali_cl_get_argv_len(index);
  if (size < 0 || static_cast<size_t>(size) >= buffer_size)
    blocked("__cl_get_argv_len", {size});
  char *buffer = next_buffer();
  if (int result = start::wali_cl_copy_argv(buffer, index); result != 0)
    blocked("__cl_copy_argv", {result});
  return {buffer, static_cast<size_t>(size)};
}

Text environment(Text name) {
  char path[256];
  if (!start::wali_get_init_envfile(path, sizeof(path)))
    return {};
  Text lines = read_file(path);
  for (size_t begin = 0, end; begin < lines.size; begin = end + 1) {
    for (end = begin; end < lines.size && lines.data[end] != '\n';)
      ++end;
    Text line = lines.part(begin, end - begin);
    if (line.part(0, name.size) == name && line.part(name.size, 1) == "=")
      return line.part(name.size + 1);
  }
  return {};
}

int rounds(int usually) {
  Text soak = environment("WALI_CTS_SOAK");
  if (!soak.data)
    return usually;
  int64_t count = 0;
  for (size_t i = 0; i < soak.size; ++i) {
    count = count * 10 + (soak.data[i] - '0') * usually;
    if (soak.data[i] < '0' || soak.data[i] > '9' || count > 0x7fffffff)
      blocked("WALI_CTS_SOAK", {-EINVAL});
  }
  return static_cast<int>(count);
}

} // namespace setup
} // namespace wali
