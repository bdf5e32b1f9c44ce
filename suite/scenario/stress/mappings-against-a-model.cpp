// Thousands of mappings are made, cut, moved and protected at random. A model predicts where
// there is memory, what it holds and who may touch it, and every call agrees with the model.
// Covers: stress mappings against a model
// Covers: mmap MAP_FIXED, MAP_FIXED_NOREPLACE, hint
// Covers: munmap parts
// Covers: mremap MREMAP_MAYMOVE, MREMAP_FIXED
// Covers: mprotect parts
#include "wali/test.h"

namespace {

constexpr size_t page_size = 4096;
constexpr int most_pages = 600, arena_pages = 200;

struct Page {
  uint8_t *at;
  int prot;
  uint64_t contents; // its first eight bytes; all the others stay zero
  uint64_t origin;   // changes with its place and protection
};

// Pages of one origin that lie side by side, which are one mapping to Linux.
struct Run {
  uint8_t *begin;
  size_t pages;
};

class Model {
public:
  Page *find(const uint8_t *at) {
    for (int i = 0; i < count; ++i)
      if (pages[i].at == at)
        return &pages[i];
    return nullptr;
  }
  Page &random_page(uint64_t random) { return pages[random % static_cast<uint64_t>(count)]; }
  void add(uint8_t *at, int prot, uint64_t contents, uint64_t origin) { pages[count++] = {at, prot, contents, origin}; }
  void remove(const uint8_t *at) {
    if (Page *page = find(at))
      *page = pages[--count];
  }
  void remove(const uint8_t *begin, size_t number) {
    for (size_t i = 0; i < number; ++i)
      remove(begin + i * page_size);
  }
  // How many of `number` pages are mapped.
  size_t mapped(const uint8_t *begin, size_t number) {
    size_t found = 0;
    for (size_t i = 0; i < number; ++i)
      found += find(begin + i * page_size) != nullptr;
    return found;
  }
  // What lies side by side from `page` on, at most `most` pages.
  Run run(const Page &page, size_t most) {
    Run run = {page.at, 1};
    for (Page *next; run.pages < most && (next = find(page.at + run.pages * page_size)) && next->origin == page.origin;)
      ++run.pages;
    return run;
  }

  Page pages[most_pages];
  int count = 0;
};

class Stress {
public:
  Stress() : pipe_(setup::pipe()), zeros_(setup::open("/dev/zero", O_RDONLY)) {
    arena_ = setup::map(arena_pages * page_size, PROT_NONE);
    setup::require_zero("munmap", sys::munmap(arena_, arena_pages * page_size));
  }

  void step() {
    ++operation_;
    if (model_.count > most_pages - 50)
      unmap(model_.random_page(random()).at, 1);
    else if (model_.count == 0 || random() % 4 == 0)
      map_somewhere();
    else
      change();
    for (int i = 0; i < 3 && model_.count; ++i)
      look(model_.random_page(random()));
    look_at_hole();
  }
  void finish() {
    for (int i = 0; i < model_.count; ++i)
      look(model_.pages[i]);
    while (model_.count)
      unmap(model_.pages[0].at, 1);
  }

  int differences() const { return differences_; }
  const Line &first() const { return first_; }

private:
  uint64_t random() {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_ >> 11;
  }
  int random_prot() {
    constexpr int prots[] = {PROT_READ | PROT_WRITE, PROT_READ | PROT_WRITE, PROT_READ, PROT_NONE};
    return prots[random() % 4];
  }
  uint8_t *random_place(size_t pages) { return arena_ + random() % (arena_pages - pages + 1) * page_size; }

  void expect(const char *what, int64_t value, int64_t expected) {
    if (value != expected && differences_++ == 0)
      first_ = label("operation ", operation_, ": ", what, " gave ", Errno{value}, ", not ", Errno{expected});
  }
  // A new mapping must not lie on pages that are in use.
  void expect_free(const char *what, const uint8_t *begin, size_t pages) {
    expect(what, static_cast<int64_t>(model_.mapped(begin, pages)), 0);
    expect(what, static_cast<int64_t>(reinterpret_cast<uintptr_t>(begin) % page_size), 0);
  }
  void add_zeros(uint8_t *begin, size_t pages, int prot) {
    ++origin_;
    for (size_t i = 0; i < pages; ++i) {
      model_.add(begin + i * page_size, prot, 0, origin_);
      look(*model_.find(begin + i * page_size));
    }
  }

