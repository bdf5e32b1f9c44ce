// What an operation of sequence.cpp makes of its seven bytes: descriptors, paths,
// buffers and numbers, of which a few make sense and a few do not. Whatever the
// bytes are, the same ones give the same operands natively and on an engine.
#pragma once

#include "wali/test.h"

namespace wali::fuzz {

struct Buffer {
  uint8_t *address;
  uint32_t size;
  const char *kind;
};

// Bytes for calls to read and write.
inline uint8_t scratch[65536];

// An address where nothing is. Natively not one of the kernel's, which some calls
// refuse before they look at anything else.
inline void *bad() {
#ifdef __wasm32__
  return setup::bad_address();
#else
  static uint8_t *const nothing = setup::map(65536, PROT_NONE);
  return nothing;
#endif
}

class Operands {
public:
  explicit Operands(const uint8_t *bytes) : bytes(bytes) {}

  uint32_t byte() { return at < 7 ? bytes[at++] : 0; }

  template <class T, size_t count> T pick(const T (&values)[count]) { return values[byte() % count]; }

  // Mostly one from `low` to `high`, which suit the call; else another that is open,
  // and sometimes one that nobody has.
  int fd(int low = 3, int high = 11) {
    const uint32_t b = byte(), kind = b % 16, which = b / 16;
    if (kind >= 14)
      return kind == 15 ? -1 : 1000;
    return kind >= 10 ? static_cast<int>(3 + which % 13) : low + static_cast<int>(which) % (high - low + 1);
  }
  int file() { return fd(3, 3); }
  int socket() { return fd(6, 9); }
  int epoll() { return fd(10, 10); }

  int directory() {
    const uint32_t b = byte();
    return b % 4 ? AT_FDCWD : static_cast<int>(3 + b / 4 % 10);
  }

  const char *path() {
    static const char *const paths[] = {"a",   "b", "c",  "d", "d/a", "d/b",  "e", "l", "m",
                                        "l/a", "",  "a/", ".", "d/.", "no/a", "a", "b", "d"};
    const uint32_t b = byte();
    if (b == 255)
      return static_cast<const char *>(bad());
    if (b == 254)
      return setup::name_of(256);
    if (b == 253)
      return setup::at_the_end("a");
    return paths[b % (sizeof(paths) / sizeof(paths[0]))];
  }

  uint32_t size() {
    const uint32_t sizes[] = {0, 1, 5, 16, 100, 1000, 4096, 10000};
    return pick(sizes);
  }

  int64_t offset() {
    const int64_t offsets[] = {0, 1, 5, 100, 4095, 4096, -1, -100, int64_t{1} << 32, 0x7fffffffffffffff};
    return pick(offsets);
  }

  // Ordinary, out of range, or the last bytes of memory: then, if asked for,
  // longer than there are.
  Buffer buffer() {
    const uint32_t b = byte(), wanted = size();
    if (b % 16 == 15)
      return {static_cast<uint8_t *>(bad()), wanted, "bad"};
    if (b % 16 >= 13 && wanted > 0 && wanted <= 4096) {
      const uint32_t there = b % 16 == 13 ? wanted : (wanted + 1) / 2;
      return {setup::last_bytes(there), wanted, b % 16 == 13 ? "last" : "straddling"};
    }
    return {scratch, wanted, "ordinary"};
  }

  int signal() {
    const int signals[] = {SIGUSR1, SIGUSR2, SIGWINCH, SIGCHLD, SIGTERM, SIGCONT, SIGURG, SIGPIPE,
                           SIGSEGV, SIGFPE,  34,       64,      SIGKILL, SIGXFSZ, 0,      65};
    return pick(signals);
  }

  sigset set() {
    const uint32_t b = byte();
    sigset mask = 0;
    const int signals[] = {SIGUSR1, SIGUSR2, SIGWINCH, SIGCHLD, SIGTERM, SIGSEGV, 34, 64};
    for (int bit = 0; bit < 8; ++bit)
      if (b & (1u << bit))
        mask |= signal_bit(signals[bit]);
    return mask;
  }

private:
  const uint8_t *bytes;
  int at = 0;
};

inline Line &operator<<(Line &line, const Buffer &buffer) { return line << buffer.kind << "[" << buffer.size << "]"; }

// A path as it is printed: one that cannot be read by its kind.
struct Path {
  const char *path;
};
inline Line &operator<<(Line &line, Path path) {
  return path.path == bad() ? line << "bad" : line << Quoted{Text(path.path).part(0, 20)};
}

// Prints `name(operands) = result`.
template <class... Parts> void say(const char *name, Result result, const Parts &...parts) {
  Line line;
  line << name << "(";
  bool first = true;
  ((line << (first ? "" : ", ") << parts, first = false), ...);
  line << ")";
  report(line, result);
}

// Of `size` bytes: what stands for them in a transcript.
inline uint64_t digest(const void *data, size_t size) {
  uint64_t value = 14695981039346656037u;
  for (size_t i = 0; i < size; ++i)
    value = (value ^ static_cast<const uint8_t *>(data)[i]) * 1099511628211u;
  return value;
}
inline void report_bytes(const Buffer &buffer, Result result) {
  if (result.ok() && result.value > 0)
    report("  bytes", Hex{digest(buffer.address, result.size())});
}

} // namespace wali::fuzz
