// Addresses of 2 GiB and more work like any others: for buffers, structures, paths and nested
// pointers, up to the last byte of memory.
// Covers: pointers above 2 GiB, last byte
// Covers: mmap MAP_FIXED
// REQUIRES: memory-4g
#include "wali/test.h"

void test() {
  for (uintptr_t address : {0x80000000u, 0x80010000u, 0xc0000000u, 0xfffe0000u}) {
    auto *page = reinterpret_cast<uint8_t *>(address);
    Result mapped = sys::mmap(page, 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    report("mmap", Hex{static_cast<uint64_t>(mapped.value)});
    auto *path = reinterpret_cast<char *>(page + 65531);
    __builtin_memcpy(path, "file", 5);
    Fd file(setup::require_fd("open", sys::open(path, O_RDWR | O_CREAT, 0600)));
    report("pwrite64 of a path", sys::pwrite64(file, path, 5, 0));
    auto *vector = reinterpret_cast<iovec *>(page + 1024);
    vector[0] = {page + 2048, 2};
    vector[1] = {page + 3000, 3};
    report("readv", sys::readv(file, vector, 2));
    report("first buffer", Text(page + 2048, 2));
    report("second buffer", Text(page + 3000, 3));
    auto *status = reinterpret_cast<struct stat *>(page + 65536 - sizeof(struct stat));
    report("fstat into the last bytes", sys::fstat(file, status));
    report("st_size", status->st_size);
    auto *time = reinterpret_cast<timespec *>(page);
    time->tv_sec = -1;
    report("clock_gettime", sys::clock_gettime(CLOCK_REALTIME, time));
    report("tv_sec compared with 0", compared(time->tv_sec, int64_t{0}));
    setup::unlink("file");
  }
}
