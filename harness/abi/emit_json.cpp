// Prints the table, the revisions' import names and the errno values as JSON,
// for readers that are not C++ (harness/driver). Usage: abi-json > abi.json
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "harness/abi/constants.h"
#include "harness/abi/table.h"

namespace {

using namespace wali::abi;
using nlohmann::ordered_json;

constexpr const char *kind_names[] = {
    "fd",          "dirfd",     "integer",   "count",        "flags",      "choice",      "mode",
    "size",        "socklen",   "offset",    "pid",          "uid",        "gid",         "signo",
    "ignored",     "path",      "in",        "out",          "inout",      "in_array",    "out_array",
    "inout_array", "in_bytes",  "out_bytes", "out_bytes_at", "inout_bits", "in_sockaddr", "out_sockaddr",
    "iovec_in",    "iovec_out", "strings",   "address",      "variant"};
static_assert(std::size(kind_names) == static_cast<size_t>(Kind::variant) + 1);

constexpr Revision revisions[] = {Revision::libc, Revision::spec2026};

const char *name_of(Revision revision) { return revision == Revision::libc ? "libc" : "spec2026"; }

const char *wasm_name(WasmType type) { return type == WasmType::i32 ? "i32" : "i64"; }

// {"libc":VALUE,"spec2026":VALUE} with only the revisions that the call has.
template <class F> ordered_json per_revision(const Syscall &call, F value) {
  ordered_json values = ordered_json::object();
  for (Revision revision : revisions)
    if (includes(call.revisions, revision))
      values[name_of(revision)] = value(revision);
  return values;
}

ordered_json length_json(const Length &length) {
  switch (length.source) {
  case Length::Source::parameter:
    return {{"parameter", length.value}};
  case Length::Source::fixed:
    return {{"fixed", length.value}};
  case Length::Source::none:
    break;
  }
  return nullptr;
}

ordered_json param_json(const Syscall &call, const Param &param) {
  auto wasm = [&](Revision revision) { return wasm_name(revision == Revision::libc ? param.libc : param.spec2026); };
  ordered_json json;
  json["name"] = param.name;
  json["kind"] = kind_names[static_cast<int>(param.info.kind)];
  json["type"] = param.type;
  json["struct"] = param.info.structure.empty() ? ordered_json() : ordered_json(param.info.structure);
  json["size"] = param.info.structure_size;
  json["length"] = length_json(param.info.length);
  json["nullable"] = param.info.nullable;
  json["signed"] = param.is_signed;
  json["kernel_bits"] = param.kernel_bits;
  json["wasm"] = per_revision(call, wasm);
  return json;
}

ordered_json call_json(const Syscall &call) {
  ordered_json json;
  json["name"] = call.name;
  json["number"] = call.number;
  json["group"] = call.group;
  json["revisions"] = ordered_json::array();
  for (Revision revision : revisions)
    if (includes(call.revisions, revision))
      json["revisions"].push_back(name_of(revision));
  json["import"] = per_revision(call, [&](Revision) { return "SYS_" + std::string(call.name); });
  json["params"] = ordered_json::array();
  for (const Param &param : call.params)
    json["params"].push_back(param_json(call, param));
  return json;
}

ordered_json constants_json(const ConstantSet &set) {
  ordered_json json = ordered_json::object();
  for (const NamedValue *entry = set.begin; entry != set.end; ++entry)
    json[entry->name] = entry->value;
  return json;
}

// {"size":N,"fields":{NAME:OFFSET,...}} for each structure.
ordered_json structs_json() {
  ordered_json structs = ordered_json::object();
  std::string current;
#define STRUCT(name, bytes)                                                                                            \
  current = #name;                                                                                                     \
  structs[current] = {{"size", bytes}, {"fields", ordered_json::object()}};
#define FIELD(type, field, offset) structs[current]["fields"][#field] = offset;
#include "harness/abi/layouts.def"
  return structs;
}

ordered_json table_json() {
  ordered_json table;
  table["schema"] = 1;
  table["calls"] = ordered_json::array();
  for (const Syscall &call : syscalls())
    table["calls"].push_back(call_json(call));
  table["structs"] = structs_json();
#define WALI_SET_JSON(set, LIST, shape) table["constants"][#set] = constants_json(sets::set);
  WALI_CONSTANT_SETS(WALI_SET_JSON)
  return table;
}

} // namespace

int main() {
  const std::string text = table_json().dump() + '\n';
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    std::fprintf(stderr, "abi-json: cannot write the table\n");
    return 1;
  }
}
