// The map of what is free in linear memory, against a simple model.
#include "runners/host/memory/address_space.h"

#include <gtest/gtest.h>

#include <bitset>
#include <ostream>
#include <random>

namespace wali::host {

void PrintTo(const AddressRange &range, std::ostream *out) {
  *out << '[' << range.begin / page_size << ", " << range.end / page_size << ") pages";
}

namespace {

AddressRange pages(uint64_t begin, uint64_t end) { return {begin * page_size, end * page_size}; }

TEST(AddressSpace, StartsFullyOccupied) {
  const AddressSpace space;
  EXPECT_FALSE(space.find(page_size));
  EXPECT_TRUE(space.is_occupied(pages(0, 100)));
  EXPECT_EQ(space.occupied(pages(3, 7)), std::vector{pages(3, 7)});
}

TEST(AddressSpace, GivesTheLowestHoleThatFits) {
  AddressSpace space;
  space.add(pages(10, 12));
  space.add(pages(20, 30));
  EXPECT_EQ(space.find(2 * page_size), pages(10, 12));
  EXPECT_EQ(space.find(3 * page_size), pages(20, 23));
  EXPECT_FALSE(space.find(11 * page_size));
}

TEST(AddressSpace, HolesThatTouchBecomeOne) {
  AddressSpace space;
  space.add(pages(10, 12));
  space.add(pages(14, 16));
  EXPECT_FALSE(space.find(6 * page_size));
  space.release(pages(12, 14));
  EXPECT_EQ(space.find(6 * page_size), pages(10, 16));
}

TEST(AddressSpace, PartsOfARangeCanBeReleased) {
  AddressSpace space;
  space.add(pages(10, 20));
  space.occupy(pages(10, 20));
  space.release(pages(13, 15));
  EXPECT_EQ(space.occupied(pages(8, 22)), (std::vector{pages(8, 13), pages(15, 22)}));
  EXPECT_TRUE(space.is_free(pages(13, 15)));
  EXPECT_FALSE(space.is_free(pages(13, 16)));
  EXPECT_FALSE(space.is_occupied(pages(14, 16)));
}

TEST(AddressSpace, CountsWhatIsFreeAtTheEndAgainstGrowth) {
  AddressSpace space;
  EXPECT_EQ(space.growth_needed(5 * page_size, 100 * page_size), 5 * page_size);
  space.add(pages(97, 100));
  EXPECT_EQ(space.growth_needed(5 * page_size, 100 * page_size), 2 * page_size);
  space.occupy(pages(99, 100));
  EXPECT_EQ(space.growth_needed(5 * page_size, 100 * page_size), 5 * page_size);
}

TEST(AddressSpace, AChildLacksWhatWasKeptFromIt) {
  AddressSpace space;
  space.add(pages(0, 50));
  space.occupy(pages(10, 20));
  space.keep_from_child(pages(12, 16));
  space.give_to_child(pages(14, 15));
  space.occupy(pages(15, 16)); // mapped anew: without the property
  AddressSpace child = space;
  EXPECT_EQ(child.kept_from_children(), std::vector{pages(12, 14)});
  child.after_fork();
  EXPECT_TRUE(child.is_free(pages(12, 14)));
  EXPECT_TRUE(child.is_occupied(pages(14, 20)));
  EXPECT_TRUE(space.is_occupied(pages(12, 14)));
}

TEST(AddressSpace, MovingTakesThePropertyAlong) {
  AddressSpace space;
  space.add(pages(0, 50));
  space.occupy(pages(10, 14));
  space.keep_from_child(pages(12, 14));
  space.move(pages(10, 14), pages(30, 36)); // moved and grown
  space.release(pages(10, 14));
  EXPECT_EQ(space.kept_from_children(), std::vector{pages(32, 36)});
  space.after_fork();
}

// Every page's state, one by one.
class Model {
public:
  static constexpr uint64_t page_count = 96;

  void set(AddressRange range, bool is_free) {
    for (uint64_t page = range.begin / page_size; page < range.end / page_size; ++page)
      free_pages[page] = is_free;
  }

  bool all(AddressRange range, bool is_free) const {
    for (uint64_t page = range.begin / page_size; page < range.end / page_size; ++page)
      if (free_pages[page] != is_free)
        return false;
    return true;
  }

  std::optional<AddressRange> find(uint64_t count) const {
    for (uint64_t begin = 0; begin + count <= page_count; ++begin)
      if (all(pages(begin, begin + count), true))
        return pages(begin, begin + count);
    return std::nullopt;
  }

  std::vector<AddressRange> occupied(AddressRange range) const {
    std::vector<AddressRange> parts;
    for (uint64_t page = range.begin / page_size; page < range.end / page_size; ++page) {
      if (free_pages[page])
        continue;
      if (!parts.empty() && parts.back().end == page * page_size)
        parts.back().end += page_size;
      else
        parts.push_back(pages(page, page + 1));
    }
    return parts;
  }

private:
  std::bitset<page_count> free_pages;
};

AddressRange random_range(std::mt19937 &random) {
  uint64_t begin = random() % Model::page_count, end = random() % (Model::page_count + 1);
  return begin < end ? pages(begin, end) : pages(end, begin);
}

TEST(AddressSpace, AgreesWithTheModelAfterRandomOperations) {
  constexpr int runs = 200, operations = 1000;
  for (unsigned seed = 0; seed < runs; ++seed) {
    std::mt19937 random(seed);
    AddressSpace space;
    Model model;
    for (int operation = 0; operation < operations; ++operation) {
      const AddressRange range = random_range(random);
      if (random() % 2) {
        space.release(range);
        model.set(range, true);
      } else {
        space.occupy(range);
        model.set(range, false);
      }
      const AddressRange asked = random_range(random);
      const uint64_t count = 1 + random() % 40;
      ASSERT_EQ(space.is_free(asked), model.all(asked, true)) << "seed " << seed;
      ASSERT_EQ(space.is_occupied(asked), model.all(asked, false)) << "seed " << seed;
      ASSERT_EQ(space.occupied(asked), model.occupied(asked)) << "seed " << seed;
      ASSERT_EQ(space.find(count * page_size), model.find(count)) << "seed " << seed;
    }
  }
}

} // namespace
} // namespace wali::host
