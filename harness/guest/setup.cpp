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

namespace {

bool is_zero(Result result) { return result.value == 0; }

// Whether a descriptor is open. F_GETFD is asked first, which answers for every kind
// of descriptor (O_PATH too), changes nothing, and takes no pointer; then fstat, for
// engines that lack fcntl. The descriptor is doubted only where one of them says
// EBADF, by either sign, and none says yes: two calls that fail in another way are
// two faults of their own, not this one's.
bool is_open(int fd) {
  const Result flags = sys::fcntl(fd, F_GETFD, 0);
  if (flags.value == 0 || flags.value == FD_CLOEXEC)
    return true;
  struct stat status = {};
  const Result statted = sys::fstat(fd, &status);
  if (is_zero(statted) && status.st_mode != 0)
    return true;
  const auto denies = [](Result result) { return result.value == -EBADF || result.value == EBADF; };
  return !denies(flags) && !denies(statted);
}

// Calls that return 0 without doing anything, and small positive errnos, look like
// standard input, output and error: these are never new.
bool is_fd(Result result) {
  return result.value > 2 && result.value <= 0x7fffffff && is_open(static_cast<int>(result.value));
}

uint64_t end_of_memory() {
#ifdef __wasm32__
  return uint64_t{__builtin_wasm_memory_size(0)} * 65536;
#else
  return uint64_t{1} << 47;
#endif
}

bool is_mapping(Result result, size_t size) {
  const uint64_t end = end_of_memory();
  return result.value > 0 && result.value % 4096 == 0 && static_cast<uint64_t>(result.value) <= end &&
         size <= end - static_cast<uint64_t>(result.value);
}

// The result of the first way that gives a good one.
template <class Good, class First, class... Others>
int64_t first_good(Text call, Good good, First first, Others... others) {
  const Result result = first();
  if (good(result))
    return result.value;
  Result other = {};
  if ((good(other = others()) || ...))
    return other.value;
  blocked(call, result);
}

} // namespace

void require_zero(Text call, Result result) { require_value(call, result, 0); }

void require_value(Text call, Result result, int64_t value) {
  if (result.value != value)
    blocked(call, result);
}

size_t require_count(Text call, Result result, size_t most) {
  if (result.value < 0 || static_cast<uint64_t>(result.value) > most)
    blocked(call, result);
  return result.size();
}

int require_fd(Text call, Result result) {
  if (!is_fd(result))
    blocked(call, result);
  return result.fd();
}

int require_pid(Text call, Result result) {
  if (result.value <= 0 || result.value > 0x7fffffff)
    blocked(call, result);
  return result.pid();
}

uint8_t *require_address(Text call, Result result, size_t size) {
  if (!is_mapping(result, size))
    blocked(call, result);
  return result.pointer();
}

Fd open(const char *path, int flags, uint32_t mode) {
  return Fd(static_cast<int>(first_good(
      label("open ", Quoted{path}).text(), is_fd, [=] { return sys::open(path, flags, mode); },
      [=] { return sys::openat(AT_FDCWD, path, flags, mode); })));
}

void write_all(int fd, Text contents) {
  while (contents.size > 0) {
    const Result result = sys::write(fd, contents.data, contents.size);
    const size_t count = require_count("write", result, contents.size);
    if (count == 0)
      blocked("write", result);
    contents = contents.part(count);
  }
}

void fill(int fd) {
  static const char bytes[4096] = {};
  Result result;
  while ((result = sys::write(fd, bytes, sizeof(bytes))).value != -EAGAIN)
    if (require_count("write", result, sizeof(bytes)) == 0)
      blocked("write", result);
}

void drain(int fd) {
  char bytes[4096];
  Result result;
  while ((result = sys::read(fd, bytes, sizeof(bytes))).value != -EAGAIN)
    if (require_count("read", result, sizeof(bytes)) == 0)
      return;
}

void write_file(const char *path, Text contents) { write_all(open(path, O_WRONLY | O_CREAT | O_TRUNC), contents); }

Text read_all(int fd) {
  char *buffer = next_buffer();
  size_t size = 0;
  while (size < buffer_size) {
    size_t count = require_count("read", sys::read(fd, buffer + size, buffer_size - size), buffer_size - size);
    if (count == 0)
      break;
    size += count;
  }
  return {buffer, size};
}

