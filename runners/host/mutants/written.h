// What a call writes through its pointers: where, and how much of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "runners/host/mutants/bytes.h"
#include "runners/host/mutants/invocation.h"

namespace wali::host::mutants {

// What a call writes through one of its parameters. Made before the call.
class Output {
public:
  Output(const Invocation &invocation, size_t parameter);

  // Where the call may write, in order.
  const std::vector<Area> &places() const { return areas; }
  // Which of that the call wrote if its result is `result`, in order.
  std::vector<Area> written(int64_t result) const;
  // Whether a call with this result has written anything.
  bool is_written(int64_t result) const;

  void restore(Area part) const;
  void restore() const;
  // Bytes of each structure that is written; 0: these are bytes.
  uint32_t element() const { return view ? view->element : 0; }
  std::string_view structure() const { return view ? view->structure : std::string_view(); }

private:
  // Which part of a message this is.
  enum class MessagePart { header, name, vectors, control };

  MessagePart part() const;
  void find_message_parts();
  void find_vectors(Area array);
  uint64_t written_length(int64_t result) const;
  uint64_t written_of_message(uint64_t bytes) const;
  uint64_t string_length() const;
  uint64_t length_at(uint64_t address) const;

  const Invocation &invocation;
  size_t parameter;
  std::optional<View> view;
  std::vector<Area> areas;
  std::vector<Saved> saved;
};

} // namespace wali::host::mutants
