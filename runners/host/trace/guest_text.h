// The contents of guest memory as text. If the address is 0, or its contents cannot be read
// or are not known, each function appends nothing and returns false. The caller then
// prints the address.
#pragma once

#include <cstdint>
#include <string>

#include "harness/abi/table.h"
#include "runners/host/memory/memory.h"
#include "runners/host/trace/values.h"

namespace wali::host::trace {

// One structure that values.h can append.
template <class T>
bool append_structure(std::string &line, const Memory &memory, GuestAddress address) {
  T value;
  if (!memory.read(address, value))
    return false;
  append(line, value);
  return true;
}

// The structure that the table names, or `count` of them.
bool append_structures(std::string &line, const Memory &memory, const abi::KindInfo &info,
                       GuestAddress address, uint64_t count);

// Bytes, of which the first are shown.
bool append_buffer(std::string &line, const Memory &memory, GuestAddress address, uint64_t length);

// A string, and a list of strings that ends with NULL.
bool append_string(std::string &line, const Memory &memory, GuestAddress address);
bool append_strings(std::string &line, const Memory &memory, GuestAddress address);

bool append_socket_address(std::string &line, const Memory &memory, GuestAddress address,
                           uint32_t length);

// A set of that many bits, in words of 64.
bool append_bit_set(std::string &line, const Memory &memory, GuestAddress address, uint64_t bits);

// `count` iovecs, and a msghdr; with what they lead to, or with its addresses.
bool append_vectors(std::string &line, const Memory &memory, GuestAddress address, uint64_t count,
                    bool with_contents);
bool append_message(std::string &line, const Memory &memory, GuestAddress address,
                    bool with_contents);

// The sixth argument of pselect6.
bool append_mask_argument(std::string &line, const Memory &memory, GuestAddress address);

// The names in `length` bytes of entries. In each the name stands at `name_offset`.
bool append_directory(std::string &line, const Memory &memory, GuestAddress address,
                      uint64_t length, size_t name_offset);

} // namespace wali::host::trace