Text read_file(const char *path) { return read_all(open(path, O_RDONLY)); }

void mkdir(const char *path, uint32_t mode) {
  first_good(
      "mkdir", is_zero, [=] { return sys::mkdir(path, mode); }, [=] { return sys::mkdirat(AT_FDCWD, path, mode); });
}

void symlink(const char *target, const char *path) {
  first_good(
      "symlink", is_zero, [=] { return sys::symlink(target, path); },
      [=] { return sys::symlinkat(target, AT_FDCWD, path); });
}

void link(const char *from, const char *to) {
  first_good(
      "link", is_zero, [=] { return sys::link(from, to); },
      [=] { return sys::linkat(AT_FDCWD, from, AT_FDCWD, to, 0); });
}

void rename(const char *from, const char *to) {
  first_good(
      "rename", is_zero, [=] { return sys::rename(from, to); },
      [=] { return sys::renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); });
}

void unlink(const char *path) {
  first_good("unlink", is_zero, [=] { return sys::unlink(path); }, [=] { return sys::unlinkat(AT_FDCWD, path, 0); });
}

void rmdir(const char *path) {
  first_good(
      "rmdir", is_zero, [=] { return sys::rmdir(path); }, [=] { return sys::unlinkat(AT_FDCWD, path, AT_REMOVEDIR); });
}

void chmod(const char *path, uint32_t mode) {
  first_good(
      "chmod", is_zero, [=] { return sys::chmod(path, mode); }, [=] { return sys::fchmodat(AT_FDCWD, path, mode, 0); });
}

void chown(const char *path, int owner, int group) {
  first_good(
      "chown", is_zero, [=] { return sys::chown(path, owner, group); },
      [=] { return sys::fchownat(AT_FDCWD, path, owner, group, 0); });
}

void set_times(const char *path, const timespec (&times)[2]) {
  // By the descriptor where AT_FDCWD fails. Opening changes no time.
  first_good(
      "utimensat", is_zero, [&] { return sys::utimensat(AT_FDCWD, path, times, 0); },
      [&] { return sys::utimensat(open(path, O_RDONLY), nullptr, times, 0); });
}

void chdir(const char *path) {
  first_good(
      "chdir", is_zero, [=] { return sys::chdir(path); },
      [=] { return sys::fchdir(open(path, O_RDONLY | O_DIRECTORY)); });
}

Text working_directory() {
  char *buffer = next_buffer();
  const Result length = sys::getcwd(buffer, buffer_size);
  if (require_count("getcwd", length, buffer_size) < 2)
    blocked("getcwd", length);
  return {buffer, length.size() - 1};
}

void seek(int fd, int64_t offset) { require_value("lseek", sys::lseek(fd, offset, SEEK_SET), offset); }
void resize(int fd, int64_t size) { require_zero("ftruncate", sys::ftruncate(fd, size)); }

Pipe pipe(int flags) {
  int ends[2] = {};
  const auto made = [&](Result result) { return is_zero(result) && is_fd({ends[0]}) && is_fd({ends[1]}); };
  if (flags == 0)
    first_good("pipe", made, [&] { return sys::pipe(ends); }, [&] { return sys::pipe2(ends, 0); });
  else
    first_good("pipe2", made, [&] { return sys::pipe2(ends, flags); });
  return {Fd(ends[0]), Fd(ends[1])};
}

void set_capacity(int pipe, int size) {
  require_value("fcntl", sys::fcntl(pipe, F_SETPIPE_SZ, static_cast<uintptr_t>(size)), size);
}

SocketPair socketpair(int type) {
  int ends[2] = {};
  require_zero("socketpair", sys::socketpair(AF_UNIX, type, 0, ends));
  return {Fd(require_fd("socketpair", {ends[0]})), Fd(require_fd("socketpair", {ends[1]}))};
}

Fd socket(int domain, int type, int protocol) { return Fd(require_fd("socket", sys::socket(domain, type, protocol))); }

void listen(int socket, int backlog) { require_zero("listen", sys::listen(socket, backlog)); }

