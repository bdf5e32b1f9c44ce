// TCP_MAXSEG is between 88 and 32767, or 0 for the usual size.
// Covers: setsockopt TCP_MAXSEG, EINVAL
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_STREAM);
  for (int size : {88, 87, 10, 32767, 32768, 75000, 0, -1})
    report(label("setsockopt TCP_MAXSEG ", size), sys::setsockopt(socket, SOL_TCP, TCP_MAXSEG, &size, sizeof(size)));
}
