// A directory tree is removed while it is walked: each of its names is met once, links go and not what they lead to,
// and what is open of it can be read still.
// Covers: files getdents64, unlinkat AT_REMOVEDIR, EISDIR, ENOTEMPTY
#include "suite/scenario/files/tree.h"

namespace {

// How many names were removed.
int remove_names(int directory) {
  int removed = 0;
  tree::each_name(directory, [&](const char *name) {
    if (sys::unlinkat(directory, name, 0).value == -EISDIR) {
      removed += remove_names(tree::open_at(directory, name, O_RDONLY | O_DIRECTORY));
      setup::require_zero("unlinkat", sys::unlinkat(directory, name, AT_REMOVEDIR));
    }
    ++removed;
  });
  return removed;
}

} // namespace

void test() {
  tree::make("tree");
  setup::mkdir("outside");
  setup::write_file("outside/file", "stays");
  setup::symlink("../outside/file", "tree/file outside");
  setup::symlink("../outside", "tree/directory outside");
  Fd open_file = setup::open("tree/second", O_RDONLY);
  report("rmdir of the tree", sys::rmdir("tree"));
  report("names removed", remove_names(setup::open("tree", O_RDONLY | O_DIRECTORY)));
  report("names left", remove_names(setup::open("tree", O_RDONLY | O_DIRECTORY)));
  report("rmdir of the empty tree", sys::rmdir("tree"));
  report("file outside", setup::read_file("outside/file"));
  report("file that is open", setup::read_all(open_file));
  struct stat status = {};
  report("fstat of it", sys::fstat(open_file, &status));
  report("its names", status.st_nlink);
}
