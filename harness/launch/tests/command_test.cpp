// The command template and the environment.
#include "harness/launch/command.h"

#include <gtest/gtest.h>

#include "harness/launch/environment.h"
#include "harness/launch/error.h"

namespace wali::launch {
namespace {

using Words = std::vector<std::string>;

TEST(Command, ArgumentsReplaceTheirWord) {
  EXPECT_EQ(expand_command({"e", "{args}", "-x"}, {"one", "two words"}, "/env"),
            (Words{"e", "one", "two words", "-x"}));
  EXPECT_EQ(expand_command({"e", "{args}", "-x"}, {}, "/env"), (Words{"e", "-x"}));
  EXPECT_EQ(expand_command({"e", "-{args}"}, {"one"}, "/env"), (Words{"e", "-{args}", "one"}));
  EXPECT_EQ(expand_command({"e"}, {"one", ""}, "/env"), (Words{"e", "one", ""}));
}

TEST(Command, EnvfileIsReplacedWithinWordsButNotInGuestArguments) {
  EXPECT_EQ(expand_command({"e", "--env={envfile}", "{envfile}{envfile}"}, {"{envfile}", "{args}"},
                           "/env"),
            (Words{"e", "--env=/env", "/env/env", "{envfile}", "{args}"}));
}

TEST(Command, GroupsStandOnceForEachVariableOrArgument) {
  const Words environment = {"A=1", "B={env} {module}"};
  EXPECT_EQ(expand_command({"e", "{", "--env", "{env}", "}", "{module}", "{args}"}, {"one"}, "/env",
                           "/m", environment),
            (Words{"e", "--env", "A=1", "--env", "B={env} {module}", "/m", "one"}));
  EXPECT_EQ(expand_command({"e", "{", "-e={env}", "}", "x"}, {}, "/env", "", environment),
            (Words{"e", "-e=A=1", "-e=B={env} {module}", "x"}));
  EXPECT_EQ(expand_command({"e", "{", "--arg", "{arg}", "}", "x"}, {"one", "{arg}"}, "/env"),
            (Words{"e", "--arg", "one", "--arg", "{arg}", "x"}));
  EXPECT_EQ(expand_command({"e", "{", "--arg", "{arg}", "}", "x"}, {}, "/env"), (Words{"e", "x"}));
}

TEST(Command, AGroupWithTheArgumentsStandsOnlyIfThereAreAny) {
  const Words command = {"e", "{", "{--}", "{args}", "}", "x"};
  EXPECT_EQ(expand_command(command, {"one", "two"}, "/env"), (Words{"e", "--", "one", "two", "x"}));
  EXPECT_EQ(expand_command(command, {}, "/env"), (Words{"e", "x"}));
}

TEST(Command, BracketsWithoutAPartnerAreRefused) {
  EXPECT_THROW(expand_command({"e", "{", "{env}"}, {}, "/env"), UsageError);
  EXPECT_THROW(expand_command({"e", "{env}", "}"}, {}, "/env"), UsageError);
  EXPECT_THROW(expand_command({"e", "{", "{", "{env}", "}"}, {}, "/env"), UsageError);
  EXPECT_EQ(expand_command({"e"}, {"{", "}"}, "/env"), (Words{"e", "{", "}"}));
}

TEST(Command, ProgramsAreFoundAlongThePath) {
  EXPECT_TRUE(find_program("sh").ends_with("/sh"));
  EXPECT_EQ(find_program("/nowhere/x"), "/nowhere/x");
  EXPECT_TRUE(find_program("some/where").starts_with("/"));
  EXPECT_THROW(find_program("no-such-program-anywhere"), LaunchError);
}

TEST(Environment, AdditionsReplaceOrFollow) {
  EXPECT_EQ(with_variables({"A=1", "AB=2"}, {"C=3", "A=4"}), (Words{"A=4", "AB=2", "C=3"}));
  EXPECT_EQ(guest_environment("/tmp", {"HOME=/home", "GREETING=hello  you"}),
            (Words{"PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/home", "LANG=C", "TZ=UTC",
                   "USER=wali", "TMPDIR=/tmp", "GREETING=hello  you"}));
  EXPECT_EQ(environment_file({"A=1", "B="}), "A=1\nB=\n");
}

} // namespace
} // namespace wali::launch
