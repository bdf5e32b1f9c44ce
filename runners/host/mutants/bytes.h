// Guest memory that a broken call reads with other contents, or that is restored.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "runners/host/memory/memory.h"

namespace wali::host::mutants {

// A range of guest memory. Like a guest's arguments, it may lie outside memory.
struct Area {
  uint64_t address = 0;
  uint64_t length = 0;

  uint64_t end() const { return address + length; }
};

// Bytes of guest memory as they were when this was made. Of a long area only the
// first mebibytes are kept, and nothing behind inaccessible memory.
class Saved {
public:
  Saved(const Memory &memory, Area area);

  // Puts back what `part` of the area was.
  void restore(Area part) const;
  void restore() const { restore(area); }

private:
  static constexpr uint64_t most = uint64_t{4} << 20;

  const Memory &memory;
  Area area;
  std::vector<std::byte> bytes;
};

// While an object of this class exists, an area of guest memory has other contents. Its
// destructor restores the bytes that nobody has changed meanwhile. Memory that cannot be
// written stays unchanged.
class Altered {
public:
  Altered(const Memory &memory, Area area);
  ~Altered();
  Altered(const Altered &) = delete;
  Altered &operator=(const Altered &) = delete;

  // The bytes; change them, then apply().
  std::vector<std::byte> bytes;
  void apply();

  // These bytes of the area are the call's to write and stay as they are then.
  void leave(Area part) { left.push_back(part); }
  void leave_all() { left.push_back(area); }

private:
  bool is_left(uint64_t address) const;

  const Memory &memory;
  Area area;
  std::vector<std::byte> before;
  std::vector<Area> left;
  bool applied = false;
};

} // namespace wali::host::mutants
