// Requests, commands and socket options of every kind, with arguments beyond linear memory, do not
// change the host.
// Covers: numbers ioctl, fcntl, setsockopt, getsockopt
// Oracle: ABI.md, Pointers
#include "suite/containment/containment.h"

namespace {

// Addresses that no guest has.
constexpr uint32_t addresses[] = {0x80000000, 0xc0000000, 0xfffff000, 0xffffffff};

void *at(uint32_t address) { return reinterpret_cast<void *>(uintptr_t{address}); }

} // namespace

void test() {
  report("ioctl", containment::after([] {
           SocketPair pair = setup::socketpair();
           Fd file = setup::open("file", O_RDWR | O_CREAT);
           for (int fd : {int{pair.first}, int{file}})
             for (uint32_t address : addresses)
               for (int type : {0x54, 0x66, 0x89})
                 for (int number = 0; number < 256; ++number)
                   sys::ioctl(fd, type << 8 | number, at(address));
         }));
  report("fcntl", containment::after([] {
           Fd file = setup::open("file", O_RDWR | O_CREAT);
           for (uint32_t address : addresses)
             for (int command : {5, 6, 12, 13, 14, 15, 16, 17, 36, 37, 1029, 1034, 1035, 1036, 1037, 1038, 1039})
               sys::fcntl(file, command, address);
         }));
  report("socket options", containment::after([] {
           Fd fd(sys::socket(AF_INET, SOCK_STREAM, 0).fd());
           for (uint32_t address : addresses)
             for (int level : {SOL_IP, SOL_SOCKET, SOL_TCP, SOL_IPV6})
               for (int option = 0; option < 128; ++option) {
                 uint32_t length = 4096;
                 sys::setsockopt(fd, level, option, at(address), 64);
                 sys::getsockopt(fd, level, option, at(address), &length);
                 sys::getsockopt(fd, level, option, &length, static_cast<uint32_t *>(at(address)));
               }
         }));
}
