// sched_getaffinity refuses sizes that are too small or not a multiple of eight, processes that
// do not exist, and addresses outside memory. It then writes nothing.
// Covers: sched_getaffinity EINVAL, ESRCH, EFAULT
#include "wali/test.h"

void test() {
  Guarded<cpu_set> set;
  for (size_t size : {0, 1, 4, 7, 12, 127})
    report(label("size ", size), sys::sched_getaffinity(0, size, &set));
  Child child = setup::fork([] {});
  int pid = child.pid();
  report("child", child.wait());
  report("a child that is gone", sys::sched_getaffinity(pid, sizeof(cpu_set), &set));
  report("process -1", sys::sched_getaffinity(-1, sizeof(cpu_set), &set));
  report_poison("set", set);
  report("set outside of memory",
         sys::sched_getaffinity(0, sizeof(cpu_set), static_cast<cpu_set *>(setup::bad_address())));
}
