#!/usr/bin/env bash
# Surefire: what a JUnit test publishes reaches neither the report nor the console
#
# Package:  maven-surefire-plugin 3.6.1, JUnit 6.1.3 (Maven)
# Expected: TestReporter.publishEntry is JUnit's way to attach values to a test; they appear in the XML as
#           properties or as output.
# Seen:     The value is nowhere under target/surefire-reports nor in Maven's output; what the test prints is in
#           both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

mkdir -p src/test/java
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency><groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><version>6.1.3</version><scope>test</scope></dependency>
  </dependencies>
  <build><plugins>
    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
    <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
  </plugins></build>
</project>
XML
cat >src/test/java/SomeTest.java <<'JAVA'
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class SomeTest {
  @Test
  void publishes(TestReporter reporter) {
    reporter.publishEntry("case", "value-published");
    System.out.println("value-printed");
  }
}
JAVA
mvn -B test >log.txt 2>&1 || { cat log.txt; exit 1; }
got=$(for value in printed published; do
  for place in log.txt target/surefire-reports; do
    echo "$value in $place: $(grep -rq "value-$value" $place && echo yes || echo no)"
  done
done)
want=$(cat <<'SEEN'
printed in log.txt: yes
printed in target/surefire-reports: yes
published in log.txt: no
published in target/surefire-reports: no
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS surefire-report-entries"; else echo "CHANGED surefire-report-entries"; exit 1; fi
