#!/usr/bin/env bash
# Surefire: the phrased name of a dynamic test names the innermost container first
#
# Package:  maven-surefire-plugin 3.6.1, JUnit 6.1.3 (Maven)
# Expected: With usePhrasedTestCaseMethodName the name of a dynamic test tells its way from the outside:
#           factory, container, leaf.
# Seen:     Containers come from the inside out, then the factory, then the leaf; a test without a container has
#           the factory first.
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
    <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version>
      <configuration><statelessTestsetReporter implementation="org.apache.maven.plugin.surefire.extensions.junit5.JUnit5Xml30StatelessReporter">
        <usePhrasedTestCaseMethodName>true</usePhrasedTestCaseMethodName>
      </statelessTestsetReporter></configuration>
    </plugin>
  </plugins></build>
</project>
XML
cat >src/test/java/SomeTest.java <<'JAVA'
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

class SomeTest {
  @TestFactory @DisplayName("factory")
  Stream<DynamicNode> cases() {
    return Stream.of(
        dynamicTest("leaf", () -> {}),
        dynamicContainer("container", Stream.of(
            dynamicTest("leaf", () -> {}),
            dynamicContainer("inner", Stream.of(dynamicTest("leaf", () -> {}))))));
  }
}
JAVA
mvn -q -B test >log.txt 2>&1 || { cat log.txt; exit 1; }
got=$(grep -o '<testcase name="[^"]*"' target/surefire-reports/TEST-SomeTest.xml)
want=$(cat <<'SEEN'
<testcase name="factory leaf"
<testcase name="container factory leaf"
<testcase name="inner container factory leaf"
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS surefire-phrased-names-order"; else echo "CHANGED surefire-phrased-names-order"; exit 1; fi
