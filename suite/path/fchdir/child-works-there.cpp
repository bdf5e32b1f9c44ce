// A child works in the directory that its parent has chosen by fchdir, and goes elsewhere alone.
// Covers: fchdir fork
#include "wali/test.h"

void test() {
  setup::mkdir("directory");
  setup::mkdir("directory/inner");
  setup::write_file("directory/name", "there");
  Fd directory = setup::open("directory", O_RDONLY | O_DIRECTORY);
  const size_t above = setup::working_directory().size;
  report("fchdir", sys::fchdir(directory));
  setup::in_child([&] {
    report("in the child", setup::working_directory().part(above));
    report("name", setup::read_file("name"));
    report("fchdir in the child", sys::fchdir(setup::open("inner", O_RDONLY | O_DIRECTORY)));
    report("then in the child", setup::working_directory().part(above));
  });
  report("in the parent", setup::working_directory().part(above));
}
