// stx_mnt_id is the number that begins the mount's line of /proc/self/mountinfo.
// Covers: statx stx_mnt_id, STATX_MNT_ID
// REQUIRES: namespaces
#include "wali/test.h"

namespace {

// The number that begins the line that grep prints.
Text number_of_line_with(const char *pattern, const char *path) {
  Pipe output = setup::pipe(O_CLOEXEC);
  Child child = setup::fork([&] {
    setup::require_value("dup3", sys::dup3(output.write, 1, 0), 1);
    const char *const argv[] = {"grep", pattern, path, nullptr}, *const envp[] = {nullptr};
    blocked("execve", sys::execve("/bin/grep", argv, envp));
  });
  output.write.reset();
  const Text line = setup::read_all(output.read);
  size_t size = 0;
  while (size < line.size && line.data[size] != ' ')
    ++size;
  return line.part(0, size);
}

} // namespace

void test() {
  for (const char *path : {setup::disk, setup::read_only_disk}) {
    struct statx extended = {};
    report(path, sys::statx(AT_FDCWD, path, 0, STATX_MNT_ID, &extended));
    report("stx_mask", Flags{sets::statx_mask, extended.stx_mask & STATX_MNT_ID});
    report("stx_mnt_id", extended.stx_mnt_id);
    report("in mountinfo", number_of_line_with(label(" ", path, " ").c_str(), "/proc/self/mountinfo"));
  }
}