void shutdown(int socket, int how) {
  require_zero("shutdown", sys::shutdown(socket, how));
  int type = 0;
  uint32_t size = sizeof(type);
  if (sys::getsockopt(socket, SOL_SOCKET, SO_TYPE, &type, &size).value != 0 || type == SOCK_DGRAM)
    return; // a shut datagram socket may send and receive as before
  char byte = 0;
  const bool sends = how != SHUT_RD && sys::sendto(socket, &byte, 0, MSG_NOSIGNAL, nullptr, 0).value == 0;
  const bool waits =
      how != SHUT_WR && sys::recvfrom(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT, nullptr, nullptr).value == -EAGAIN;
  if (sends || waits)
    blocked("shutdown", {0});
}

void require_kept(int socket, int level, int name, const void *value, uint32_t size) {
  constexpr uint8_t zeros[sizeof(timeval)] = {};
  uint8_t kept[sizeof(timeval)];
  __builtin_memset(kept, poison, sizeof(kept)); // it stays if nothing is written
  uint32_t length = size;
  if (__builtin_memcmp(value, zeros, size) == 0 || sys::getsockopt(socket, level, name, kept, &length).value != 0)
    return;
  if (length == size && __builtin_memcmp(kept, zeros, size) == 0)
    blocked("setsockopt", {0});
}

sockaddr_in own_address(int socket) {
  sockaddr_in address = {};
  uint32_t size = sizeof(address);
  const Result named = sys::getsockname(socket, &address, &size);
  if (named.value != 0 || address.sin_port == 0)
    blocked("getsockname", named);
  return address;
}

Fd duplicate(int fd) {
  return Fd(static_cast<int>(
      first_good("dup", is_fd, [=] { return sys::dup(fd); }, [=] { return sys::fcntl(fd, F_DUPFD, 0); })));
}

int lowest_free_descriptor() { return duplicate(0); }

Fd epoll(int flags) { return Fd(require_fd("epoll_create1", sys::epoll_create1(flags))); }
void watch(int epoll, int fd, uint32_t events, uint64_t data) {
  epoll_event event = {};
  event.events = events;
  event.data = data;
  require_zero("epoll_ctl", sys::epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event));
}
Fd eventfd(uint32_t value, int flags) { return Fd(require_fd("eventfd2", sys::eventfd2(value, flags))); }

Fd accept(int listener) {
  Result result = sys::accept(listener, nullptr, nullptr);
  // Only then is the connection still there for the other call.
  if (result.value < 0)
    result = sys::accept4(listener, nullptr, nullptr, 0);
  return Fd(require_fd("accept", result));
}

void make_socket(Text path) {
  sockaddr_un address = {AF_UNIX, {}};
  __builtin_memcpy(address.sun_path, path.data, path.size);
  bind(socket(AF_UNIX, SOCK_STREAM), address);
}

Terminal terminal() {
  Fd master = open("/dev/ptmx", O_RDWR | O_NOCTTY);
  int locked = 0;
  require_zero("ioctl TIOCSPTLCK", sys::ioctl(master, TIOCSPTLCK, &locked));
  int slave =
      require_fd("ioctl TIOCGPTPEER", sys::ioctl(master, TIOCGPTPEER, reinterpret_cast<void *>(O_RDWR | O_NOCTTY)));
  return {static_cast<Fd &&>(master), Fd(slave)};
}

struct stat stat(const char *path) {
  struct stat result = {};
  first_good(
      "lstat", [&](Result call) { return is_zero(call) && result.st_mode != 0; },
      [&] { return sys::lstat(path, &result); },
      [&] { return sys::fstatat(AT_FDCWD, path, &result, AT_SYMLINK_NOFOLLOW); });
  return result;
}

int64_t file_size(const char *path) { return stat(path).st_size; }

timespec now(int clock) {
  timespec time = {};
  require_zero("clock_gettime", sys::clock_gettime(clock, &time));
  return time;
}

void sleep_ms(int milliseconds) {
  timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
  first_good(
      "nanosleep", is_zero, [&] { return uninterrupted([&] { return sys::nanosleep(&time, &time); }); },
      [&] { return uninterrupted([&] { return sys::clock_nanosleep(CLOCK_MONOTONIC, 0, &time, &time); }); });
}

Result descriptor_flags(int fd) { return sys::fcntl(fd, F_GETFD, 0); }

