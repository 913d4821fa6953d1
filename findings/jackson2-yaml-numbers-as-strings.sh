#!/usr/bin/env bash
# Jackson 2: ALWAYS_QUOTE_NUMBERS_AS_STRINGS leaves numbers unquoted
#
# Package:  com.fasterxml.jackson.dataformat:jackson-dataformat-yaml:2.22.1,
#           com.fasterxml.jackson.core:jackson-databind:2.22.1 (Maven)
# Expected: With MINIMIZE_QUOTES, this feature quotes every text that would be read back as a number; reading
#           what was written gives the text.
# Seen:     Only plain decimal digits are recognised: 1e3, 0x1f and 1_000 are written bare, and Jackson's own
#           reader gives numbers back.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.fasterxml.jackson.dataformat</groupId><artifactId>jackson-dataformat-yaml</artifactId><version>2.22.1</version></dependency>
    <dependency><groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>2.22.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >mvn.txt 2>&1 ||
  { cat mvn.txt; exit 1; }
cat >Run.java <<'JAVA'
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;

class Run {
  public static void main(String[] args) throws Exception {
    YAMLMapper mapper = YAMLMapper.builder()
        .enable(Feature.MINIMIZE_QUOTES).enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS).disable(Feature.WRITE_DOC_START_MARKER)
        .build();
    for (String text : new String[] {"12", "1.5", "1e3", "0x1f", "1_000", "true"}) {
      String yaml = mapper.writeValueAsString(Map.of("v", text)).strip();
      System.out.println(yaml + " read back as " + mapper.readTree(yaml).get("v").getNodeType());
    }
  }
}
JAVA
got=$(java -cp "$(cat cp.txt)" Run.java)
want=$(cat <<'SEEN'
v: "12" read back as STRING
v: "1.5" read back as STRING
v: 1e3 read back as NUMBER
v: 0x1f read back as NUMBER
v: 1_000 read back as NUMBER
v: "true" read back as STRING
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS jackson2-yaml-numbers-as-strings"; else echo "CHANGED jackson2-yaml-numbers-as-strings"; exit 1; fi
