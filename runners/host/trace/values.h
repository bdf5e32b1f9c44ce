// Values of the interface as text, as strace would print them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "harness/abi/constants.h"
#include "harness/abi/types.h"

namespace wali::host::trace {

// Appends as printf formats; a piece has at most 200 bytes.
__attribute__((format(printf, 2, 3))) void format(std::string &line, const char *pattern, ...);

// Appends a guest address: NULL for 0.
void append_address(std::string &line, uint64_t address);

// Appends the name of `value`, or the number if the set has no name for it.
void append_choice(std::string &line, const abi::ConstantSet &set, uint64_t value);

// Appends the names of the bits of `value` joined by `|`; bits without a name
// follow as one hexadecimal number. No bits: `zero`.
void append_flags(std::string &line, const abi::ConstantSet &set, uint64_t value,
                  std::string_view zero = "0");

// open's flags, whose access mode is not a set of bits.
void append_open_flags(std::string &line, uint32_t flags);

// File type and permissions, as S_IFREG|0644.
void append_file_mode(std::string &line, uint32_t mode);

// A signal's name, or its number.
void append_signal(std::string &line, int signo);

// A wait status (wait(2)) in words.
void append_wait_status(std::string &line, int32_t status);

// Bytes in quotes, as C writes them; `truncated` puts an ellipsis after them.
void append_quoted(std::string &line, std::string_view bytes, bool truncated);

// The numbers of the bits that are set, as [0 3 7].
void append_bits(std::string &line, std::span<const uint64_t> words);

// A socket address by its family.
void append_sockaddr(std::string &line, std::string_view bytes);

// Each structure by its fields, those that say most.
void append(std::string &line, int32_t value);
void append(std::string &line, uint32_t value);
void append(std::string &line, uint64_t sigset);
void append(std::string &line, const abi::timespec &value);
void append(std::string &line, const abi::timeval &value);
void append(std::string &line, const abi::itimerval &value);
void append(std::string &line, const struct abi::timezone &value);
void append(std::string &line, const abi::pollfd &value);
void append(std::string &line, const abi::epoll_event &value);
void append(std::string &line, const abi::k_sigaction &value);
void append(std::string &line, const struct abi::stack &value);
void append(std::string &line, const struct abi::stat &value);
void append(std::string &line, const struct abi::statx &value);
void append(std::string &line, const struct abi::statfs &value);
void append(std::string &line, const abi::rlimit &value);
void append(std::string &line, const abi::rusage &value);
void append(std::string &line, const struct abi::sysinfo &value);
void append(std::string &line, const abi::utsname &value);
void append(std::string &line, const abi::utimbuf &value);
void append(std::string &line, const struct abi::flock &value);
void append(std::string &line, const abi::f_owner_ex &value);
void append(std::string &line, const abi::winsize &value);
void append(std::string &line, const abi::termios &value);
void append(std::string &line, const abi::ifreq &value);

} // namespace wali::host::trace
