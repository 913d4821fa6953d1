#!/usr/bin/env bash
# Jackson 3.1.8: a JSON number beyond a double comes back as the text "Infinity"; read as BigDecimal, one beyond an int's exponent
# leaves by an exception that is none of Jackson's.
#
# Package:  tools.jackson.core:jackson-databind:3.1.8 (Maven)
# Expected: 1e400 is a JSON number (RFC 8259, section 6, sets no limit), so that readTree either refuses it by a JacksonException,
#           the root of all of its exceptions, or gives a number that is written as one. With USE_BIG_DECIMAL_FOR_FLOATS it is kept,
#           and what a BigDecimal cannot hold is refused by a JacksonException.
# Seen:     By default it becomes a DoubleNode, which is written as "Infinity", in quotes: number in, text out, and no error. As
#           BigDecimal 1e400 is kept, and of 1e2147483648 a NumberFormatException leaves readTree, past each catch of JacksonException.
# In Tick:  spec/.../document/Json.java reads BigDecimal and catches both.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need mvn java
folder
cd "$folder"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>tools.jackson.core</groupId><artifactId>jackson-databind</artifactId><version>3.1.8</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >mvn.txt 2>&1 ||
    cannot "mvn: $(tail -1 mvn.txt)"
cat >Run.java <<'JAVA'
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class Run {
    public static void main(String[] args) {
        JsonMapper plain = JsonMapper.builder().build();
        JsonMapper exact = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
        System.out.println("plain 1e400: " + rewritten(plain, "1e400") + "; exact 1e400: " + rewritten(exact, "1e400")
                + "; exact 1e2147483648: " + rewritten(exact, "1e2147483648"));
    }

    private static String rewritten(JsonMapper mapper, String json) {
        try {
            return mapper.writeValueAsString(mapper.readTree(json));
        } catch (JacksonException e) {
            return "a JacksonException";
        } catch (RuntimeException e) {
            return e.getClass().getName();
        }
    }
}
JAVA
seen=$(java -cp "$(cat cp.txt)" Run.java 2>/dev/null || true)
finding "jackson-databind 3.1.8" "plain 1e400: a JacksonException; exact 1e400: 1E+400; exact 1e2147483648: a JacksonException" \
    'plain 1e400: "Infinity"; exact 1e400: 1E+400; exact 1e2147483648: java.lang.NumberFormatException' "$seen"
