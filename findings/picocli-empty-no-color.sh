#!/usr/bin/env bash
# picocli: an empty NO_COLOR turns colours off
#
# Package:  info.picocli:picocli:4.7.7 (Maven)
# Expected: The NO_COLOR convention counts the variable when it is present and not an empty string, so NO_COLOR=
#           changes nothing.
# Seen:     Any presence counts, the empty one too. (`script` lends a terminal, without which there are no
#           colours at all.)
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
class Run {
  public static void main(String[] args) {
    System.out.print(picocli.CommandLine.Help.Ansi.AUTO.enabled() ? "on" : "off");
  }
}
JAVA
run="java -cp $(cat cp.txt) Run.java"
ask() { env -u CLICOLOR -u CLICOLOR_FORCE "$@" TERM=xterm script -qec "$run" /dev/null; }
got="unset: $(ask -u NO_COLOR)
empty: $(ask NO_COLOR=)
set: $(ask NO_COLOR=1)"
want=$(cat <<'SEEN'
unset: on
empty: off
set: off
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS picocli-empty-no-color"; else echo "CHANGED picocli-empty-no-color"; exit 1; fi
