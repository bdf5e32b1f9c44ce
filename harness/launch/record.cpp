// The record of one launch: a line of JSON that the verdict is decided from.
#include "harness/launch/record.h"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace wali::launch {

using nlohmann::ordered_json;

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

// The last `limit` bytes or a little less, not starting within a character.
std::string_view tail(std::string_view utf8, size_t limit) {
  if (utf8.size() <= limit)
    return utf8;
  utf8.remove_prefix(utf8.size() - limit);
  while (!utf8.empty() && (static_cast<unsigned char>(utf8[0]) & 0xc0) == 0x80)
    utf8.remove_prefix(1);
  return utf8;
}

// Seconds, without what is smaller than a microsecond.
double in_microseconds(double seconds) {
  constexpr double microseconds = 1e6; // in a second
  return std::round(seconds * microseconds) / microseconds;
}

} // namespace

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

std::string record_line(const Outcome &outcome) {
  ordered_json record;
  record["ended"] = name_of(outcome.ending);
  record["status"] = nullptr;
  record["signal"] = nullptr;
  if (outcome.ending == Ending::exited)
    record["status"] = outcome.number;
  if (outcome.ending == Ending::killed)
    record["signal"] = signal_name(outcome.number);
  record["seconds"] = in_microseconds(outcome.seconds);
  record["processor"] = in_microseconds(outcome.processor);
  record["isolation"] = name_of(outcome.isolation);
  record["identity"] = name_of(outcome.identity);
  record["stdout_bytes"] = outcome.output_bytes;
  record["stdout_kept"] = outcome.output.size();
  record["stderr"] = tail(as_utf8(outcome.stderr_tail), stderr_tail_limit);
  record["stderr_bytes"] = outcome.stderr_bytes;
  record["leftover"] = outcome.leftover;
  if (outcome.disk_bytes != 0)
    record["disk_bytes"] = outcome.disk_bytes;
  if (!outcome.remains.empty())
    record["remains"] = as_utf8(outcome.remains);
  return record.dump() + '\n';
}

std::string not_started_line(const std::string &error, bool is_machines_fault) {
  ordered_json record{{"ended", "not-started"}, {"error", as_utf8(error)}};
  if (is_machines_fault)
    record["machine"] = true;
  return record.dump() + '\n';
}

} // namespace wali::launch
