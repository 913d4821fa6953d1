#!/usr/bin/env bash
# swagger-parser: resolveFully makes a constant text an object
#
# Package:  io.swagger.parser.v3:swagger-parser-v3:2.1.48, org.slf4j:slf4j-nop:2.0.20 (Maven)
# Expected: The schema put in the place of a $ref is the schema referred to: a property of `const` alone stays
#           as it is.
# Seen:     In the response the property gets `type: object`, so that no value satisfies it; in components it
#           has no type.
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
    var api = new OpenAPIV3Parser().readContents("""
        openapi: 3.1.0
        info: {title: t, version: "1"}
        paths:
          /orders:
            get:
              responses:
                "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
        components:
          schemas:
            Order: {type: object, properties: {kind: {const: a}}}
        """, null, options).getOpenAPI();
    var response = api.getPaths().get("/orders").getGet().getResponses().get("200");
    System.out.print("component:\n" + Yaml31.pretty(api.getComponents().getSchemas().get("Order").getProperties()));
    System.out.print("response:\n" + Yaml31.pretty(response.getContent().get("application/json").getSchema().getProperties()));
  }
}
JAVA
got=$(java -cp "$(cat cp.txt)" Run.java)
want=$(cat <<'SEEN'
component:
kind:
  const: a
response:
kind:
  type: object
  const: a
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS swagger-parser-const-becomes-object"; else echo "CHANGED swagger-parser-const-becomes-object"; exit 1; fi
