#include "wali/report.h"

namespace wali {
namespace {

// Writes all of it, whatever signals arrive meanwhile. There is nobody to tell
// if standard output fails: the missing line tells.
void write_out(Text text) {
  while (text.size > 0) {
    Result result = uninterrupted([&] { return sys::write(1, text.data, text.size); });
    if (result.value > 0 && static_cast<size_t>(result.value) <= text.size)
      text = text.part(result.size());
    else if (result.value != -EAGAIN)
      return;
  }
}

template <class... Parts> void say(const Name &name, const Parts &...parts) {
  Line line;
  line << name.text << " = ";
  (line << ... << parts);
  line << "\n";
  write_out(line.text());
}

// `name.field`, for structures.
struct Fields {
  Text prefix;

  template <class T> void operator()(const char *field, const T &value) const {
    report(label(prefix, ".", field), value);
  }
};

struct Zeroed {
  int64_t value;
  int digits;
};
Line &operator<<(Line &line, Zeroed number) {
  int64_t limit = 1;
  for (int i = 1; i < number.digits; ++i)
    limit *= 10;
  for (; number.value >= 0 && number.value < limit && limit > 1; limit /= 10)
    line << "0";
  return line << number.value;
}

uint16_t from_network(uint16_t value) { return static_cast<uint16_t>(value << 8 | value >> 8); }

} // namespace

void report(const Name &name, Result result) { say(name, Errno{result.value}); }
void report(const Name &name, Text bytes) { say(name, Quoted{bytes}); }
void report(const Name &name, const char *string) { say(name, Quoted{string}); }
void report(const Name &name, const Line &value) { say(name, value.text()); }
void report(const Name &name, int64_t number) { say(name, number); }
void report(const Name &name, uint64_t number) { say(name, number); }
void report(const Name &name, Hex hex) { say(name, hex); }
void report(const Name &name, Octal octal) { say(name, octal); }
void report(const Name &name, Flags flags) { say(name, flags); }
void report(const Name &name, Choice choice) { say(name, choice); }
void report(const Name &name, Signal signal) { say(name, signal); }

void report(const Name &name, WaitStatus status) {
  int low = status.value & 0x7f, high = status.value >> 8 & 0xff;
  if (status.value == 0xffff)
    say(name, "continued");
  else if ((status.value & 0xff) == 0x7f)
    say(name, "stopped ", Signal{high});
  else if (status.value & ~0xffff)
    say(name, Hex{static_cast<uint32_t>(status.value)});
  else if (low == 0)
    say(name, "exited ", high, status.value & 0x80 ? " with core bit" : "");
  else
    say(name, "killed ", Signal{low}); // whether a core was dumped is the machine's business
}

void report(const Name &name, FileMode mode) {
  say(name, Choice{abi::sets::file_type, mode.value & S_IFMT}, "|", Octal{mode.value & ~S_IFMT});
}

Compared compared(timespec value, timespec reference) {
  return value.tv_sec != reference.tv_sec ? compared(value.tv_sec, reference.tv_sec)
                                          : compared(value.tv_nsec, reference.tv_nsec);
}

void report(const Name &name, Compared comparison) {
  say(name, comparison.order < 0 ? "less" : comparison.order > 0 ? "greater" : "equal");
}

void report(const Name &name, const timespec &value) { say(name, value.tv_sec, ".", Zeroed{value.tv_nsec, 9}); }
void report(const Name &name, const timeval &value) { say(name, value.tv_sec, ".", Zeroed{value.tv_usec, 6}); }
void report(const Name &name, const rlimit &value) {
  auto limit = [](uint64_t number) { return number == RLIM_INFINITY ? label("RLIM_INFINITY") : label(number); };
  say(name, "cur ", limit(value.rlim_cur).text(), " max ", limit(value.rlim_max).text());
}

void report(const Name &name, const itimerval &value) {
  Fields field{name.text};
  field("it_interval", value.it_interval);
  field("it_value", value.it_value);
}

void report(const Name &name, const struct stat &value) {
  Fields field{name.text};
  field("st_dev", value.st_dev);
  field("st_ino", value.st_ino);
  field("st_nlink", value.st_nlink);
  field("st_mode", FileMode{value.st_mode});
  field("st_uid", value.st_uid);
  field("st_gid", value.st_gid);
  field("st_rdev", value.st_rdev);
  field("st_size", value.st_size);
  field("st_blksize", value.st_blksize);
  field("st_blocks", value.st_blocks);
  field("st_atim", value.st_atim);
  field("st_mtim", value.st_mtim);
  field("st_ctim", value.st_ctim);
}

void report(const Name &name, const struct statx &value) {
  Fields field{name.text};
  auto time = [&](const char *what, const statx_timestamp &stamp) {
    field(what, timespec{stamp.tv_sec, stamp.tv_nsec});
  };
  field("stx_mask", Flags{abi::sets::statx_mask, value.stx_mask});
  field("stx_blksize", value.stx_blksize);
  field("stx_attributes", Flags{abi::sets::statx_attributes, value.stx_attributes});
  field("stx_nlink", value.stx_nlink);
  field("stx_uid", value.stx_uid);
  field("stx_gid", value.stx_gid);
  field("stx_mode", FileMode{value.stx_mode});
  field("stx_ino", value.stx_ino);
  field("stx_size", value.stx_size);
  field("stx_blocks", value.stx_blocks);
  field("stx_attributes_mask", Hex{value.stx_attributes_mask});
  time("stx_atime", value.stx_atime);
  time("stx_btime", value.stx_btime);
  time("stx_ctime", value.stx_ctime);
  time("stx_mtime", value.stx_mtime);
  field("stx_rdev_major", value.stx_rdev_major);
  field("stx_rdev_minor", value.stx_rdev_minor);
  field("stx_dev_major", value.stx_dev_major);
  field("stx_dev_minor", value.stx_dev_minor);
}

void report(const Name &name, const struct statfs &value) {
  Fields field{name.text};
  field("f_type", Hex{value.f_type});
  field("f_bsize", value.f_bsize);
  field("f_blocks", value.f_blocks);
  field("f_bfree", value.f_bfree);
  field("f_bavail", value.f_bavail);
  field("f_files", value.f_files);
  field("f_ffree", value.f_ffree);
  field("f_fsid", label(Hex{static_cast<uint32_t>(value.f_fsid[0])}, " ", Hex{static_cast<uint32_t>(value.f_fsid[1])}));
  field("f_namelen", value.f_namelen);
  field("f_frsize", value.f_frsize);
  field("f_flags", Flags{abi::sets::mount_flags, value.f_flags});
}

void report(const Name &name, const flock &value) {
  Fields field{name.text};
  field("l_type", Choice{abi::sets::lock_type, value.l_type});
  field("l_whence", Choice{abi::sets::seek_whence, value.l_whence});
  field("l_start", value.l_start);
  field("l_len", value.l_len);
  field("l_pid", value.l_pid);
}

void report(const Name &name, const f_owner_ex &value) {
  say(name, Choice{abi::sets::owner_type, value.type}, " ", value.pid);
}

void report(const Name &name, const pollfd &value) {
  say(name, "fd ", value.fd, " events ", Flags{abi::sets::poll_events, static_cast<uint16_t>(value.events)},
      " revents ", Flags{abi::sets::poll_events, static_cast<uint16_t>(value.revents)});
}

void report(const Name &name, const epoll_event &value) {
  say(name, Flags{abi::sets::epoll_events, value.events}, " data ", Hex{value.data});
}

void report(const Name &name, const sockaddr_in &value) {
  auto byte = [&](int index) { return reinterpret_cast<const uint8_t *>(&value.sin_addr)[index]; };
  say(name, Choice{abi::sets::address_family, value.sin_family}, " ", byte(0), ".", byte(1), ".", byte(2), ".", byte(3),
      ":", from_network(value.sin_port));
}

void report(const Name &name, const sockaddr_in6 &value) {
  Line address;
  for (int i = 0; i < 16; i += 2)
    address << (i ? ":" : "") << Hex{uint64_t{value.sin6_addr[i]} << 8 | value.sin6_addr[i + 1]};
  say(name, Choice{abi::sets::address_family, value.sin6_family}, " [", address.text(),
      "]:", from_network(value.sin6_port), " flow ", value.sin6_flowinfo, " scope ", value.sin6_scope_id);
}

void report(const Name &name, const struct stack &value) {
  say(name, "flags ", Flags{abi::sets::sigaltstack_flags, static_cast<uint32_t>(value.ss_flags)}, " size ",
      value.ss_size);
}

void report(const Name &name, const k_sigaction &value) {
  Fields field{name.text};
  uintptr_t handler = value.handler;
  field("handler", handler == SIG_DFL ? label("SIG_DFL") : handler == SIG_IGN ? label("SIG_IGN") : label("function"));
  field("flags", Flags{abi::sets::sigaction_flags, value.flags & ~uint64_t{SA_RESTORER}});
  field("mask", SignalSet{value.mask});
}

void report(const Name &name, const winsize &value) {
  say(name, value.ws_row, " rows ", value.ws_col, " columns ", value.ws_xpixel, " x ", value.ws_ypixel, " pixels");
}

void report(const Name &name, SignalSet set) {
  Line line;
  for (int signo = 1; signo <= NSIG; ++signo)
    if (set.value & signal_bit(signo))
      line << (line.text().size ? "|" : "") << Signal{signo};
  report(name, line.text().size ? line : label("0"));
}

void report_walls(const Name &name, const uint8_t *all, size_t wall, size_t value_size) {
  for (size_t i = 0; i < 2 * wall + value_size; ++i)
    if ((i < wall || i >= wall + value_size) && all[i] != poison)
      return say(name, "byte ", static_cast<int64_t>(i) - static_cast<int64_t>(wall), " is ", Hex{all[i]});
  say(name, "intact");
}

void report_poison(const Name &name, const void *bytes, size_t size) {
  for (size_t i = 0; i < size; ++i)
    if (uint8_t byte = static_cast<const uint8_t *>(bytes)[i]; byte != poison)
      return say(name, "byte ", static_cast<uint64_t>(i), " is ", Hex{byte});
  say(name, "untouched");
}

void leave(int status) {
  start::wali_proc_exit(status);
  // It came back, as it does where it only notes the status for the end of _start.
  // A forked child that went on from here would be the program a second time.
  sys::exit_group(status);
  __builtin_trap();
}

void blocked(Text call, Result result) {
  Line line;
  line << "blocked: " << call << " = " << Errno{result.value} << "\n";
  write_out(line.text());
  leave(blocked_status);
}

} // namespace wali
