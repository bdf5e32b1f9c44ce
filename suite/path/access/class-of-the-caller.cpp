// One class of permission bits decides: the owner's, else the group's (by a supplementary group
// too), else the others'. If a class denies access, a later class does not grant it.
// Covers: access EACCES, owner, group, supplementary group
// Covers: faccessat EACCES
// Covers: faccessat2 EACCES
// REQUIRES: root
#include "wali/test.h"

namespace {

void report_rights(const char *path) {
  report(label(path, " R_OK"), sys::access(path, R_OK));
  report(label(path, " W_OK"), sys::faccessat(AT_FDCWD, path, W_OK, 0));
  report(label(path, " X_OK"), sys::faccessat2(AT_FDCWD, path, X_OK, 0));
}

} // namespace

void test() {
  constexpr int own = 1000, further = 55, foreign = 77;
  const struct {
    const char *path;
    int owner, group;
    uint32_t mode;
  } files[] = {{"owners", own, further, 0421},           {"groups", 0, own, 0421},
               {"further-groups", 0, further, 0421},     {"others", 0, foreign, 0421},
               {"less-for-the-group", 0, further, 0707}, {"less-for-the-owner", own, further, 0077}};
  for (const auto &file : files) {
    setup::write_file(file.path, "");
    setup::chown(file.path, file.owner, file.group);
    setup::chmod(file.path, file.mode);
  }
  setup::in_child([&] {
    setup::become_ordinary(further);
    for (const auto &file : files)
      report_rights(file.path);
  });
}
