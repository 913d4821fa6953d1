#!/usr/bin/env bash
# Surefire: the reason of a failed assumption is no `message`, and its own parser loses it
#
# Package:  maven-surefire-plugin 3.6.1, surefire-report-parser 3.6.0, JUnit 6.1.3 (Maven)
# Expected: A test skipped by Assumptions has <skipped message=...> as one skipped by @Disabled has, and a
#           reader of reports gets the reason.
# Seen:     Only @Disabled has the attribute; for the assumption the reason stands in the stack trace, and
#           surefire-report-parser says "skipped".
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
    <dependency><groupId>org.apache.maven.surefire</groupId><artifactId>surefire-report-parser</artifactId><version>3.6.0</version></dependency>
  </dependencies>
  <build><plugins>
    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
    <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
  </plugins></build>
</project>
XML
cat >src/test/java/SomeTest.java <<'JAVA'
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class SomeTest {
  @Test @Disabled("reason one") void disabled() {}

  @Test void assumed() { assumeTrue(false, "reason two"); }
}
JAVA
mvn -q -B test org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >log.txt 2>&1 ||
  { cat log.txt; exit 1; }
cat >Read.java <<'JAVA'
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.SurefireReportParser;

class Read {
  public static void main(String[] args) {
    new SurefireReportParser(List.of(new File("target/surefire-reports")), new NullConsoleLogger()).parseXMLReportFiles()
        .forEach(suite -> suite.getTestCases().forEach(test -> System.out.println(test.getName() + ": " + test.getFailureMessage())));
  }
}
JAVA
got=$(grep -o '<skipped [^>]*>' target/surefire-reports/TEST-SomeTest.xml; java -cp "$(cat cp.txt)" Read.java)
want=$(cat <<'SEEN'
<skipped type="org.opentest4j.TestAbortedException">
<skipped message="reason one"/>
assumed: skipped
disabled: reason one
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS surefire-skip-reason"; else echo "CHANGED surefire-skip-reason"; exit 1; fi
