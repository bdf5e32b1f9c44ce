// What the compiler may call: a program has no C library.
#include <stddef.h>
#include <stdint.h>

extern "C" {

// Written as loops over volatile-free bytes; -fno-builtin keeps the compiler
// from making each of them call itself.
void *memcpy(void *to, const void *from, size_t size) {
  for (size_t i = 0; i < size; ++i)
    static_cast<uint8_t *>(to)[i] = static_cast<const uint8_t *>(from)[i];
  return to;
}

void *memmove(void *to, const void *from, size_t size) {
  if (reinterpret_cast<uintptr_t>(to) <= reinterpret_cast<uintptr_t>(from))
    return memcpy(to, from, size);
  while (size-- > 0)
    static_cast<uint8_t *>(to)[size] = static_cast<const uint8_t *>(from)[size];
  return to;
}

void *memset(void *to, int byte, size_t size) {
  for (size_t i = 0; i < size; ++i)
    static_cast<uint8_t *>(to)[i] = static_cast<uint8_t>(byte);
  return to;
}

int memcmp(const void *a, const void *b, size_t size) {
  for (size_t i = 0; i < size; ++i) {
    int difference = static_cast<const uint8_t *>(a)[i] - static_cast<const uint8_t *>(b)[i];
    if (difference != 0)
      return difference;
  }
  return 0;
}

int bcmp(const void *a, const void *b, size_t size) { return memcmp(a, b, size); }

size_t strlen(const char *string) {
  size_t size = 0;
  while (string[size])
    ++size;
  return size;
}

// Static objects live until the process ends; nothing is run for them then.
int __cxa_atexit(void (*)(void *), void *, void *) { return 0; }
int atexit(void (*)()) { return 0; }

} // extern "C"
