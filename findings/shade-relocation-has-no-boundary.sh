#!/usr/bin/env bash
# maven-shade-plugin: relocating lib.c also moves package lib.cx, and texts that begin like it
#
# Package:  maven-shade-plugin 3.6.2 (Maven)
# Expected: The pattern lib.c means the package lib.c and what is below it; a text that only begins with the
#           same letters stays.
# Seen:     lib.cx.Other becomes moved.cx.Other, the text lib.c-cache becomes moved.c-cache; a text with a word
#           before the package is left.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

mkdir -p src/main/java/lib/c src/main/java/lib/cx
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <build><plugins>
    <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
    <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
    <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
    <plugin><artifactId>maven-jar-plugin</artifactId><version>3.4.2</version></plugin>
    <plugin><artifactId>maven-shade-plugin</artifactId><version>3.6.2</version>
      <executions><execution><phase>package</phase><goals><goal>shade</goal></goals><configuration>
        <relocations><relocation><pattern>lib.c</pattern><shadedPattern>moved.c</shadedPattern></relocation></relocations>
      </configuration></execution></executions></plugin>
  </plugins></build>
</project>
XML
echo 'package lib.c; public class Meant {}' >src/main/java/lib/c/Meant.java
echo 'package lib.cx; public class Other {}' >src/main/java/lib/cx/Other.java
cat >src/main/java/Main.java <<'JAVA'
public class Main {
  public static void main(String[] args) {
    System.out.println(new lib.c.Meant().getClass().getName() + "\n" + new lib.cx.Other().getClass().getName());
    for (String text : new String[] {"lib.c-cache", "see lib.c.Meant"}) System.out.println(text);
  }
}
JAVA
mvn -q -B package >log.txt 2>&1 || { cat log.txt; exit 1; }
got=$(java -cp target/finding-1.jar Main)
want=$(cat <<'SEEN'
moved.c.Meant
moved.cx.Other
moved.c-cache
see lib.c.Meant
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS shade-relocation-has-no-boundary"; else echo "CHANGED shade-relocation-has-no-boundary"; exit 1; fi
