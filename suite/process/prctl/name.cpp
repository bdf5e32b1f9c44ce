// PR_SET_NAME cuts a name to 15 bytes, and PR_GET_NAME stores 16 bytes, padded with NULs. A child
// has the name of the thread that forked.
// Covers: prctl PR_SET_NAME, PR_GET_NAME, EFAULT
#include "wali/test.h"

void test() {
  auto address = [](const void *pointer) { return static_cast<uint64_t>(reinterpret_cast<uintptr_t>(pointer)); };
  GuardedBytes<16> name;
  report("set", sys::prctl(PR_SET_NAME, address("short"), 0, 0, 0));
  report("get", sys::prctl(PR_GET_NAME, address(&name), 0, 0, 0));
  report("name", name.bytes());
  report_walls("walls", name);
  report("set a long one", sys::prctl(PR_SET_NAME, address("a name of more than fifteen"), 0, 0, 0));
  report("get it", sys::prctl(PR_GET_NAME, address(&name), 0, 0, 0));
  report("name", name.bytes());
  Fd file = setup::open("/proc/thread-self/comm", O_RDONLY);
  report("in /proc", setup::read_all(file));
  setup::in_child([&] {
    name.fill();
    report("in a child, get", sys::prctl(PR_GET_NAME, address(&name), 0, 0, 0));
    report("in a child, name", name.bytes());
  });
  report("set from a bad address", sys::prctl(PR_SET_NAME, address(setup::bad_address()), 0, 0, 0));
  report("get to a bad address", sys::prctl(PR_GET_NAME, address(setup::bad_address()), 0, 0, 0));
}