  void map_somewhere() {
    const size_t pages = 1 + random() % 16;
    const int prot = random_prot();
    uint8_t *hint = random() % 2 ? random_place(pages) : nullptr;
    Result result = sys::mmap(hint, pages * page_size, prot, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    expect("mmap", result.ok() ? 0 : result.value, 0);
    if (!result.ok())
      return;
    uint8_t *begin = setup::require_address("mmap", result, pages * page_size);
    expect_free("mmap onto pages in use", begin, pages);
    add_zeros(begin, pages, prot);
  }

  // One of the other operations, on pages that are mapped or of the arena.
  void change() {
    const size_t pages = 1 + random() % 8;
    uint8_t *place = random_place(pages);
    switch (random() % 8) {
    case 0:
      return map_at(place, pages, false);
    case 1:
      return map_at(place, pages, true);
    case 2:
      return unmap(place, pages);
    case 3:
      return protect(place, pages);
    default:
      break;
    }
    const Run run = model_.run(model_.random_page(random()), pages);
    switch (random() % 5) {
    case 0:
      return unmap(run.begin, run.pages);
    case 1:
      return protect(run.begin, run.pages);
    case 2:
      return remap(run, 1 + random() % 12, 0, nullptr);
    case 3:
      return remap(run, 1 + random() % 12, MREMAP_MAYMOVE, nullptr);
    default: {
      const size_t size = 1 + random() % 12;
      return remap(run, size, MREMAP_MAYMOVE | MREMAP_FIXED, random_place(size));
    }
    }
  }

  void map_at(uint8_t *place, size_t pages, bool replaces) {
    const int prot = random_prot();
    const int flags = MAP_PRIVATE | MAP_ANONYMOUS | (replaces ? MAP_FIXED : MAP_FIXED_NOREPLACE);
    const int64_t address = static_cast<int64_t>(reinterpret_cast<uintptr_t>(place));
    const bool refused = !replaces && model_.mapped(place, pages) != 0;
    Result result = sys::mmap(place, pages * page_size, prot, flags, -1, 0);
    expect(replaces ? "mmap MAP_FIXED" : "mmap MAP_FIXED_NOREPLACE", result.value, refused ? -EEXIST : address);
    if (result.value != address)
      return;
    model_.remove(place, pages);
    add_zeros(place, pages, prot);
  }

  void unmap(uint8_t *begin, size_t pages) {
    expect("munmap", sys::munmap(begin, pages * page_size).value, 0);
    model_.remove(begin, pages);
  }

  // Linux changes what lies before the first hole, and then complains.
  void protect(uint8_t *begin, size_t pages) {
    const int prot = random_prot();
    size_t changed = 0;
    uint64_t origin_before = 0;
    for (Page *page; changed < pages && (page = model_.find(begin + changed * page_size)); ++changed) {
      origin_ += page->origin != origin_before;
      origin_before = page->origin;
      page->prot = prot;
      page->origin = origin_;
    }
    expect("mprotect", sys::mprotect(begin, pages * page_size, prot).value, changed == pages ? 0 : -ENOMEM);
  }

  void remap(Run run, size_t pages, int flags, uint8_t *target) {
    const Page first = *model_.find(run.begin);
    const bool overlaps =
        target && target < run.begin + run.pages * page_size && run.begin < target + pages * page_size;
    Result result = sys::mremap(run.begin, run.pages * page_size, pages * page_size, flags, target);
    if (overlaps || (flags == 0 && result.value == -ENOMEM))
      return expect("mremap", result.value, overlaps ? -EINVAL : pages > run.pages ? -ENOMEM : 0);
    expect("mremap", result.ok() ? 0 : result.value, 0);
    if (!result.ok())
      return;
    setup::require_address("mremap", result, pages * page_size);
    uint64_t contents[8];
    for (size_t i = 0; i < run.pages; ++i)
      contents[i] = model_.find(run.begin + i * page_size)->contents;
    model_.remove(run.begin, run.pages);
    if (target) {
      expect("mremap MREMAP_FIXED", result.value, static_cast<int64_t>(reinterpret_cast<uintptr_t>(target)));
      model_.remove(target, pages);
    }
    expect_free("mremap onto pages in use", result.pointer(), pages);
    ++origin_;
    for (size_t i = 0; i < pages; ++i)
      model_.add(result.pointer() + i * page_size, first.prot, i < run.pages ? contents[i] : 0, origin_);
  }

  // What a page holds, and what calls may do with it. It then holds something new.
  void look(Page &page) {
    const bool readable = page.prot & PROT_READ, writable = page.prot & PROT_WRITE;
    if (readable) {
      expect("contents", static_cast<int64_t>(*reinterpret_cast<uint64_t *>(page.at)),
             static_cast<int64_t>(page.contents));
      expect("last byte", page.at[page_size - 1], 0);
    }
    look_by_calls(page.at, readable, writable);
    if (writable)
      *reinterpret_cast<uint64_t *>(page.at) = page.contents = operation_ << 16 | random() % 65536;
  }
  void look_by_calls(uint8_t *at, bool readable, bool writable) {
    expect("write from the page", sys::write(pipe_.write, at, 1).value, readable ? 1 : -EFAULT);
    expect("read into the page", sys::read(zeros_, at + page_size - 1, 1).value, writable ? 1 : -EFAULT);
    char byte;
    if (readable)
      sys::read(pipe_.read, &byte, 1);
  }
  void look_at_hole() {
    uint8_t *place = random_place(1);
    if (!model_.find(place))
      look_by_calls(place, false, false);
  }

  Model model_;
  Pipe pipe_;
  Fd zeros_;
  uint8_t *arena_;
  uint64_t state_ = 0x9e3779b97f4a7c15, operation_ = 0, origin_ = 0;
  int differences_ = 0;
  Line first_ = label("none");
};

} // namespace

void test() {
  const int rounds = setup::rounds(2000);
  Stress stress;
  for (int i = 0; i < rounds; ++i)
    stress.step();
  stress.finish();
  report("differences", stress.differences());
  report("first difference", stress.first());
}
