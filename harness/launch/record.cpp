// The record of one launch: a line of JSON that the verdict is decided from.
#include "harness/launch/record.h"

#include <cstdio>

namespace wali::launch {

namespace {

// The length of the UTF-8 character that `text` starts with; 0 if it starts with
// none (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
size_t character_length(std::string_view text) {
  auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  unsigned char lead = byte(0);
  size_t length = lead < 0x80   ? 1
                  : lead < 0xc2 ? 0
                  : lead < 0xe0 ? 2
                  : lead < 0xf0 ? 3
                  : lead < 0xf5 ? 4
                                : 0;
  if (length < 2)
    return length;
  if (text.size() < length)
    return 0;
  unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  if (byte(1) < low || byte(1) > high)
    return 0;
  for (size_t i = 2; i < length; ++i)
    if ((byte(i) & 0xc0) != 0x80)
      return 0;
  return length;
}

// `text` as UTF-8, other bytes as \xHH.
std::string as_utf8(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    size_t length = character_length(text);
    if (length == 0) {
      char escape[5];
      std::snprintf(escape, sizeof escape, "\\x%02x", static_cast<unsigned char>(text[0]));
      result += escape;
      length = 1;
    } else {
      result += text.substr(0, length);
    }
    text.remove_prefix(length);
  }
  return result;
}

// The last `limit` bytes or a little less, not starting within a character.
std::string_view tail(std::string_view utf8, size_t limit) {
  if (utf8.size() <= limit)
    return utf8;
  utf8.remove_prefix(utf8.size() - limit);
  while (!utf8.empty() && (static_cast<unsigned char>(utf8[0]) & 0xc0) == 0x80)
    utf8.remove_prefix(1);
  return utf8;
}

std::string quoted(std::string_view utf8) {
  std::string result = "\"";
  for (char c : utf8) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      char escape[7];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned char>(c));
      result += escape;
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string member(const char *name, const std::string &value) {
  return '"' + std::string(name) + "\":" + value;
}

std::string decimal(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6f", seconds);
  return text;
}

} // namespace

std::string json_string(std::string_view text) { return quoted(as_utf8(text)); }

std::string record_line(const Outcome &outcome) {
  bool exited = outcome.ending == Ending::exited, killed = outcome.ending == Ending::killed;
  std::string text = "{";
  text += member("ended", quoted(name_of(outcome.ending))) + ',';
  text += member("status", exited ? std::to_string(outcome.number) : "null") + ',';
  text += member("signal", killed ? quoted(signal_name(outcome.number)) : "null") + ',';
  text += member("seconds", decimal(outcome.seconds)) + ',';
  text += member("isolation", quoted(name_of(outcome.isolation))) + ',';
  text += member("identity", quoted(name_of(outcome.identity))) + ',';
  text += member("stdout_bytes", std::to_string(outcome.output_bytes)) + ',';
  text += member("stdout_kept", std::to_string(outcome.output.size())) + ',';
  text += member("stderr", quoted(tail(as_utf8(outcome.stderr_tail), stderr_tail_limit))) + ',';
  text += member("stderr_bytes", std::to_string(outcome.stderr_bytes)) + ',';
  text += member("leftover", std::to_string(outcome.leftover));
  if (!outcome.remains.empty())
    text += ',' + member("remains", json_string(outcome.remains));
  return text + "}\n";
}

std::string not_started_line(const std::string &error) {
  std::string text = "{";
  text += member("ended", quoted("not-started")) + ',';
  text += member("error", json_string(error));
  return text + "}\n";
}

} // namespace wali::launch
