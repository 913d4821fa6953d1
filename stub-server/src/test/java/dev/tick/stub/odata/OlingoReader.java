package dev.tick.stub.odata;

import dev.tick.spec.text.Timestamp;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.olingo.commons.api.edm.Edm;
import org.apache.olingo.commons.api.edm.EdmEnumType;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.commons.api.edm.FullQualifiedName;
import org.apache.olingo.commons.api.edm.provider.CsdlAbstractEdmProvider;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainer;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityContainerInfo;
import org.apache.olingo.commons.api.edm.provider.CsdlEntitySet;
import org.apache.olingo.commons.api.edm.provider.CsdlEntityType;
import org.apache.olingo.commons.api.edm.provider.CsdlProperty;
import org.apache.olingo.commons.api.edm.provider.CsdlPropertyRef;
import org.apache.olingo.commons.api.edm.provider.CsdlSchema;
import org.apache.olingo.commons.core.edm.EdmProviderImpl;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.uri.UriResource;
import org.apache.olingo.server.api.uri.UriResourceLambdaAll;
import org.apache.olingo.server.api.uri.UriResourceLambdaAny;
import org.apache.olingo.server.api.uri.queryoption.expression.BinaryOperatorKind;
import org.apache.olingo.server.api.uri.queryoption.expression.Expression;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitException;
import org.apache.olingo.server.api.uri.queryoption.expression.ExpressionVisitor;
import org.apache.olingo.server.api.uri.queryoption.expression.Literal;
import org.apache.olingo.server.api.uri.queryoption.expression.Member;
import org.apache.olingo.server.api.uri.queryoption.expression.MethodKind;
import org.apache.olingo.server.api.uri.queryoption.expression.UnaryOperatorKind;
import org.apache.olingo.server.core.uri.parser.Parser;

/** Has Apache Olingo read a filter on the corpus's properties. */
final class OlingoReader {
    private static final String SPACE = "tick";
    private static final FullQualifiedName ENTITY = new FullQualifiedName(SPACE, "Hall");
    private static final FullQualifiedName CONTAINER = new FullQualifiedName(SPACE, "Container");
    private static final String SET = "Halls";

    private final OData odata = OData.newInstance();
    private final Edm edm = new EdmProviderImpl(new Model());

    /** Returns the tree; empty when it is refused. */
    Optional<String> read(String filter) {
        try {
            String query = "$filter="
                    + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
            return Optional.of(new Parser(edm, odata)
                    .parseUri("/" + SET, query, null, "http://localhost")
                    .getFilterOption()
                    .getExpression()
                    .accept(new Writer()));
        } catch (ODataLibraryException e) {
            return Optional.empty();
        } catch (ExpressionVisitException | ODataApplicationException e) {
            throw new IllegalStateException(filter, e);
        }
    }

    /** Writes the tree in the common form. */
    private static final class Writer implements ExpressionVisitor<String> {
        @Override
        public String visitBinaryOperator(BinaryOperatorKind operator, String left, String right) {
            return FilterTree.operator(operator.toString(), left, right);
        }

        @Override
        public String visitBinaryOperator(BinaryOperatorKind operator, String left, List<String> right) {
            return FilterTree.list(left, right);
        }

        @Override
        public String visitUnaryOperator(UnaryOperatorKind operator, String operand) {
            return FilterTree.operator(operator.toString(), operand);
        }

        @Override
        public String visitMethodCall(MethodKind method, List<String> parameters) {
            return FilterTree.operator(method.toString(), parameters.toArray(String[]::new));
        }

        @Override
        public String visitLambdaExpression(String function, String variable, Expression expression) {
            throw new UnsupportedOperationException(function);
        }

