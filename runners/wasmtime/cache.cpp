#include "runners/wasmtime/cache.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>

namespace wali::runner {
namespace {

// A fast hash of two words. It finds files and notices damage; it need not
// resist an adversary, since the module's bytes are compared.
struct Digest {
  uint64_t words[2];
  bool operator==(const Digest &) const = default;
};

uint64_t mix(uint64_t a, uint64_t b) {
  const auto product = static_cast<unsigned __int128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

Digest digest_of(Bytes bytes, uint64_t seed) {
  constexpr uint64_t odd[] = {0x9e3779b97f4a7c15, 0xd1b54a32d192ed03, 0x8cb92ba72f3d8dd7,
                              0xabc98388fb8fac03};
  Digest digest{{seed ^ odd[0], seed ^ odd[1]}};
  const auto add = [&](const uint8_t *block) {
    uint64_t words[4];
    memcpy(words, block, sizeof words);
    digest.words[0] = mix(digest.words[0] ^ words[0] ^ odd[2], words[1] ^ odd[0]);
    digest.words[1] = mix(digest.words[1] ^ words[2] ^ odd[3], words[3] ^ odd[1]);
  };
  constexpr size_t block_size = 32;
  size_t position = 0;
  for (; position + block_size <= bytes.size(); position += block_size)
    add(bytes.data() + position);
  uint8_t last[block_size] = {};
  std::copy(bytes.begin() + static_cast<ptrdiff_t>(position), bytes.end(), last);
  add(last);
  return {{mix(digest.words[0] ^ bytes.size(), odd[2]) ^ digest.words[1],
           mix(digest.words[1] ^ bytes.size(), odd[3]) ^ digest.words[0]}};
}

// What stands at the end of an entry, behind the code and the module's bytes.
struct Trailer {
  std::array<char, 8> magic;
  uint64_t code_size, module_size;
  Digest code_digest;
};
constexpr std::array<char, 8> magic = {'w', 'a', 'l', 'i', 'c', 'o', 'd', '2'};

// A file's bytes; none where it is no file that only its owner can write.
std::vector<uint8_t> read_file(const std::string &path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return {};
  std::vector<uint8_t> bytes;
  struct stat status;
  if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0 &&
      (status.st_mode & (S_IWGRP | S_IWOTH)) == 0) {
    bytes.resize(static_cast<size_t>(status.st_size));
    size_t done = 0;
    for (ssize_t got = 1; got > 0 && done < bytes.size(); done += static_cast<size_t>(got))
      if (got = read(fd, bytes.data() + done, bytes.size() - done); got <= 0)
        break;
    bytes.resize(done);
  }
  close(fd);
  return bytes;
}

// The number of bytes of code at the file's start, if that is the module's.
std::optional<size_t> code_size_in(Bytes module, Bytes file) {
  Trailer trailer;
  if (file.size() < sizeof trailer)
    return std::nullopt;
  const size_t rest = file.size() - sizeof trailer;
  memcpy(&trailer, file.data() + rest, sizeof trailer);
  const bool is_code =
      trailer.magic == magic && trailer.code_size <= rest &&
      trailer.module_size == rest - trailer.code_size &&
      std::ranges::equal(file.subspan(trailer.code_size, trailer.module_size), module) &&
      digest_of(file.first(trailer.code_size), 0) == trailer.code_digest;
  return is_code ? std::optional<size_t>(trailer.code_size) : std::nullopt;
}

bool write_all(int fd, std::array<iovec, 3> parts) {
  for (iovec &part : parts)
    while (part.iov_len > 0) {
      const ssize_t written = write(fd, part.iov_base, part.iov_len);
      if (written <= 0)
        return false;
      part.iov_base = static_cast<char *>(part.iov_base) + written;
      part.iov_len -= static_cast<size_t>(written);
    }
  return true;
}

iovec part_of(const void *data, size_t size) { return {const_cast<void *>(data), size}; }

} // namespace

Cache::Cache(std::string directory, std::string configuration)
    : directory(std::move(directory)), configuration(std::move(configuration)) {}

std::string Cache::default_directory() {
  const auto variable = [](const char *name) -> std::string {
    const char *value = getenv(name);
    return value && *value == '/' ? value : "";
  };
  if (std::string chosen = variable("WALI_CACHE_DIR"); !chosen.empty())
    return chosen;
  std::string base = variable("XDG_CACHE_HOME");
  if (base.empty()) {
    const std::string home = variable("HOME");
    base = home.empty() ? "" : home + "/.cache";
  }
  return base.empty() ? "" : base + "/wali-cts/modules";
}

std::string Cache::path_of(Bytes module) const {
  const Bytes named(reinterpret_cast<const uint8_t *>(configuration.data()), configuration.size());
  const Digest digest = digest_of(module, digest_of(named, 0).words[0]);
  char name[40];
  snprintf(name, sizeof name, "/%016llx%016llx", static_cast<unsigned long long>(digest.words[0]),
           static_cast<unsigned long long>(digest.words[1]));
  return directory + name;
}

std::optional<std::vector<uint8_t>> Cache::find(Bytes module) const {
  if (directory.empty())
    return std::nullopt;
  std::vector<uint8_t> file = read_file(path_of(module));
  const std::optional<size_t> size = code_size_in(module, file);
  if (!size)
    return std::nullopt;
  file.resize(*size);
  return file;
}

void Cache::store(Bytes module, Bytes code) const {
  if (directory.empty())
    return;
  std::error_code ignored;
  std::filesystem::create_directories(directory, ignored);
  const std::string path = path_of(module);
  std::string temporary = path + ".XXXXXX";
  const int fd = mkostemp(temporary.data(), O_CLOEXEC);
  if (fd < 0)
    return;
  const Trailer trailer{magic, code.size(), module.size(), digest_of(code, 0)};
  bool written =
      write_all(fd, {part_of(code.data(), code.size()), part_of(module.data(), module.size()),
                     part_of(&trailer, sizeof trailer)});
  // Other users may read what they could compile themselves.
  written = fchmod(fd, 0644) == 0 && written;
  close(fd);
  if (!written || rename(temporary.c_str(), path.c_str()) != 0)
    unlink(temporary.c_str());
}

} // namespace wali::runner
