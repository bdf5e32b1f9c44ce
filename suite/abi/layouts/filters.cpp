// sock_fprog has the number of instructions at 0 and their address at 4. Each has 8 bytes: the code
// at 0, the jumps at 2 and 3, and the operand at 4.
// Covers: layouts sock_fprog, sock_filter
// Covers: setsockopt layout, SO_ATTACH_FILTER
#include "suite/abi/layouts/raw.h"

void test() {
  SocketPair pair = setup::socketpair(SOCK_DGRAM);
  // Loads the first byte, jumps by one if it is `b`, and takes nothing or all.
  layouts::Raw<32> program;
  program.put<uint16_t>(0, 0x30).put<uint16_t>(2, 0).put<uint32_t>(4, 0);
  program.put<uint16_t>(8, 0x15).put<uint8_t>(10, 1).put<uint8_t>(11, 0).put<uint32_t>(12, 'b');
  program.put<uint16_t>(16, 0x06).put<uint16_t>(18, 0).put<uint32_t>(20, 0);
  program.put<uint16_t>(24, 0x06).put<uint16_t>(26, 0).put<uint32_t>(28, 0xffffffff);
  layouts::Raw<layouts::wide(8, 16)> filter;
  filter.put<uint16_t>(0, 4).put(layouts::wide(4, 8), static_cast<uintptr_t>(uint64_t{program}));
  report("setsockopt", sys::setsockopt(pair.second, SOL_SOCKET, SO_ATTACH_FILTER, filter, layouts::wide(8, 16)));
  for (const char *text : {"abc", "bcd", "cde"})
    setup::require_value("write", sys::write(pair.first, text, 3), 3);
  char bytes[4];
  report("read", sys::read(pair.second, bytes, 4));
  report("bytes", Text(bytes, 3));
  setup::set_status_flags(pair.second, O_NONBLOCK);
  report("read of another", sys::read(pair.second, bytes, 4));
}
