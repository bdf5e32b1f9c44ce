// UTIME_NOW gives one of the times the present, UTIME_OMIT leaves one as it is, the
// seconds beside them do not count; no times at all make both the present.
// Covers: utimensat UTIME_NOW, UTIME_OMIT, NULL times, seconds beside UTIME_NOW
#include "wali/test.h"

namespace {

constexpr timespec old_time = {1000, 5};

// Sets both times back, makes the call, and says what became of each.
void attempt(const char *name, const timespec *times) {
  const timespec old[2] = {old_time, old_time};
  setup::set_times("file", old);
  int64_t before = setup::now(CLOCK_REALTIME_COARSE).tv_sec;
  report(name, sys::utimensat(AT_FDCWD, "file", times, 0));
  struct stat status = setup::stat("file");
  const auto what = [&](timespec time) {
    bool unchanged = time.tv_sec == old_time.tv_sec && time.tv_nsec == old_time.tv_nsec;
    return label(unchanged ? "unchanged" : time.tv_sec < before || time.tv_sec > before + 60 ? "as given" : "now");
  };
  report("st_atim", what(status.st_atim));
  report("st_mtim", what(status.st_mtim));
}

} // namespace

void test() {
  setup::write_file("file", "");
  const timespec now = {77, UTIME_NOW}, omit = {77, UTIME_OMIT}, given = {88, 8};
  const timespec cases[][2] = {{now, now},    {omit, omit},  {now, omit},  {omit, now},
                               {given, omit}, {omit, given}, {now, given}, {given, now}};
  const char *names[] = {"now now",    "omit omit",  "now omit",  "omit now",
                         "given omit", "omit given", "now given", "given now"};
  for (int i = 0; i < 8; ++i)
    attempt(names[i], cases[i]);
  attempt("no times", nullptr);
}
