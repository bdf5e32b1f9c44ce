// Before a line is complete its characters, words and all of it can be erased, and a character can
// be taken literally.
// Covers: read terminal, VERASE, VWERASE, VKILL, VLNEXT
// REQUIRES: terminal
#include "suite/file/terminals.h"

void test() {
  Terminal tty = setup::terminal();
  setup::write_all(tty.master, "abX\x7f"
                               "c\n");
  report("a character erased", terminals::read_up_to(tty.slave, '\n'));
  setup::write_all(tty.master, "one two\x17three\n");
  report("a word erased", terminals::read_up_to(tty.slave, '\n'));
  setup::write_all(tty.master, "gone\x15here\n");
  report("the line erased", terminals::read_up_to(tty.slave, '\n'));
  setup::write_all(tty.master, "a\x16\x7f"
                               "b\n");
  report("a character taken literally", terminals::read_up_to(tty.slave, '\n'));
}
