// SIOCGIFCONF fills the buffer that its structure points to with entries of 40 bytes, as many as fit, and gives their
// size. Without a buffer it gives the size needed.
// Covers: ioctl SIOCGIFCONF, nested pointer
#include "wali/test.h"

void test() {
  Fd socket = setup::socket(AF_INET, SOCK_DGRAM);

  Guarded<ifreq[16]> entries;
  Guarded<ifconf> list;
  *list = {sizeof(ifreq[16]), *&entries};
  report("buffer", Hex{reinterpret_cast<uintptr_t>(list->ifc_buf)});
  report("SIOCGIFCONF", sys::ioctl(socket, SIOCGIFCONF, &list));
  report_walls("walls of the structure", list);
  report_walls("walls of the entries", entries);
  int size = list->ifc_len;
  report("size", size);
  report("size modulo 40", size % 40);
  report("buffer", Hex{reinterpret_cast<uintptr_t>(list->ifc_buf)});
  report("first name", Text((*entries)[0].ifr_name));
  report("first address", reinterpret_cast<const sockaddr_in &>((*entries)[0].ifr_addr));
  report_poison("behind the last entry", reinterpret_cast<uint8_t *>(&entries) + size,
                sizeof(ifreq[16]) - static_cast<size_t>(size));
  *list = {0, nullptr};
  report("SIOCGIFCONF without buffer", sys::ioctl(socket, SIOCGIFCONF, &list));
  report("size", list->ifc_len);
  entries.fill();
  *list = {39, *&entries};
  report("SIOCGIFCONF with 39 bytes", sys::ioctl(socket, SIOCGIFCONF, &list));
  report("size", list->ifc_len);
  report_poison("entries", entries);
  *list = {400, setup::bad_address()};
  report("SIOCGIFCONF with a bad buffer", sys::ioctl(socket, SIOCGIFCONF, &list));
}
