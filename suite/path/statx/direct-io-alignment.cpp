// ext4 gives STATX_DIOALIGN for a regular file, and other file systems may. Each alignment is a power of two, or 0.
// Covers: statx STATX_DIOALIGN
#include "wali/test.h"

void test() {
  constexpr uint64_t ext4 = 0xef53;
  setup::write_file("file", "contents");
  Guarded<struct statx> extended;
  report("statx", sys::statx(AT_FDCWD, "file", 0, STATX_DIOALIGN, &extended));
  report_walls("walls", extended);
  const uint32_t answered = extended->stx_mask & STATX_DIOALIGN;
  const uint32_t memory = extended->stx_dio_mem_align, offset = extended->stx_dio_offset_align;
  struct statfs system = {};
  setup::require_zero("statfs", sys::statfs("file", &system));
  const uint32_t owed = system.f_type == ext4 ? STATX_DIOALIGN : 0;
  report("bits of stx_mask that the file system owes and that are missing", Flags{sets::statx_mask, owed & ~answered});
  report("bits too many in the alignments", label(memory & (memory - 1), " ", offset & (offset - 1)));
}
