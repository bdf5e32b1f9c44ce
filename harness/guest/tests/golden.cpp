// Prints one of everything that a program can print; golden.txt holds the exact
// bytes, for the guest's build and the oracle's alike.
#include "wali/test.h"

namespace {

void numbers() {
  report("int", -7);
  report("unsigned", 4294967295u);
  report("int64_t", INT64_MIN);
  report("uint64_t", UINT64_MAX);
  report("hexadecimal", Hex{0xdeadbeefcafe});
  report("octal", Octal{0755});
  report("result", Result{42});
  report("error", Result{-EEXIST});
  report("error without a name", Result{-4095});
  report("no error", Result{-4096});
  report("positive errno", Result{EEXIST});
  report("cut to 32 bits", Result{4294967279});
}

void strings() {
  report("string", "plain");
  report("blanks", "one two  three   ");
  report("controls", Text("\0\t\n\r\x1b\x7f", 6));
  report("high bytes", "\x80\xff");
  report("quotes", "say \"no\" \\ then");
  report("empty", "");
  report(label("label ", 3, " of ", 4u), label("value ", Hex{255}));
  Line line;
  for (int i = 0; i < 200; ++i)
    line << "1234567890";
  report("cut", line.text().size);
}

void names() {
  report("flags", Flags{abi::sets::open_flags, O_RDWR | O_CREAT | O_CLOEXEC});
  report("combined flag", Flags{abi::sets::open_flags, O_SYNC});
  report("unknown flags", Flags{abi::sets::at_flags, 0x80000100});
  report("no flags", Flags{abi::sets::open_flags, 0});
  report("choice", Choice{abi::sets::rusage_who, RUSAGE_CHILDREN});
  report("unknown choice", Choice{abi::sets::seek_whence, 77});
  report("wide choice", Choice{abi::sets::seek_whence, int64_t{1} << 32});
  report("signal", Signal{SIGTERM});
  report("real-time signal", Signal{34});
  report("set", SignalSet{signal_bit(SIGHUP) | signal_bit(64)});
  report("empty set", SignalSet{0});
  report("exited", WaitStatus{7 << 8});
  report("killed", WaitStatus{SIGKILL});
  report("killed with a core", WaitStatus{SIGSEGV | 0x80});
  report("stopped", WaitStatus{SIGTSTP << 8 | 0x7f});
  report("continued", WaitStatus{0xffff});
  report("odd status", WaitStatus{0x10000});
  report("mode", FileMode{S_IFDIR | S_ISVTX | 0777});
  report("less", compared(1, 2));
  report("equal", compared(2, 2));
  report("greater", compared(3, 2));
}

void structures() {
  struct stat status = {1, 2, 3, S_IFLNK | 0777, 4, 5, 0, 6, -7, 8, 9, {10, 11}, {-12, 13}, {14, 999999999}, {}};
  report("stat", status);
  struct statx extended = {};
  extended.stx_mask = STATX_BASIC_STATS | STATX_BTIME;
  extended.stx_mode = S_IFREG | 0600;
  extended.stx_btime = {5, 6, 0};
  extended.stx_attributes = STATX_ATTR_APPEND;
  report("statx", extended);
  struct statfs fs = {0xef53, 1, 2, 3, 4, 5, 6, {7, -1}, 8, 9, ST_NOSUID | ST_VALID, {}};
  report("statfs", fs);
  report("timespec", timespec{3, 4});
  report("negative timespec", timespec{-3, -1});
  report("timeval", timeval{3, 4});
  report("itimerval", itimerval{{1, 2}, {3, 4}});
  report("rlimit", rlimit{10, RLIM_INFINITY});
  report("flock", flock{F_WRLCK, SEEK_END, 0, int64_t{1} << 40, -1, 9, 0});
  report("f_owner_ex", f_owner_ex{F_OWNER_PGRP, 12});
  report("pollfd", pollfd{3, POLLIN | POLLOUT, POLLNVAL});
  report("epoll_event", epoll_event{EPOLLIN | EPOLLET, 0x1122334455667788});
  report("sockaddr_in", setup::loopback(8080));
  report("sockaddr_in6", sockaddr_in6{AF_INET6, 0x5000, 1, {0x20, 1, 0xd, 0xb8}, 2});
  report("stack", (struct stack){nullptr, SS_DISABLE, 8192});
  report("action", setup::action(SIG_IGN, SA_RESTART, signal_bit(SIGINT)));
  report("action's handler", setup::action([](int) {}));
  report("winsize", winsize{24, 80, 640, 480});
}

void guards() {
  Guarded<uint32_t> guarded;
  report_walls("walls", guarded);
  report_poison("poison", guarded);
  *guarded = 0xa5a500a5;
  report_poison("poison after a write", guarded);
  (&guarded)[1] = 0;
  report_walls("walls after a write behind", guarded);
  guarded.fill();
  (&guarded)[-1] = 1;
  report_walls("walls after a write before", guarded);
}

} // namespace

void test() {
  numbers();
  strings();
  names();
  structures();
  guards();
}
