// When several threads and processes make the same file with O_EXCL at the same time, exactly one succeeds.
// Covers: openat O_EXCL, EEXIST, threads, processes
// Covers: open O_EXCL, EEXIST, threads, processes
#include "wali/test.h"

namespace {

struct Race {
  Event start;
  int made, refused;
};

void run(void *argument) {
  Race &race = *static_cast<Race *>(argument);
  race.start.wait();
  for (int i = 0; i < 200; ++i) {
    Line name = label("file", i);
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL;
    Result made = i % 2 ? sys::open(name.c_str(), flags, 0600) : sys::openat(AT_FDCWD, name.c_str(), flags, 0600);
    __atomic_add_fetch(&race.made, made.ok(), __ATOMIC_RELAXED);
    __atomic_add_fetch(&race.refused, made.value == -EEXIST, __ATOMIC_RELAXED);
    sys::close(made.fd());
  }
}

} // namespace

void test() {
  Race &race = setup::shared<Race>();
  const auto two_threads = [&] {
    Thread other(run, &race);
    run(&race);
  };
  Child first = setup::fork(two_threads), second = setup::fork(two_threads);
  race.start.set();
  report("first", first.wait());
  report("second", second.wait());
  report("made", race.made);
  report("refused", race.refused);
}
