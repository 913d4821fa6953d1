#!/usr/bin/env bash
# networknt: the number formats of OpenAPI are never asserted
#
# Package:  com.networknt:json-schema-validator:3.0.9, org.slf4j:slf4j-nop:2.0.20 (Maven)
# Expected: With format assertions on, the dialect of OpenAPI 3.1 asserts the formats that OpenAPI itself
#           defines, such as int32 and int64, beside those of JSON Schema.
# Seen:     3000000000 is an int32 and 1e300 a float; date from JSON Schema is asserted.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.networknt</groupId><artifactId>json-schema-validator</artifactId><version>3.0.9</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.20</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >mvn.txt 2>&1 ||
  { cat mvn.txt; exit 1; }
cat >Run.java <<'JAVA'
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Run {
  public static void main(String[] args) {
    String[][] cases = {{"int32", "3000000000"}, {"int64", "9223372036854775808"}, {"float", "1e300"}, {"date", "'%'"}};
    for (String[] c : cases) {
      var schema = SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31()).getSchema(read("{'format': '" + c[0] + "'}"));
      var errors = schema.validate(read(c[1]), context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
      System.out.println(c[0] + " " + c[1] + " " + (errors.isEmpty() ? "valid" : "invalid"));
    }
  }

  static JsonNode read(String json) {
    return new JsonMapper().readTree(json.replace('\'', '"'));
  }
}
JAVA
got=$(java -cp "$(cat cp.txt)" Run.java)
want=$(cat <<'SEEN'
int32 3000000000 valid
int64 9223372036854775808 valid
float 1e300 valid
date '%' invalid
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS networknt-openapi31-formats"; else echo "CHANGED networknt-openapi31-formats"; exit 1; fi
