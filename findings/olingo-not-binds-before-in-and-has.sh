#!/usr/bin/env bash
# Apache Olingo 5.0.0: `not` binds tighter than `in` and `has`, so `not name in ('x')` is refused.
#
# Package:  org.apache.olingo:odata-server-core:5.0.0, org.slf4j:slf4j-nop:2.0.20 (Maven)
# Expected: OData V4.01, part 2, 5.1.1.17: `in` and `has` are primary operators and come before the unary
#           `not`. So `not name in ('x')` is not (name in ('x')), the same tree as with the parentheses.
# Guessed:  just that, for `has` as for `in`; a colleague had met the latter.
# Seen:     `not name` is tried first and refused, for name is no Boolean; where the operand is a Boolean, the `in` behind it
#           is refused. With parentheses all are read.
# In Tick:  OlingoComparisonTest tells this difference from others.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

need mvn java
folder
cd "$folder"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.olingo</groupId><artifactId>odata-server-core</artifactId><version>5.0.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.20</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=cp.txt >mvn.txt 2>&1 ||
    cannot "mvn: $(tail -1 mvn.txt)"
cat >Run.java <<'JAVA'
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.*;
import org.apache.olingo.commons.core.edm.EdmProviderImpl;
import org.apache.olingo.server.api.*;
import org.apache.olingo.server.api.uri.queryoption.expression.*;
import org.apache.olingo.server.core.uri.parser.Parser;

class Run {
    static final FullQualifiedName THING = new FullQualifiedName("n", "Thing");
    static final FullQualifiedName COLOR = new FullQualifiedName("n", "Color");

    public static void main(String[] args) {
        for (String filter : new String[] {
            "not (name in ('x'))", "not name in ('x')",
            "not (on in (true))", "not on in (true)",
            "not (color has n.Color'red')", "not color has n.Color'red'"
        }) {
            System.out.println(filter + " => " + read(filter));
        }
    }

    static String read(String filter) {
        String query = "$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
        try {
            return tree(new Parser(new EdmProviderImpl(new Model()), OData.newInstance())
                    .parseUri("/Things", query, null, "http://localhost").getFilterOption().getExpression());
        } catch (ODataLibraryException e) {
            return "refused";
        }
    }

    static String tree(Expression e) {
        if (e instanceof Unary u) {
            return u.getOperator() + "(" + tree(u.getOperand()) + ")";
        }
        return e instanceof Binary b ? tree(b.getLeftOperand()) + " " + b.getOperator() + " ..."
                : ((Member) e).getResourcePath().getUriResourceParts().get(0).getSegmentValue();
    }

    static class Model extends CsdlAbstractEdmProvider {
        static CsdlProperty property(String name, FullQualifiedName type) {
            return new CsdlProperty().setName(name).setType(type);
        }

        @Override
        public CsdlEntityType getEntityType(FullQualifiedName name) {
            return new CsdlEntityType().setName("Thing").setKey(List.of(new CsdlPropertyRef().setName("name"))).setProperties(List.of(
                    property("name", EdmPrimitiveTypeKind.String.getFullQualifiedName()),
                    property("on", EdmPrimitiveTypeKind.Boolean.getFullQualifiedName()),
                    property("color", COLOR)));
        }

        @Override
        public CsdlEnumType getEnumType(FullQualifiedName name) {
            return new CsdlEnumType().setName("Color").setFlags(true).setMembers(List.of(new CsdlEnumMember().setName("red").setValue("1")));
        }

        @Override
        public CsdlEntitySet getEntitySet(FullQualifiedName container, String name) {
            return new CsdlEntitySet().setName("Things").setType(THING);
        }

        @Override
        public CsdlEntityContainerInfo getEntityContainerInfo(FullQualifiedName container) {
            return new CsdlEntityContainerInfo().setContainerName(new FullQualifiedName("n", "All"));
        }

        @Override
        public CsdlEntityContainer getEntityContainer() {
            return new CsdlEntityContainer().setName("All").setEntitySets(List.of(getEntitySet(null, "Things")));
        }

        @Override
        public List<CsdlSchema> getSchemas() {
            return List.of(new CsdlSchema().setNamespace("n").setEntityTypes(List.of(getEntityType(THING)))
                    .setEnumTypes(List.of(getEnumType(COLOR))).setEntityContainer(getEntityContainer()));
        }
    }
}
JAVA
seen=$(java -cp "$(cat cp.txt)" Run.java 2>&1 || true)
finding "olingo 5.0.0" "the second of each two as the first" "not (name in ('x')) => not(name in ...)
not name in ('x') => refused
not (on in (true)) => not(on in ...)
not on in (true) => refused
not (color has n.Color'red') => not(color has ...)
not color has n.Color'red' => refused" "$seen"
