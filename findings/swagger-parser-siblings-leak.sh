#!/usr/bin/env bash
# swagger-parser: what stands beside a `$ref` is also put on an inline schema equal to its target
#
# Package:  io.swagger.parser.v3:swagger-parser-v3:2.1.48, org.slf4j:slf4j-nop:2.0.20 (Maven)
# Expected: resolveFully replaces a $ref by its schema together with its siblings, at that place: one property
#           is deprecated.
# Seen:     `deprecated` and the description also appear on another property, an inline `type: string` that
#           refers to nothing; minLength beside the $ref is dropped.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>io.swagger.parser.v3</groupId><artifactId>swagger-parser-v3</artifactId><version>2.1.48</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.20</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >mvn.txt 2>&1 ||
  { cat mvn.txt; exit 1; }
cat >Run.java <<'JAVA'
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;

class Run {
  public static void main(String[] args) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    var result = new OpenAPIV3Parser().readContents("""
        openapi: 3.1.0
        info: {title: t, version: "1"}
        paths: {}
        components:
          schemas:
            Text: {type: string}
            Order:
              properties:
                old: {$ref: '#/components/schemas/Text', deprecated: true, description: use fresh, minLength: 2}
                fresh: {type: string}
        """, null, options);
    System.out.println(result.getMessages());
    System.out.print(Yaml31.pretty(result.getOpenAPI().getComponents().getSchemas()));
  }
}
JAVA
got=$(java -cp "$(cat cp.txt)" Run.java)
want=$(cat <<'SEEN'
[]
Text:
  type: string
Order:
  properties:
    old:
      type: string
      deprecated: true
      description: use fresh
    fresh:
      type: string
      deprecated: true
      description: use fresh
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS swagger-parser-siblings-leak"; else echo "CHANGED swagger-parser-siblings-leak"; exit 1; fi
