// With DN_MULTISHOT, F_NOTIFY reports the events that it names, and no others, again and again. A further request
// adds events, and a request for none ends them. A rename within the directory also counts as one name created and
// one deleted.
// Covers: fcntl F_NOTIFY, DN_ACCESS, DN_MODIFY, DN_CREATE, DN_DELETE, DN_RENAME, DN_ATTRIB, DN_MULTISHOT
#include "wali/test.h"

namespace {

volatile int told;

struct Event {
  const char *name;
  void (*act)();
};
constexpr Event events[] = {
    {" create", [] { setup::open("watched/new", O_WRONLY | O_CREAT); }},
    {" write", [] { setup::write_all(setup::open("watched/new", O_WRONLY), "x"); }},
    {" read", [] { setup::read_file("watched/new"); }},
    {" chmod", [] { setup::chmod("watched/new", 0640); }},
    {" rename", [] { setup::rename("watched/new", "watched/renamed"); }},
    {" delete", [] { setup::unlink("watched/renamed"); }},
};

// Lets all of it happen, and counts the signals that each event brought.
Line signals() {
  Line names = label("signals:");
  for (const Event &event : events) {
    told = 0;
    event.act();
    names << event.name << " " << int{told};
  }
  return names;
}

} // namespace

void test() {
  constexpr uint32_t access = 1, remove = 8, multishot = 0x80000000;
  const char *const requests[] = {"DN_ACCESS", "DN_MODIFY", "DN_CREATE", "DN_DELETE", "DN_RENAME", "DN_ATTRIB"};
  setup::on_signal(SIGIO, [](int) { told = told + 1; });
  setup::mkdir("watched");
  for (uint32_t i = 0; i < 6; ++i) {
    Fd directory = setup::open("watched", O_RDONLY);
    setup::require_zero("fcntl", sys::fcntl(directory, F_NOTIFY, multishot | 1u << i));
    report(requests[i], signals());
  }
  report("after the close", signals());
  Fd directory = setup::open("watched", O_RDONLY);
  report("F_NOTIFY", sys::fcntl(directory, F_NOTIFY, multishot | access));
  report("F_NOTIFY of one more", sys::fcntl(directory, F_NOTIFY, multishot | remove));
  report("DN_ACCESS and DN_DELETE", signals());
  report("the same once more", signals());
  report("F_NOTIFY of none", sys::fcntl(directory, F_NOTIFY, 0));
  report("then", signals());
}
