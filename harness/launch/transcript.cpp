// The transcript: what the program printed, in a form in which FileCheck sees
// every byte, and how it ended.
#include "harness/launch/transcript.h"

#include <algorithm>
#include <cctype>

#include "harness/launch/signal_names.h"

namespace wali::launch {

namespace {

void append_hex(std::string &text, unsigned char byte) {
  constexpr char digits[] = "0123456789abcdef";
  text += "\\x";
  text += digits[byte >> 4];
  text += digits[byte & 15];
}

void append_byte(std::string &text, unsigned char byte) {
  if (byte == '\t')
    text += "\\t";
  else if (byte == '\r')
    text += "\\r";
  else if (byte == '\0')
    text += "\\0";
  else if (byte < 0x20 || byte > 0x7e)
    append_hex(text, byte);
  else
    text += static_cast<char>(byte);
}

bool reads_like_ending(std::string_view line) {
  if (line == "timeout" || line == "flood" || line.starts_with("killed SIG"))
    return true;
  if (!line.starts_with("exit "))
    return false;
  line.remove_prefix(5);
  return std::all_of(line.begin(), line.end(),
                     [](unsigned char byte) { return std::isdigit(byte); });
}

void append_line(std::string &text, std::string_view line) {
  bool disguise = reads_like_ending(line);
  for (size_t i = 0; i < line.size(); ++i) {
    bool edge = i == 0 || i + 1 == line.size() || line[i - 1] == ' ';
    if ((line[i] == ' ' && edge) || (i == 0 && disguise))
      append_hex(text, static_cast<unsigned char>(line[i]));
    else
      append_byte(text, static_cast<unsigned char>(line[i]));
  }
}

} // namespace

std::string visible(std::string_view output) {
  std::string text;
  while (!output.empty()) {
    size_t newline = output.find('\n');
    std::string_view line = output.substr(0, newline);
    append_line(text, line);
    if (newline == std::string_view::npos)
      return text + "\\c\n";
    text += line.empty() ? "\\n\n" : "\n";
    output.remove_prefix(newline + 1);
  }
  return text;
}

std::string signal_name(int signal) {
  if (const char *name = find_signal_name(signal))
    return name;
  return "SIG" + std::to_string(signal);
}

std::string ending_line(Ending ending, int number) {
  switch (ending) {
  case Ending::exited:
    return number == 0 ? "" : "exit " + std::to_string(number) + "\n";
  case Ending::killed:
    return "killed " + signal_name(number) + "\n";
  case Ending::timeout:
  case Ending::flood:
    return std::string(name_of(ending)) + "\n";
  }
  return "";
}

const char *name_of(Ending ending) {
  switch (ending) {
  case Ending::exited:
    return "exited";
  case Ending::killed:
    return "killed";
  case Ending::timeout:
    return "timeout";
  case Ending::flood:
    return "flood";
  }
  return nullptr;
}

} // namespace wali::launch
