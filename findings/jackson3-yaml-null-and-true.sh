#!/usr/bin/env bash
# Jackson 3: `~`, `Null` and `True` in YAML are texts
#
# Package:  tools.jackson.dataformat:jackson-dataformat-yaml:3.1.8 (Maven)
# Expected: YAML's core schema, and YAML 1.1 before it, read ~ and Null as null, True as a boolean and 0x1F as a
#           number; Jackson 2 does.
# Seen:     Only the spellings of JSON count: null, true, 31. A document that was read by Jackson 2 changes its
#           types without an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>tools.jackson.dataformat</groupId><artifactId>jackson-dataformat-yaml</artifactId><version>3.1.8</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >mvn.txt 2>&1 ||
  { cat mvn.txt; exit 1; }
cat >Run.java <<'JAVA'
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class Run {
  public static void main(String[] args) {
    for (String scalar : new String[] {"null", "~", "Null", "", "true", "True", "31", "0x1F", "0o37", "+31", ".5"}) {
      JsonNode value = new YAMLMapper().readTree("v: " + scalar).get("v");
      System.out.println("[" + scalar + "] " + value.getNodeType());
    }
  }
}
JAVA
got=$(java -cp "$(cat cp.txt)" Run.java)
want=$(cat <<'SEEN'
[null] NULL
[~] STRING
[Null] STRING
[] NULL
[true] BOOLEAN
[True] STRING
[31] NUMBER
[0x1F] STRING
[0o37] STRING
[+31] STRING
[.5] STRING
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS jackson3-yaml-null-and-true"; else echo "CHANGED jackson3-yaml-null-and-true"; exit 1; fi
