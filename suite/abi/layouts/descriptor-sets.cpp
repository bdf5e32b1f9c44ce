// Descriptor N is bit N modulo 8 of byte N / 8 of a set, as far as byte 127. select writes whole
// words of 8 bytes, and pselect6 finds its mask by the 16 bytes of its last argument.
// Covers: layouts fd_set, pselect6_mask
// Covers: select layout
// Covers: pselect6 layout
// REQUIRES: open-files-4k
#include "suite/abi/layouts/raw.h"

void test() {
  Pipe pipe = setup::pipe();
  for (int fd : {17, 1016, 1023})
    setup::require_value("dup2", sys::dup2(pipe.write, fd), fd);
  auto set = layouts::Raw<128>::zeros();
  set.put<uint8_t>(2, 2).put<uint8_t>(127, 0x81);
  layouts::Raw<16> none = layouts::Raw<16>::zeros();
  report("select", sys::select(1024, nullptr, set, nullptr, none));
  report("bytes 0 to 7", set.bytes(0, 8));
  report("bytes 120 to 127", set.bytes(120, 8));
  set.put<uint64_t>(0, ~uint64_t{0} & 0x20000).put<uint64_t>(8, ~uint64_t{0});
  report("select of 18", sys::select(18, nullptr, set, nullptr, none));
  report("bytes 0 to 15", set.bytes(0, 16));
  set.report_walls();
  setup::on_signal(SIGUSR2, [](int) {});
  setup::block(SIGUSR2);
  setup::require_zero("kill", sys::kill(sys::getpid().pid(), SIGUSR2));
  auto mask = layouts::Raw<8>::zeros();
  layouts::Raw<16> argument;
  argument.put<uint64_t>(0, mask).put<uint64_t>(8, 8);
  report("pselect6", sys::pselect6(0, nullptr, nullptr, nullptr, nullptr, argument));
}
