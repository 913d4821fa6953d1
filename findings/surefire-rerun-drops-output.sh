#!/usr/bin/env bash
# Surefire: once reruns are allowed, what passing tests print is not in the report
#
# Package:  maven-surefire-plugin 3.6.1, JUnit 6.1.3 (Maven)
# Expected: rerunFailingTestsCount changes how failures are reported; the system-out of a test that passed at
#           once stays in its XML.
# Seen:     With 0 the output of each test is there, with 1 only that of the failed try.
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
touch out.txt
for reruns in 0 1; do
  mvn -q -B test -Dsurefire.rerunFailingTestsCount=$reruns -Dmaven.test.failure.ignore=true >log.txt 2>&1 || { cat log.txt; exit 1; }
  echo "$reruns reruns: $(grep -o 'printed by [a-z]*' target/surefire-reports/TEST-SomeTest.xml | paste -sd, -)" >>out.txt
done
got=$(cat out.txt)
want=$(cat <<'SEEN'
0 reruns: printed by slow,printed by flaky
1 reruns: printed by flaky
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS surefire-rerun-drops-output"; else echo "CHANGED surefire-rerun-drops-output"; exit 1; fi
