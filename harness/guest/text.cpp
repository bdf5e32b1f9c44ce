#include "wali/text.h"

namespace wali {

Text Text::part(size_t begin, size_t count) const {
  if (begin > size)
    begin = size;
  return {data + begin, count < size - begin ? count : size - begin};
}

bool operator==(Text a, Text b) { return a.size == b.size && __builtin_memcmp(a.data, b.data, a.size) == 0; }

size_t differing_bytes(const void *left, const void *right, size_t size) {
  const auto *a = static_cast<const uint8_t *>(left), *b = static_cast<const uint8_t *>(right);
  size_t count = 0;
  for (size_t i = 0; i < size; ++i)
    count += a[i] != b[i];
  return count;
}

void Line::append(char byte) {
  if (size_ < sizeof(buffer_) - 1)
    buffer_[size_++] = byte;
  else
    buffer_[size_ - 1] = '~'; // says that something was cut
}

const char *Line::c_str() {
  buffer_[size_] = 0;
  return buffer_;
}

Line &Line::operator<<(Text text) {
  for (size_t i = 0; i < text.size; ++i)
    append(text.data[i]);
  return *this;
}

namespace {

// Prints in a base from 2 to 16, at least `digits` digits.
void number(Line &line, uint64_t value, unsigned base, int digits = 1) {
  char text[65];
  int size = 0;
  for (; value != 0 || size < digits; value /= base)
    text[size++] = "0123456789abcdef"[value % base];
  while (size > 0)
    line << Text(&text[--size], 1);
}

// The name of a value in a set, or null. Values are compared as 32 bits; one
// that does not fit is never found.
const char *name_of(const abi::ConstantSet &set, int64_t value) {
  if (value != static_cast<int32_t>(value) && value != static_cast<uint32_t>(value))
    return nullptr;
  for (const abi::NamedValue *entry = set.begin; entry != set.end; ++entry)
    if (entry->value == static_cast<uint32_t>(value))
      return entry->name;
  return nullptr;
}

} // namespace

Line &Line::operator<<(uint64_t value) {
  number(*this, value, 10);
  return *this;
}

Line &Line::operator<<(int64_t value) {
  if (value >= 0)
    return *this << static_cast<uint64_t>(value);
  return *this << "-" << (~static_cast<uint64_t>(value) + 1);
}

Line &operator<<(Line &line, Hex hex) {
  number(line << "0x", hex.value, 16);
  return line;
}

Line &operator<<(Line &line, Octal octal) {
  number(line << "0", octal.value, 8);
  return line;
}

Line &operator<<(Line &line, Flags flags) {
  if (flags.value == 0)
    return line << "0";
  const char *between = "";
  for (const abi::NamedValue *entry = flags.set.begin; entry != flags.set.end; ++entry)
    if ((flags.value & entry->value) == entry->value) {
      line << between << entry->name;
      flags.value &= ~uint64_t{entry->value};
      between = "|";
    }
  return flags.value == 0 ? line : line << between << Hex{flags.value};
}

Line &operator<<(Line &line, Choice choice) {
  const char *name = name_of(choice.set, choice.value);
  return name ? line << name : line << choice.value;
}

Line &operator<<(Line &line, Quoted quoted) {
  line << "\"";
  for (size_t i = 0; i < quoted.text.size; ++i) {
    uint8_t byte = static_cast<uint8_t>(quoted.text.data[i]);
    bool second_blank = byte == ' ' && i > 0 && quoted.text.data[i - 1] == ' ';
    if (byte == '"' || byte == '\\')
      line << "\\" << Text(quoted.text.data + i, 1);
    else if (byte == '\n')
      line << "\\n";
    else if (byte == '\t')
      line << "\\t";
    else if (byte == '\r')
      line << "\\r";
    else if (byte == 0)
      line << "\\0";
    else if (byte < 0x20 || byte > 0x7e || second_blank)
      number(line << "\\x", byte, 16, 2);
    else
      line << Text(quoted.text.data + i, 1);
  }
  return line << "\"";
}

Line &operator<<(Line &line, Errno error) {
  const char *name = error.value < 0 && error.value >= -4095 ? name_of(abi::sets::errors, -error.value) : nullptr;
  return name ? line << "-" << name : line << error.value;
}

Line &operator<<(Line &line, Signal signal) {
  const char *name = name_of(abi::sets::signals, signal.number);
  return name ? line << name : line << "SIG" << signal.number;
}

} // namespace wali
