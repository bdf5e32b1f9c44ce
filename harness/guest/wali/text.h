// Bytes with a length, and the line that a program is printing. No allocation:
// a line has a fixed capacity, and what does not fit is cut with a mark.
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "harness/abi/constants.h"

namespace wali {

// A view of bytes. Converts from a C string; NULL becomes the empty text.
struct Text {
  const char *data = nullptr;
  size_t size = 0;

  constexpr Text() = default;
  constexpr Text(const char *string) : data(string), size(string ? __builtin_strlen(string) : 0) {}
  constexpr Text(const char *bytes, size_t count) : data(bytes), size(count) {}
  Text(const void *bytes, size_t count) : data(static_cast<const char *>(bytes)), size(count) {}

  // The part from `begin`, at most `count` bytes.
  Text part(size_t begin, size_t count = ~size_t{0}) const;
  friend bool operator==(Text a, Text b);
};

// The number of bytes, of `size`, in which two ranges differ.
size_t differing_bytes(const void *left, const void *right, size_t size);

// A line under construction.
class Line {
public:
  Line &operator<<(Text text);
  Line &operator<<(const char *string) { return *this << Text(string); }
  Line &operator<<(char) = delete; // a number or a character? say which
  Line &operator<<(int64_t number);
  Line &operator<<(uint64_t number);
  Line &operator<<(int number) { return *this << int64_t{number}; }
  Line &operator<<(unsigned number) { return *this << uint64_t{number}; }
#ifdef __wasm32__
  Line &operator<<(long number) { return *this << int64_t{number}; }
  Line &operator<<(unsigned long number) { return *this << uint64_t{number}; }
#else
  Line &operator<<(long long number) { return *this << static_cast<int64_t>(number); }
  Line &operator<<(unsigned long long number) { return *this << static_cast<uint64_t>(number); }
#endif

  Text text() const { return {buffer_, size_}; }
  // The text with a NUL after it, for use as a path.
  const char *c_str();

private:
  friend struct LineAccess;
  void append(char byte);

  char buffer_[1200];
  size_t size_ = 0;
};

// How a number is to be printed.
struct Hex {
  uint64_t value;
};
struct Octal {
  uint64_t value;
};
// Bits of a set by name, `O_RDWR|O_APPEND`, unknown ones in hexadecimal, none as 0.
struct Flags {
  const abi::ConstantSet &set;
  uint64_t value;
};
// One value of a set by name, or in decimal where the set has none.
struct Choice {
  const abi::ConstantSet &set;
  int64_t value;
};
// Bytes in quotes: printable ASCII as it is, others as \n, \t, \r, \0 or \xHH,
// quotes and backslashes escaped, and a second blank in a row as \x20, since
// FileCheck folds blanks.
struct Quoted {
  Text text;
};
// A result: -EEXIST for -17, and so on; other numbers in decimal.
struct Errno {
  int64_t value;
};
// A signal's name: SIGTERM, or SIG34 for those without.
struct Signal {
  int64_t number;
};

Line &operator<<(Line &line, Hex hex);
Line &operator<<(Line &line, Octal octal);
Line &operator<<(Line &line, Flags flags);
Line &operator<<(Line &line, Choice choice);
Line &operator<<(Line &line, Quoted quoted);
Line &operator<<(Line &line, Errno error);
Line &operator<<(Line &line, Signal signal);

// A line made of several parts: `label("entry ", 7)`.
template <class... Parts> Line label(const Parts &...parts) {
  Line line;
  (line << ... << parts);
  return line;
}

} // namespace wali
