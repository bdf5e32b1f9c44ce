// Prints the table, the revisions' import names and the errno values as JSON,
// for readers that are not C++ (harness/driver). Usage: abi-json > abi.json
#include <cstdio>
#include <string>

#include "harness/abi/constants.h"
#include "harness/abi/table.h"

namespace {

using namespace wali::abi;

constexpr const char *kind_names[] = {
    "fd",          "dirfd",     "integer",   "count",        "flags",      "choice",      "mode",
    "size",        "socklen",   "offset",    "pid",          "uid",        "gid",         "signo",
    "ignored",     "path",      "in",        "out",          "inout",      "in_array",    "out_array",
    "inout_array", "in_bytes",  "out_bytes", "out_bytes_at", "inout_bits", "in_sockaddr", "out_sockaddr",
    "iovec_in",    "iovec_out", "strings",   "address",      "variant"};
static_assert(std::size(kind_names) == static_cast<size_t>(Kind::variant) + 1);

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; } // no text here needs escapes

const char *wasm_name(WasmType type) { return type == WasmType::i32 ? "i32" : "i64"; }

// {"libc":VALUE,"spec2026":VALUE} with only the revisions that the call has.
template <class F> std::string per_revision(const Syscall &call, F value) {
  std::string text;
  for (Revision revision : {Revision::libc, Revision::spec2026})
    if (includes(call.revisions, revision))
      text += (text.empty() ? "" : ",") + quoted(revision == Revision::libc ? "libc" : "spec2026") + ":" +
              quoted(value(revision));
  return "{" + text + "}";
}

std::string length_json(const Length &length) {
  switch (length.source) {
  case Length::Source::parameter:
    return "{\"parameter\":" + std::to_string(length.value) + "}";
  case Length::Source::fixed:
    return "{\"fixed\":" + std::to_string(length.value) + "}";
  case Length::Source::none:
    break;
  }
  return "null";
}

std::string param_json(const Syscall &call, const Param &param) {
  auto wasm = [&](Revision revision) { return wasm_name(revision == Revision::libc ? param.libc : param.spec2026); };
  return "{\"name\":" + quoted(param.name) + ",\"kind\":" + quoted(kind_names[static_cast<int>(param.info.kind)]) +
         ",\"type\":" + quoted(param.type) +
         ",\"struct\":" + (param.info.structure.empty() ? "null" : quoted(param.info.structure)) +
         ",\"size\":" + std::to_string(param.info.structure_size) + ",\"length\":" + length_json(param.info.length) +
         ",\"nullable\":" + (param.info.nullable ? "true" : "false") +
         ",\"signed\":" + (param.is_signed ? "true" : "false") +
         ",\"kernel_bits\":" + std::to_string(param.kernel_bits) + ",\"wasm\":" + per_revision(call, wasm) + "}";
}

std::string call_json(const Syscall &call) {
  std::string params;
  for (const Param &param : call.params)
    params += (params.empty() ? "" : ",") + param_json(call, param);
  auto import = [&](Revision) { return "SYS_" + std::string(call.name); };
  std::string revisions;
  if (includes(call.revisions, Revision::libc))
    revisions += "\"libc\"";
  if (includes(call.revisions, Revision::spec2026))
    revisions += revisions.empty() ? "\"spec2026\"" : ",\"spec2026\"";
  return "{\"name\":" + quoted(call.name) + ",\"number\":" + std::to_string(call.number) +
         ",\"group\":" + quoted(call.group) + ",\"revisions\":[" + revisions +
         "],\"import\":" + per_revision(call, import) + ",\"params\":[" + params + "]}";
}

std::string constants_json(const ConstantSet &set) {
  std::string text;
  for (const NamedValue *entry = set.begin; entry != set.end; ++entry)
    text += (text.empty() ? "" : ",") + quoted(entry->name) + ":" + std::to_string(entry->value);
  return "{" + text + "}";
}

// {"size":N,"fields":{NAME:OFFSET,...}} for each structure.
std::string structs_json() {
  std::string text, fields;
  auto close = [&] { text += text.empty() ? "" : fields + "}}"; };
#define STRUCT(name, size)                                                                                             \
  close();                                                                                                             \
  text += std::string(text.empty() ? "\n" : ",\n") + "\"" #name "\":{\"size\":" #size ",\"fields\":{";                 \
  fields.clear();
#define FIELD(type, field, offset) fields += std::string(fields.empty() ? "" : ",") + "\"" #field "\":" #offset;
#include "harness/abi/layouts.def"
  close();
  return text;
}

} // namespace

int main() {
  std::string text = "{\"schema\":1,\"calls\":[";
  for (const Syscall &call : syscalls())
    text += (&call == syscalls().data() ? "\n" : ",\n") + call_json(call);
  text += "],\n\"structs\":{" + structs_json() + "},\n\"constants\":{";
  bool first = true;
#define WALI_SET_JSON(set, LIST, shape)                                                                                \
  text += std::string(first ? "\n" : ",\n") + "\"" #set "\":" + constants_json(sets::set), first = false;
  WALI_CONSTANT_SETS(WALI_SET_JSON)
  text += "}}\n";
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    std::fprintf(stderr, "abi-json: cannot write the table\n");
    return 1;
  }
}
