#!/usr/bin/env bash
# networknt: in OpenAPI 3.1 a discriminator decides, but only when it does not know the value
#
# Package:  com.networknt:json-schema-validator:3.0.9, org.slf4j:slf4j-nop:2.0.20 (Maven)
# Expected: OpenAPI 3.1: the discriminator is a hint and does not change what the schema takes. If a validator
#           follows it all the same, it judges by the schema that the value names.
# Seen:     A value that no mapping knows is an error though oneOf is satisfied; a value that names the other
#           schema is no error.
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
    JsonNode schema = read("""
        {"oneOf": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}],
         "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/$defs/Cat", "dog": "#/$defs/Dog"}},
         "$defs": {"Cat": {"required": ["claws"]}, "Dog": {"required": ["bark"]}}}""");
    for (String body : new String[] {"{'kind': 'dog', 'bark': 1}", "{'kind': 'cat', 'bark': 1}", "{'kind': 'hound', 'bark': 1}"}) {
      System.out.println(body + " " + SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31()).getSchema(schema).validate(read(body.replace('\'', '"'))));
    }
  }

  static JsonNode read(String json) {
    return new JsonMapper().readTree(json);
  }
}
JAVA
got=$(java -cp "$(cat cp.txt)" Run.java)
want=$(cat <<'SEEN'
{'kind': 'dog', 'bark': 1} []
{'kind': 'cat', 'bark': 1} []
{'kind': 'hound', 'bark': 1} [: no matching schema found for discriminator value 'hound']
SEEN
)
if diff <(echo "$want") <(echo "$got"); then echo "PASS networknt-openapi31-discriminator"; else echo "CHANGED networknt-openapi31-discriminator"; exit 1; fi
