#include "runners/host/trace/values.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include <algorithm>

namespace wali::host::trace {
namespace {

std::span<const abi::NamedValue> names(const abi::ConstantSet &set) { return {set.begin, set.end}; }

void append_time(std::string &line, const char *fraction_name, int64_t seconds, int64_t fraction) {
  format(line, "{tv_sec=%ld, %s=%ld}", long{seconds}, fraction_name, long{fraction});
}

// A field of characters that may lack its NUL.
template <size_t N> std::string_view text(const char (&field)[N]) {
  return {field, strnlen(field, N)};
}

template <class T> T load(std::string_view bytes, size_t offset) {
  T value;
  memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

void append_unix_address(std::string &line, std::string_view bytes) {
  std::string_view path = bytes.substr(2);
  bool is_abstract = path.starts_with('\0');
  if (!is_abstract)
    path = path.substr(0, path.find('\0'));
  line += is_abstract ? "sun_path=@" : "sun_path=";
  append_quoted(line, is_abstract ? path.substr(1) : path, false);
}

void append_inet_address(std::string &line, std::string_view bytes) {
  auto byte = [&](size_t index) { return static_cast<uint8_t>(bytes[index]); };
  format(line, "sin_port=%u, sin_addr=%u.%u.%u.%u", byte(2) << 8 | byte(3), byte(4), byte(5),
         byte(6), byte(7));
}

void append_inet6_address(std::string &line, std::string_view bytes) {
  auto pair = [&](size_t index) {
    return static_cast<uint8_t>(bytes[index]) << 8 | static_cast<uint8_t>(bytes[index + 1]);
  };
  format(line, "sin6_port=%u, sin6_addr=", pair(2));
  for (size_t index = 8; index < 24; index += 2)
    format(line, index == 8 ? "%x" : ":%x", pair(index));
}

} // namespace

void format(std::string &line, const char *pattern, ...) {
  char piece[201];
  va_list arguments;
  va_start(arguments, pattern);
  int length = vsnprintf(piece, sizeof piece, pattern, arguments);
  va_end(arguments);
  line.append(piece, std::min<size_t>(length, sizeof piece - 1));
}

void append_address(std::string &line, uint64_t address) {
  if (address == 0)
    line += "NULL";
  else
    format(line, "%#lx", static_cast<unsigned long>(address));
}

void append_choice(std::string &line, const abi::ConstantSet &set, uint64_t value) {
  for (const abi::NamedValue &constant : names(set))
    if (constant.value == static_cast<uint32_t>(value)) {
      line += constant.name;
      return;
    }
  format(line, "%d", static_cast<int32_t>(value));
}

void append_flags(std::string &line, const abi::ConstantSet &set, uint64_t value,
                  std::string_view zero) {
  if (value == 0) {
    line += zero;
    return;
  }
  const char *separator = "";
  for (const abi::NamedValue &constant : names(set))
    if (constant.value != 0 && (value & constant.value) == constant.value) {
      line += separator;
      line += constant.name;
      separator = "|";
      value &= ~uint64_t{constant.value};
    }
  if (value != 0)
    format(line, "%s%#lx", separator, static_cast<unsigned long>(value));
}

void append_open_flags(std::string &line, uint32_t flags) {
  static constexpr const char *access_modes[] = {"O_RDONLY", "O_WRONLY", "O_RDWR", "O_ACCMODE"};
  line += access_modes[flags & 3];
  if (flags &= ~3u; flags != 0) {
    line += '|';
    append_flags(line, abi::sets::open_flags, flags);
  }
}

void append_file_mode(std::string &line, uint32_t mode) {
  if (uint32_t type = mode & 0170000; type != 0) {
    append_choice(line, abi::sets::file_type, type);
    line += '|';
  }
  format(line, "%#04o", mode & 07777);
}

void append_signal(std::string &line, int signo) { append_choice(line, abi::sets::signals, signo); }

void append_wait_status(std::string &line, int32_t status) {
  if (WIFEXITED(status))
    format(line, "{exited %d}", WEXITSTATUS(status));
  else if (WIFCONTINUED(status))
    line += "{continued}";
  else {
    line += WIFSTOPPED(status) ? "{stopped " : "{killed ";
    append_signal(line, WIFSTOPPED(status) ? WSTOPSIG(status) : WTERMSIG(status));
    line += WIFSIGNALED(status) && WCOREDUMP(status) ? ", core dumped}" : "}";
  }
}

void append_quoted(std::string &line, std::string_view bytes, bool truncated) {
  line += '"';
  for (size_t index = 0; index < bytes.size(); ++index) {
    auto byte = static_cast<uint8_t>(bytes[index]);
    bool digit_follows =
        index + 1 < bytes.size() && bytes[index + 1] >= '0' && bytes[index + 1] <= '9';
    if (byte == '"' || byte == '\\')
      format(line, "\\%c", byte);
    else if (byte == '\n' || byte == '\t' || byte == '\r')
      line += byte == '\n' ? "\\n" : byte == '\t' ? "\\t" : "\\r";
    else if (byte >= 0x20 && byte < 0x7f)
      line += static_cast<char>(byte);
    else
      format(line, digit_follows ? "\\%03o" : "\\%o", byte);
  }
  line += truncated ? "\"..." : "\"";
}

void append_bits(std::string &line, std::span<const uint64_t> words) {
  line += '[';
  const char *separator = "";
  for (size_t bit = 0; bit < words.size() * 64; ++bit)
    if (words[bit / 64] >> (bit % 64) & 1) {
      format(line, "%s%zu", separator, bit);
      separator = " ";
    }
  line += ']';
}

void append_sockaddr(std::string &line, std::string_view bytes) {
  if (bytes.size() < 2) {
    append_quoted(line, bytes, false);
    return;
  }
  auto family = load<uint16_t>(bytes, 0);
  line += "{sa_family=";
  append_choice(line, abi::sets::address_family, family);
  line += bytes.size() > 2 ? ", " : "";
  if (family == 1)
    append_unix_address(line, bytes);
  else if (family == 2 && bytes.size() >= 8)
    append_inet_address(line, bytes);
  else if (family == 10 && bytes.size() >= 24)
    append_inet6_address(line, bytes);
  else if (family == 16 && bytes.size() >= 12)
    format(line, "nl_pid=%u, nl_groups=%#x", load<uint32_t>(bytes, 4), load<uint32_t>(bytes, 8));
  else if (bytes.size() > 2)
    append_quoted(line, bytes.substr(2), false);
  line += '}';
}

void append(std::string &line, int32_t value) { format(line, "%d", value); }
void append(std::string &line, uint32_t value) { format(line, "%u", value); }

void append(std::string &line, uint64_t sigset) {
  // The complement is shorter when nearly all signals are in the set.
  bool complement = __builtin_popcountll(sigset) > 48;
  line += complement ? "~[" : "[";
  const char *separator = "";
  for (int signo = 1; signo <= 64; ++signo)
    if ((sigset >> (signo - 1) & 1) != (complement ? 1u : 0u)) {
      line += separator;
      append_signal(line, signo);
      separator = " ";
    }
  line += ']';
}

void append(std::string &line, const abi::timespec &value) {
  append_time(line, "tv_nsec", value.tv_sec, value.tv_nsec);
}
void append(std::string &line, const abi::timeval &value) {
  append_time(line, "tv_usec", value.tv_sec, value.tv_usec);
}
void append(std::string &line, const abi::itimerval &value) {
  line += "{it_interval=";
  append(line, value.it_interval);
  line += ", it_value=";
  append(line, value.it_value);
  line += '}';
}
void append(std::string &line, const struct abi::timezone &value) {
  format(line, "{tz_minuteswest=%d, tz_dsttime=%d}", value.tz_minuteswest, value.tz_dsttime);
}

void append(std::string &line, const abi::pollfd &value) {
  format(line, "{fd=%d, events=", value.fd);
  append_flags(line, abi::sets::poll_events, static_cast<uint16_t>(value.events));
  line += ", revents=";
  append_flags(line, abi::sets::poll_events, static_cast<uint16_t>(value.revents));
  line += '}';
}

void append(std::string &line, const abi::epoll_event &value) {
  line += "{events=";
  append_flags(line, abi::sets::epoll_events, value.events);
  format(line, ", data=%#lx}", static_cast<unsigned long>(value.data));
}

void append(std::string &line, const abi::k_sigaction &value) {
  line += "{sa_handler=";
  if (value.handler == 0)
    line += "SIG_DFL";
  else if (value.handler == static_cast<uint32_t>(-2))
    line += "SIG_IGN";
  else
    format(line, "table[%u]", value.handler);
  line += ", sa_mask=";
  append(line, uint64_t{value.mask});
  line += ", sa_flags=";
  append_flags(line, abi::sets::sigaction_flags, value.flags);
  line += '}';
}

void append(std::string &line, const struct abi::stack &value) {
  format(line, "{ss_sp=%#x, ss_flags=", value.ss_sp.address);
  append_flags(line, abi::sets::sigaltstack_flags, static_cast<uint32_t>(value.ss_flags));
  format(line, ", ss_size=%u}", value.ss_size);
}

void append(std::string &line, const struct abi::stat &value) {
  line += "{st_mode=";
  append_file_mode(line, value.st_mode);
  format(line, ", st_ino=%lu, st_nlink=%lu, st_uid=%u, st_gid=%u, st_size=%ld, ...}",
         static_cast<unsigned long>(value.st_ino), static_cast<unsigned long>(value.st_nlink),
         value.st_uid, value.st_gid, long{value.st_size});
}

void append(std::string &line, const struct abi::statx &value) {
  line += "{stx_mask=";
  append_flags(line, abi::sets::statx_mask, value.stx_mask);
  line += ", stx_mode=";
  append_file_mode(line, value.stx_mode);
  format(line, ", stx_nlink=%u, stx_uid=%u, stx_gid=%u, stx_size=%lu, ...}", value.stx_nlink,
         value.stx_uid, value.stx_gid, static_cast<unsigned long>(value.stx_size));
}

void append(std::string &line, const struct abi::statfs &value) {
  format(line, "{f_type=%#lx, f_bsize=%lu, f_blocks=%lu, f_bfree=%lu, f_namelen=%lu, ...}",
         static_cast<unsigned long>(value.f_type), static_cast<unsigned long>(value.f_bsize),
         static_cast<unsigned long>(value.f_blocks), static_cast<unsigned long>(value.f_bfree),
         static_cast<unsigned long>(value.f_namelen));
}

void append(std::string &line, const abi::rlimit &value) {
  auto limit = [&](const char *name, uint64_t number) {
    line += name;
    if (number == ~uint64_t{0})
      line += "RLIM_INFINITY";
    else
      format(line, "%lu", static_cast<unsigned long>(number));
  };
  limit("{rlim_cur=", value.rlim_cur);
  limit(", rlim_max=", value.rlim_max);
  line += '}';
}

void append(std::string &line, const abi::rusage &value) {
  line += "{ru_utime=";
  append(line, value.ru_utime);
  line += ", ru_stime=";
  append(line, value.ru_stime);
  format(line, ", ru_maxrss=%ld, ...}", long{value.ru_maxrss});
}

void append(std::string &line, const struct abi::sysinfo &value) {
  format(line, "{uptime=%ld, totalram=%lu, freeram=%lu, procs=%u, mem_unit=%u, ...}",
         long{value.uptime}, static_cast<unsigned long>(value.totalram),
         static_cast<unsigned long>(value.freeram), value.procs, value.mem_unit);
}

void append(std::string &line, const abi::utsname &value) {
  line += "{sysname=";
  append_quoted(line, text(value.sysname), false);
  line += ", nodename=";
  append_quoted(line, text(value.nodename), false);
  line += ", release=";
  append_quoted(line, text(value.release), false);
  line += ", ...}";
}

void append(std::string &line, const abi::utimbuf &value) {
  format(line, "{actime=%ld, modtime=%ld}", long{value.actime}, long{value.modtime});
}

void append(std::string &line, const struct abi::flock &value) {
  line += "{l_type=";
  append_choice(line, abi::sets::lock_type, value.l_type);
  line += ", l_whence=";
  append_choice(line, abi::sets::seek_whence, value.l_whence);
  format(line, ", l_start=%ld, l_len=%ld, l_pid=%d}", long{value.l_start}, long{value.l_len},
         value.l_pid);
}

void append(std::string &line, const abi::f_owner_ex &value) {
  line += "{type=";
  append_choice(line, abi::sets::owner_type, value.type);
  format(line, ", pid=%d}", value.pid);
}

void append(std::string &line, const abi::winsize &value) {
  format(line, "{ws_row=%u, ws_col=%u, ws_xpixel=%u, ws_ypixel=%u}", value.ws_row, value.ws_col,
         value.ws_xpixel, value.ws_ypixel);
}

void append(std::string &line, const abi::termios &value) {
  format(line, "{c_iflag=%#x, c_oflag=%#x, c_cflag=%#x, c_lflag=%#x, ...}", value.c_iflag,
         value.c_oflag, value.c_cflag, value.c_lflag);
}

void append(std::string &line, const abi::ifreq &value) {
  line += "{ifr_name=";
  append_quoted(line, text(value.ifr_name), false);
  line += ", ...}";
}

} // namespace wali::host::trace
