// Sending and receiving a descriptor, and closing it, beside another thread.
#include "harness/bench/measure.h"

void test() {
  bench::Parcel parcel;
  bench::Company company;
  bench::measure(20, [&] { return parcel.send_and_receive(); });
}
