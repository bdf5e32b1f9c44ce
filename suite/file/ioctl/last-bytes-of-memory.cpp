// The structures that requests point to may end where memory ends, not beyond.
// Covers: ioctl last valid byte, EFAULT
#include "wali/test.h"

namespace {

// The last `size` bytes before the end of memory.
uint8_t *last_bytes(size_t size) {
#ifdef __wasm32__
  __builtin_wasm_memory_grow(0, 1);
  return reinterpret_cast<uint8_t *>(__builtin_wasm_memory_size(0) * 65536 - size);
#else
  uint8_t *pages = setup::map(8192);
  setup::require("munmap", sys::munmap(pages + 4096, 4096));
  return pages + 4096 - size;
#endif
}

struct Terminal {
  Fd master, slave;
};

// A pseudo-terminal of its own, nobody's controlling terminal.
Terminal terminal() {
  Fd master = setup::open("/dev/ptmx", O_RDWR | O_NOCTTY);
  int locked = 0;
  setup::require("ioctl", sys::ioctl(master, TIOCSPTLCK, &locked));
  int64_t slave = setup::require("ioctl", sys::ioctl(master, TIOCGPTPEER, reinterpret_cast<void *>(O_RDWR | O_NOCTTY)));
  return {static_cast<Fd &&>(master), Fd(static_cast<int>(slave))};
}

} // namespace

void test() {
  Pipe pipe = setup::pipe();
  setup::write_all(pipe.write, "four");
  Terminal tty = terminal();
  Fd socket(static_cast<int>(setup::require("socket", sys::socket(AF_INET, SOCK_DGRAM, 0))));

  uint8_t *end = last_bytes(0);
  report("FIONREAD", sys::ioctl(pipe.read, FIONREAD, end - 4));
  report("count", Text(end - 4, 4));
  report("FIONREAD that leaves memory", sys::ioctl(pipe.read, FIONREAD, end - 3));
  report("TCGETS", sys::ioctl(tty.slave, TCGETS, end - 36));
  report("TCSETS", sys::ioctl(tty.slave, TCSETS, end - 36));
  report("TCGETS that leaves memory", sys::ioctl(tty.slave, TCGETS, end - 35));
  report("TIOCGWINSZ", sys::ioctl(tty.slave, TIOCGWINSZ, end - 8));
  report("TIOCGWINSZ that leaves memory", sys::ioctl(tty.slave, TIOCGWINSZ, end - 7));
  __builtin_memcpy(end - 40, "lo", 3);
  report("SIOCGIFFLAGS", sys::ioctl(socket, SIOCGIFFLAGS, end - 40));
  __builtin_memcpy(end - 39, "lo", 3);
  report("SIOCGIFFLAGS that leaves memory", sys::ioctl(socket, SIOCGIFFLAGS, end - 39));
}
