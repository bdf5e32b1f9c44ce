// poll, ppoll, select and pselect6 report what can be read again and again until it has been read.
// Covers: poll level-triggered
// Covers: ppoll level-triggered
// Covers: select level-triggered
// Covers: pselect6 level-triggered
#include "suite/event/calls.h"

void test() {
  for (const ReadinessCall &call : readiness_calls) {
    Pipe pipe = setup::pipe();
    const auto ask = [&](const char *when) { report(label(call.name, ", ", when), call.readable(pipe.read, false)); };
    ask("empty");
    setup::write_all(pipe.write, "xy");
    ask("two bytes");
    ask("two bytes again");
    char byte;
    setup::require_value("read", sys::read(pipe.read, &byte, 1), 1);
    ask("one is left");
    setup::require_value("read", sys::read(pipe.read, &byte, 1), 1);
    ask("none is left");
  }
}
