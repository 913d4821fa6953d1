#!/usr/bin/env bash
# picocli: a value attached with = is refused when it looks like a known option
#
# Package:  info.picocli:picocli:4.7.7 (Maven)
# Expected: What follows = belongs to the option, whatever it looks like; only a separate argument can be
#           mistaken for the next option.
# Seen:     --name=--flag is "Expected parameter for option", as --name --flag is; --name --unknown is taken
#           without a word.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>info.picocli</groupId><artifactId>picocli</artifactId><version>4.7.7</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >mvn.txt 2>&1 ||
  { cat mvn.txt; exit 1; }
cat >Run.java <<'JAVA'
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class Run {
  @Command static class Tool {
    @Option(names = "--name") String name;
    @Option(names = "--flag") boolean flag;
  }

  public static void main(String[] args) {
    for (List<String> line : List.of(List.of("--name=--flag"), List.of("--name", "--flag"), List.of("--name=--other"), List.of("--name", "--other"))) {
      Tool tool = new Tool();
      try {
        new CommandLine(tool).parseArgs(line.toArray(String[]::new));
        System.out.println(line + " name is " + tool.name);
      } catch (CommandLine.ParameterException e) {
        System.out.println(line + " " + e.getMessage());
      }
    }
  }
}
JAVA
got=$(java -cp "$(cat cp.txt)" Run.java)
want=$(cat <<'SEEN'
[--name=--flag] Expected parameter for option '--name' but found '--flag'
[--name, --flag] Expected parameter for option '--name' but found '--flag'
[--name=--other] name is --other
[--name, --other] name is --other
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS picocli-attached-value-like-an-option"; else echo "CHANGED picocli-attached-value-like-an-option"; exit 1; fi
