#!/usr/bin/env bash
# openapi-generator 7.25.0: clients of the Java library `native` read a JSON answer in the machine's charset.
#
# Package:  org.openapitools:openapi-generator-maven-plugin:7.25.0 (Maven), and what the generated client needs
# Expected: RFC 8259, section 8.1: JSON between systems is UTF-8. So the client reads UTF-8, whatever charset the machine has; all
#           the more where the Content-Type says so.
# Guessed:  nothing new: a colleague had met it. Without that: the right letter on every machine.
# Seen:     The bytes become a text in the default charset first: where that is windows-1252, e with acute is two other letters.
#           Nothing fails. JDK 17 takes the default from the machine; JDK 18 has UTF-8, if it is not told otherwise.
# In Tick:  client-gen/pom.xml names UTF-8 in the generated source.
# Known:    OpenAPITools/openapi-generator issue 20556, told of 7.11.0.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need mvn java javac
folder
cd "$folder"
cat >api.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": {"title": "Words", "version": "1"},
  "paths": {"/word": {"get": {"operationId": "word", "responses": {"200": {
    "description": "A word.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Word"}}}
  }}}}},
  "components": {"schemas": {"Word": {"type": "object", "properties": {"text": {"type": "string"}}}}}
}
JSON
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>com.fasterxml.jackson.datatype</groupId><artifactId>jackson-datatype-jsr310</artifactId><version>2.20.0</version></dependency>
    <dependency><groupId>org.openapitools</groupId><artifactId>jackson-databind-nullable</artifactId><version>0.2.11</version></dependency>
    <dependency><groupId>jakarta.annotation</groupId><artifactId>jakarta.annotation-api</artifactId><version>3.0.0</version></dependency>
  </dependencies>
  <build><plugins><plugin>
    <groupId>org.openapitools</groupId><artifactId>openapi-generator-maven-plugin</artifactId><version>7.25.0</version>
    <executions><execution><goals><goal>generate</goal></goals><configuration>
      <inputSpec>${project.basedir}/api.json</inputSpec><generatorName>java</generatorName><library>native</library>
      <generateApiTests>false</generateApiTests><generateModelTests>false</generateModelTests>
      <apiPackage>words</apiPackage><modelPackage>words</modelPackage><invokerPackage>words</invokerPackage>
      <configOptions><useJakartaEe>true</useJakartaEe></configOptions>
    </configuration></execution></executions>
  </plugin></plugins></build>
</project>
XML
mvn -q -B generate-sources org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >mvn.txt 2>&1 ||
    cannot "mvn: $(grep -m1 ERROR mvn.txt)"
cat >Run.java <<'JAVA'
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

class Run {
    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/word", exchange -> {
            byte[] body = "{\"text\": \"\u00e9\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            words.ApiClient client = new words.ApiClient();
            client.updateBaseUri("http://localhost:" + server.getAddress().getPort());
            StringBuilder line = new StringBuilder(System.getProperty("file.encoding")).append(":");
            new words.DefaultApi(client).word().getText().chars().forEach(c -> line.append(String.format(" U+%04X", c)));
            System.out.println(line);
        } finally {
            server.stop(0);
        }
    }
}
JAVA
find target/generated-sources -path '*/main/java/*' -name '*.java' >sources.txt
javac -nowarn -proc:none -encoding UTF-8 -cp "$(cat cp.txt)" -d classes @sources.txt Run.java >javac.txt 2>&1 || cannot "javac: $(head -1 javac.txt)"
seen=$(for charset in UTF-8 windows-1252; do java -Dfile.encoding="$charset" -cp "classes:$(cat cp.txt)" Run; done 2>&1 || true)
finding "openapi-generator 7.25.0" "U+00E9, in both" "UTF-8: U+00E9
windows-1252: U+00C3 U+00A9" "$seen"
