// The environment of the guest and of its engine.
#include "harness/launch/environment.h"

#include <algorithm>

namespace wali::launch {

std::vector<std::string> with_variables(std::vector<std::string> base,
                                        const std::vector<std::string> &additions) {
  for (const std::string &addition : additions) {
    std::string name = addition.substr(0, addition.find('=') + 1);
    auto same = std::find_if(base.begin(), base.end(), [&](const std::string &variable) {
      return variable.starts_with(name);
    });
    if (same == base.end())
      base.push_back(addition);
    else
      *same = addition;
  }
  return base;
}

std::vector<std::string> guest_environment(const std::string &tmpdir,
                                           const std::vector<std::string> &additions) {
  return with_variables({"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/", "LANG=C", "TZ=UTC",
                         "USER=wali", "TMPDIR=" + tmpdir},
                        additions);
}

std::string environment_file(const std::vector<std::string> &environment) {
  std::string text;
  for (const std::string &variable : environment)
    text += variable + '\n';
  return text;
}

} // namespace wali::launch
