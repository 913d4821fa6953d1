#!/usr/bin/env bash
# Surefire: after a rerun, the suite's time and its .txt are those of the rerun
#
# Package:  maven-surefire-plugin 3.6.1, JUnit 6.1.3 (Maven)
# Expected: The suite took at least as long as its test cases together, and both report files count the same
#           tests.
# Seen:     The XML lists both cases but its suite takes less time than the slow case alone; the .txt knows one
#           test.
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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class SomeTest {
  static int tries;

  @TestFactory
  Stream<DynamicNode> cases() {
    return Stream.of(
        dynamicTest("slow", () -> { System.out.println("printed by slow"); Thread.sleep(400); }),
        dynamicTest("flaky", () -> { System.out.println("printed by flaky"); assertTrue(++tries > 1); }));
  }
}
JAVA
mvn -q -B test -Dsurefire.rerunFailingTestsCount=1 >log.txt 2>&1 || { cat log.txt; exit 1; }
xml=target/surefire-reports/TEST-SomeTest.xml
suite=$(grep -o '<testsuite .*' $xml | grep -o ' time="[^"]*"' | tr -dc '0-9.')
slow=$(grep 'name="cases()\[1\]"' $xml | grep -o ' time="[^"]*"' | tr -dc '0-9.')
got="$(grep -o ' tests="[0-9]*"' $xml)
$(grep -o 'Tests run: [0-9]*' target/surefire-reports/SomeTest.txt)
$(awk -v a="$suite" -v b="$slow" 'BEGIN { print (a + 0 < b + 0) ? "suite shorter than its slow case" : "suite as long as its cases" }')"
want=$(cat <<'SEEN'
 tests="2"
Tests run: 1
suite shorter than its slow case
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS surefire-rerun-time-and-text"; else echo "CHANGED surefire-rerun-time-and-text"; exit 1; fi
