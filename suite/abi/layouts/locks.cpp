// flock has 32 bytes, with the type at 0, the origin at 2, the start at 8, the length at 16 and the
// process at 24, in F_SETLK as in the answer of F_GETLK.
// Covers: layouts flock
// Covers: fcntl layout, F_SETLK, F_GETLK
#include "suite/abi/layouts/raw.h"

void test() {
  Fd file = setup::open("file", O_RDWR | O_CREAT);
  setup::seek(file, 0x100000000);
  layouts::Raw<32> lock, found;
  lock.put<int16_t>(0, F_WRLCK).put<int16_t>(2, SEEK_CUR).put<int64_t>(8, 0x23456789).put<int64_t>(16, 0x500000003);
  report("F_SETLK", sys::fcntl(file, F_SETLK, lock));
  report("getpid", sys::getpid());
  setup::in_child([&] {
    found.put<int16_t>(0, F_RDLCK).put<int16_t>(2, SEEK_SET).put<int64_t>(8, 0).put<int64_t>(16, 0);
    report("F_GETLK in a child", sys::fcntl(file, F_GETLK, found));
    report("type and origin", found.bytes(0, 4));
    report("start", Hex{found.get<uint64_t>(8)});
    report("length", Hex{found.get<uint64_t>(16)});
    found.report_field<int32_t>("process", 24);
    found.report_walls();
  });
}