Flags status_flags(int fd) { return {abi::sets::open_flags, static_cast<uint64_t>(sys::fcntl(fd, F_GETFL, 0).value)}; }
void set_status_flags(int fd, uint32_t flags) { require_zero("fcntl", sys::fcntl(fd, F_SETFL, flags)); }

void set_inode_flags(int fd, uint32_t flags) {
  require_zero("FS_IOC_SETFLAGS", sys::ioctl(fd, FS_IOC_SETFLAGS, &flags));
}

void become_ordinary(int64_t further) {
  const uint32_t group = static_cast<uint32_t>(further);
  require_zero("setgroups", sys::setgroups(further >= 0, &group));
  require_zero("setresgid", sys::setresgid(1000, 1000, 1000));
  require_zero("setresuid", sys::setresuid(1000, 1000, 1000));
}

void wait_past(timespec time) {
  while (compared(now(CLOCK_REALTIME_COARSE), time).order <= 0)
    sleep_ms(1);
}

sockaddr_in loopback(uint16_t port) {
  return {AF_INET, static_cast<uint16_t>(port << 8 | port >> 8), __builtin_bswap32(INADDR_LOOPBACK), {}};
}

void send_urgent_byte(int from, int to) {
  require_value("sendto", sys::sendto(from, "!", 1, MSG_OOB, nullptr, 0), 1);
  // Not by poll: programs about it call this.
  Result result;
  for (int tries = 0; tries < 5000; ++tries) {
    char byte;
    result = sys::recvfrom(to, &byte, 1, MSG_OOB | MSG_PEEK, nullptr, nullptr);
    if (result.value == 1)
      return;
    // -EINVAL is what Linux says before the byte has come.
    if (result.value != -EINVAL && result.value != -EAGAIN && result.value != -EINTR)
      break;
    sleep_ms(1);
  }
  blocked("recvfrom", result);
}

Listener tcp_listener(int backlog) {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC);
  bind(socket, loopback(0));
  listen(socket, backlog);
  const sockaddr_in address = own_address(socket);
  return {static_cast<Fd &&>(socket), address};
}

Fd caller(const Listener &listener) {
  Fd client = socket(AF_INET, SOCK_STREAM);
  connect(client, listener.address);
  return client;
}

SocketPair tcp_pair() {
  Listener listener = tcp_listener();
  Fd client = caller(listener);
  return {static_cast<Fd &&>(client), accept(listener.socket)};
}

Bound udp_socket() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);
  bind(socket, loopback(0));
  const sockaddr_in address = own_address(socket);
  return {static_cast<Fd &&>(socket), address};
}

void *shared_memory(size_t size) {
  return require_address("mmap", sys::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0),
                         size);
}

namespace {

uint8_t *map_private(size_t size, int prot, int flags) {
  return require_address("mmap", sys::mmap(nullptr, size, prot, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0), size);
}

} // namespace

uint8_t *map(size_t size, int prot) { return map_private(size, prot, 0); }

uint8_t *map_sparse(size_t size) { return map_private(size, PROT_READ | PROT_WRITE, MAP_NORESERVE); }

uint8_t *allocate(size_t size) {
  return reinterpret_cast<uint8_t *>(static_cast<uintptr_t>(first_good(
      "mmap", [=](Result result) { return is_mapping(result, size); },
      [=] { return sys::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); }
#ifdef __wasm32__
      ,
      [=] { return Result{int64_t{__builtin_wasm_memory_grow(0, (size + 65535) / 65536)} * 65536}; }
#endif
      )));
}

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
    require_count("memory.grow", {static_cast<int>(__builtin_wasm_memory_grow(0, 1))}, 65535);
    end = memory_end();
  }
#else
  if (!end) {
    end = map(8192) + 4096;
    require_zero("mprotect", sys::mprotect(end, 4096, PROT_NONE));
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
  require_zero("prlimit64", sys::prlimit64(0, resource, nullptr, &current));
  current.rlim_cur = soft;
  require_zero("prlimit64", sys::prlimit64(0, resource, &current, nullptr));
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
  const int found = start::wali_get_init_envfile(path, sizeof(path));
  if (found == 0)
    return {};
  require_value("__get_init_envfile", {found}, 1);
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
