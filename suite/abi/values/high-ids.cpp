// Ids are unsigned: what getuid and its like return for one of 2 GiB and more is a positive number,
// and setting it takes it as it is, with -1 apart.
// Covers: values ids of 32 bits
// Covers: setresuid high ids
// Covers: setresgid high ids
// REQUIRES: root
#include "wali/test.h"

void test() {
  setup::in_child([] {
    const uint32_t groups[] = {0x80000000, 0xfffff001};
    report("setgroups", sys::setgroups(2, groups));
    uint32_t told[2] = {};
    report("getgroups", sys::getgroups(2, told));
    report("first group", told[0]);
    report("second group", told[1]);
    report("setresgid", sys::setresgid(0xfffffffe, 0x80000001, 0xfffffff2));
    report("getgid", sys::getgid());
    report("getegid", sys::getegid());
    report("setresuid", sys::setresuid(0xfffffffd, 0xfffff002, 0x80000002));
    report("getuid", sys::getuid());
    report("geteuid", sys::geteuid());
  });
}
