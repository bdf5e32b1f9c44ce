// A signal set has 8 bytes. Signal N is bit (N-1) modulo 8 of byte (N-1) / 8, in and out.
// Covers: layouts signal set
// Covers: rt_sigprocmask layout
// Covers: rt_sigpending layout
#include "suite/abi/layouts/raw.h"

void test() {
  auto set = layouts::Raw<8>::zeros();
  layouts::Raw<8> old, pending;
  set.put<uint8_t>(0, 1).put<uint8_t>(1, 0x0a).put<uint8_t>(4, 2).put<uint8_t>(7, 0x80);
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_SETMASK, set, nullptr, 8));
  for (int signo : {SIGHUP, SIGUSR1, SIGUSR2, 34, 64})
    report(label("kill with ", signo), sys::kill(sys::getpid().pid(), signo));
  report("rt_sigpending", sys::rt_sigpending(pending, 8));
  report("pending", pending.bytes(0, 8));
  report("rt_sigprocmask", sys::rt_sigprocmask(SIG_BLOCK, nullptr, old, 8));
  report("mask", old.bytes(0, 8));
  pending.report_walls();
  old.report_walls();
}
