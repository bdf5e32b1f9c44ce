// sigaction has 24 bytes, packed: the handler at 0, the flags at 4, the restorer at 12 and the mask
// at 16, in and out.
// Covers: layouts k_sigaction
// Covers: rt_sigaction layout
#include "suite/abi/layouts/raw.h"

namespace {

constexpr size_t flags = layouts::wide(4, 8), restorer = layouts::wide(12, 16), mask = layouts::wide(16, 24);

using Action = layouts::Raw<layouts::wide(24, 32)>;

int signo;

void handler(int number) { signo = number; }

} // namespace

void test() {
  const k_sigaction made = setup::action(handler); // for its restorer, which the oracle needs
  Action set, got;
  set.put(0, reinterpret_cast<uintptr_t>(handler)).put<uint64_t>(flags, made.flags | SA_NODEFER | SA_RESTART);
  set.put(restorer, made.restorer).put<uint64_t>(mask, 0x8000000000000201);
  report("rt_sigaction", sys::rt_sigaction(SIGUSR2, set, nullptr, 8));
  report("rt_sigaction, asked", sys::rt_sigaction(SIGUSR2, nullptr, got, 8));
  report("bytes of the handler that differ", differing_bytes(got.at(0), set.at(0), sizeof(uintptr_t)));
  report("flags", Flags{sets::sigaction_flags, got.get<uint64_t>(flags) & ~uint64_t{SA_RESTORER}});
  report("mask", SignalSet{got.get<uint64_t>(mask)});
  got.report_walls();
  report("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  report("signal of the handler", signo);
}
