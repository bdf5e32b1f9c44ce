// Sending and receiving a descriptor, and closing it, in a program of one thread.
#include "harness/bench/measure.h"

void test() {
  bench::Parcel parcel;
  bench::measure(20, [&] { return parcel.send_and_receive(); });
}