        @Override
        public String visitLiteral(Literal literal) {
            String text = literal.getText();
            if (text.startsWith("'")) {
                return FilterTree.text(text.substring(1, text.length() - 1).replace("''", "'"));
            }
            if (text.matches("(?i)null|true|false")) {
                return text.toLowerCase(Locale.ROOT);
            }
            if (text.matches("\\d{4}-.*:.*\\D|\\d{4}-.*:\\d\\d")) {
                return Timestamp.read(text).map(FilterTree::instant).orElse(text);
            }
            return text.matches("[+-]?[0-9.]+([eE][+-]?\\d+)?") ? FilterTree.number(new BigDecimal(text)) : text;
        }

        @Override
        public String visitMember(Member member) throws ExpressionVisitException, ODataApplicationException {
            List<String> path = new ArrayList<>();
            for (UriResource part : member.getResourcePath().getUriResourceParts()) {
                path.add(part(path, part));
            }
            return path.get(path.size() - 1);
        }

        private String part(List<String> path, UriResource part)
                throws ExpressionVisitException, ODataApplicationException {
            if (part instanceof UriResourceLambdaAny any) {
                return FilterTree.items(
                        path.get(path.size() - 1),
                        "any",
                        Optional.ofNullable(any.getLambdaVariable()).orElse(""),
                        any.getExpression() == null
                                ? "true"
                                : any.getExpression().accept(this));
            }
            if (part instanceof UriResourceLambdaAll all) {
                return FilterTree.items(
                        path.get(path.size() - 1),
                        "all",
                        all.getLambdaVariable(),
                        all.getExpression().accept(this));
            }
            return part.getSegmentValue();
        }

        @Override
        public String visitAlias(String name) {
            return name;
        }

        @Override
        public String visitTypeLiteral(EdmType type) {
            throw new UnsupportedOperationException(type.getName());
        }

        @Override
        public String visitLambdaReference(String variable) {
            return variable;
        }

        @Override
        public String visitEnum(EdmEnumType type, List<String> values) {
            throw new UnsupportedOperationException(type.getName());
        }
    }

    /** The corpus's properties, as Olingo wants them described. */
    private static final class Model extends CsdlAbstractEdmProvider {
        @Override
        public CsdlEntityType getEntityType(FullQualifiedName name) {
            List<CsdlProperty> properties = new ArrayList<>();
            properties.add(
                    new CsdlProperty().setName("id").setType(EdmPrimitiveTypeKind.String.getFullQualifiedName()));
            for (Map.Entry<String, PropertyType> property : FilterCorpus.PROPERTIES.entrySet()) {
                properties.add(new CsdlProperty()
                        .setName(property.getKey())
                        .setType(kind(property.getValue().type().orElseThrow()).getFullQualifiedName())
                        .setCollection(property.getValue().shape() == PropertyType.Shape.MANY));
            }
            return new CsdlEntityType()
                    .setName(ENTITY.getName())
                    .setProperties(properties)
                    .setKey(List.of(new CsdlPropertyRef().setName("id")));
        }

        private static EdmPrimitiveTypeKind kind(ValueType type) {
            return switch (type) {
                case TEXT -> EdmPrimitiveTypeKind.String;
                case INSTANT -> EdmPrimitiveTypeKind.DateTimeOffset;
                case NUMBER -> EdmPrimitiveTypeKind.Decimal;
                case BOOLEAN -> EdmPrimitiveTypeKind.Boolean;
            };
        }

        @Override
        public CsdlEntitySet getEntitySet(FullQualifiedName container, String name) {
            return new CsdlEntitySet().setName(SET).setType(ENTITY);
        }

        @Override
        public CsdlEntityContainerInfo getEntityContainerInfo(FullQualifiedName container) {
            return new CsdlEntityContainerInfo().setContainerName(CONTAINER);
        }

        @Override
        public CsdlEntityContainer getEntityContainer() {
            return new CsdlEntityContainer()
                    .setName(CONTAINER.getName())
                    .setEntitySets(List.of(getEntitySet(CONTAINER, SET)));
        }

        @Override
        public List<CsdlSchema> getSchemas() {
            return List.of(new CsdlSchema()
                    .setNamespace(SPACE)
                    .setEntityTypes(List.of(getEntityType(ENTITY)))
                    .setEntityContainer(getEntityContainer()));
        }
    }
}
