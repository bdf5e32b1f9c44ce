// setsockopt and getsockopt refuse unknown options and levels, short values, wrong
// descriptors and bad addresses.
// Covers: setsockopt ENOPROTOOPT, EINVAL, EBADF, ENOTSOCK, EFAULT
// Covers: getsockopt ENOPROTOOPT, EINVAL, EBADF, ENOTSOCK, EFAULT
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  Pipe pipe = setup::pipe();
  int value = 1;
  uint32_t size = 4, negative = 0x80000000;
  void *bad = setup::bad_address();
  report("set an unknown option", sys::setsockopt(socket, SOL_SOCKET, 9999, &value, 4));
  report("set at an unknown level", sys::setsockopt(socket, 9999, SO_REUSEADDR, &value, 4));
  report("set from two bytes", sys::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &value, 2));
  report("set from three bytes", sys::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &value, 3));
  report("set from -1 bytes", sys::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &value, 0xffffffff));
  const int ttl = 256;
  report("set a TTL of 256", sys::setsockopt(socket, SOL_IP, IP_TTL, &ttl, 4));
  report("set on a closed descriptor", sys::setsockopt(1000, SOL_SOCKET, SO_REUSEADDR, &value, 4));
  report("set on no socket", sys::setsockopt(pipe.read, SOL_SOCKET, SO_REUSEADDR, &value, 4));
  report("set from a bad address", sys::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, bad, 4));
  report("get an unknown option", sys::getsockopt(socket, SOL_SOCKET, 9999, &value, &size));
  report("its length", size);
  report("get at an unknown level", sys::getsockopt(socket, 9999, SO_REUSEADDR, &value, &size));
  report("get with a negative length", sys::getsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &value, &negative));
  report("get of a closed descriptor", sys::getsockopt(1000, SOL_SOCKET, SO_REUSEADDR, &value, &size));
  report("get of no socket", sys::getsockopt(pipe.read, SOL_SOCKET, SO_REUSEADDR, &value, &size));
  report("get to a bad address", sys::getsockopt(socket, SOL_SOCKET, SO_REUSEADDR, bad, &size));
  report("get with a bad length",
         sys::getsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &value, static_cast<uint32_t *>(bad)));
  report("value", value);
}
