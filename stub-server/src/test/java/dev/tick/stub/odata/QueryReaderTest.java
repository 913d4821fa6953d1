package dev.tick.stub.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QueryReaderTest {
    private static final QueryReader READER = new QueryReader(properties(), Long.MAX_VALUE);

    private static Map<String, PropertyType> properties() {
        Map<String, PropertyType> properties = new LinkedHashMap<>();
        properties.put("label", one(ValueType.TEXT));
        properties.put("closes", one(ValueType.INSTANT));
        properties.put("seats", one(ValueType.NUMBER));
        properties.put("heated", one(ValueType.BOOLEAN));
        properties.put(
                "tags",
                new PropertyType(Optional.of(ValueType.TEXT), PropertyType.Shape.MANY, PropertyType.Use.EVERYWHERE));
        properties.put(
                "owner",
                new PropertyType(Optional.of(ValueType.TEXT), PropertyType.Shape.ONE, PropertyType.Use.NOT_IN_FILTERS));
        properties.put(
                "place", new PropertyType(Optional.empty(), PropertyType.Shape.ONE, PropertyType.Use.NOT_IN_FILTERS));
        return properties;
    }

    private static PropertyType one(ValueType type) {
        return new PropertyType(Optional.of(type), PropertyType.Shape.ONE, PropertyType.Use.EVERYWHERE);
    }

    @Test
    void readsAQueryIntoAValue() {
        Query query = READER.read("x=1&$skip=2&%24top=30&$filter=(label+eq+'it''s%20a%2Bb')%20and%20"
                + "(seats%20ge%20-1.50e2%20and%20closes%20lt%202030-01-01T02:00:00%2B02:00)&&colour"
                + "&$orderby=seats%20desc%20,label&$select=label,%20closes&$count=true");
        assertEquals(
                new Query(
                        new Expression.And(List.of(
                                comparison("label", ValueType.TEXT, ComparisonOperator.EQ, new Value.Text("it's a+b")),
                                new Expression.And(List.of(
                                        comparison(
                                                "seats",
                                                ValueType.NUMBER,
                                                ComparisonOperator.GE,
                                                new Value.Amount(new BigDecimal("-1.50e2"))),
                                        comparison(
                                                "closes",
                                                ValueType.INSTANT,
                                                ComparisonOperator.LT,
                                                new Value.Moment(BigDecimal.valueOf(1_893_456_000))))))),
                        List.of(
                                new Ordering("seats", ValueType.NUMBER, Ordering.Direction.DESC),
                                new Ordering("label", ValueType.TEXT, Ordering.Direction.ASC)),
                        List.of("label", "closes"),
                        Query.Counting.TOLD,
                        2,
                        OptionalLong.of(30)),
                query);
    }

    private static Expression comparison(String property, ValueType type, ComparisonOperator operator, Value value) {
        return new Expression.Comparison(
                new Expression.Property(property, type), operator, new Expression.Constant(Optional.of(value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "colour=red", "filter=x", "top=-1&=&==", "%zz=1", "@p='x'"})
    void ignoresWhatIsNotOfOData(String query) {
        assertEquals(Query.all(), READER.read(query));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "label eq 'b' | b",
                "label gt 'a' | b, it's",
                "label ge 'b' | b, it's",
                "label lt 'b' | A, a",
                "label le 'a' | A, a",
                "label eq 'it''s' | it's",
                "label eq '' | ``",
                "label eq null | ``",
                "  ( label gt 'A' )  and label eq 'a' | a",
                "closes eq 2030-01-01T00:00:00Z | A, a",
                "closes eq 2030-01-01T02:00:00.0000000+02:00 | A, a",
                "closes gt 2030-01-01T00:00:00Z | b",
                "closes ge 2030-01-01T00:00:00.0000001Z | b",
                "closes lt 2030-01-01T00:00:00.0000001Z | A, a",
                "closes eq null | it's",
                "closes gt null | ``",
                "closes le null | ``",
                "seats eq 1 | A",
                "seats eq 1.00 | A",
                "seats gt 1 | a, b",
                "seats lt 1e1 | A, a",
                "seats le 10 | A, a, b",
                "seats eq null | it's",
                "heated eq true | A",
                "heated lt true | a",
                "heated eq false and seats eq 2 | a",
                "heated eq false and seats eq 1 | ``",
                "((seats gt 0)) and ((label lt 'b') and heated eq true) | A",
                "label ne 'a' | A, b, it's",
                "closes ne null | A, a, b",
                "closes ne 2030-01-01T00:00:00Z | b, it's",
                "seats ne null and seats ne 1 | a, b",
                "null eq closes | it's",
                "null eq null and seats eq 1 | A",
                "null ne null | ``",
                "'a' eq label | a",
                "1 lt seats | a, b",
                "label eq 'A' or label eq 'b' and seats eq 1 | A",
                "(label eq 'A' or label eq 'b') and seats eq 10 | b",
                "seats eq 1 and heated eq true or seats eq 10 | A, b",
                "not (label eq 'a') | A, b, it's",
                "not (label eq 'a') and seats gt 1 | b",
                "not (label eq 'a' or seats gt 1) | A, it's",
                "not heated | a",
                "not heated eq true | a",
                "not not heated | A",
                "heated | A",
                "heated or seats ge 10 | A, b",
                "heated and seats ge 1 | A",
                "not (heated and seats ge 1) | a, it's",
                "not (heated or seats lt 1) | a",
                "(heated or seats lt 1) eq null | b, it's",
                "seats gt 1 eq true | a, b",
                "heated eq seats lt 2 | A, a",
                "startswith(label,'it') | it's",
                "startswith( label , 'it''s' ) eq true | it's",
                "endswith(label,'a') or endswith(label, '''s') | a, it's",
                "not endswith(label,'s') | A, a, b",
                "contains(label,'') | A, a, b, it's",
                "contains('a and b',label) | a, b",
                "contains(label,null) | ``",
                "contains(label,null) eq null | A, a, b, it's",
                "label in ('A','it''s') | A, it's",
                "label in ( 'b' ) | b",
                "not label in ('A', 'b') | a, it's",
                "seats in (1,10.0) | A, b",
                "closes in (null, 2030-01-01T00:00Z) | A, a, it's",
                "tags/any(t:t eq 'x') | A, a",
                "tags/any( t : startswith(t,'y') and label eq 'a' ) | a",
                "tags/all(t:t eq 'x') | A, b, it's",
                "tags/any() | A, a",
                "not tags/any() | b, it's",
                "tags eq 'y' | a",
                "tags ne 'y' | A, b, it's",
                "tags gt 'x' | a",
                "tags eq null | it's",
                "tags ne null | A, a, b",
                "'y' in tags | a",
                "closes ge 2030-01-01T00:00:00.000000000001Z | b",
                "closes lt 2030-01-01T00:00:00.000000000001Z | A, a",
                "closes le 2030-01-01t00:00z | A, a",
                "seats eq +1 | A",
                "seats lt 10.00000000000000000000000000000000001 | A, a, b",
                "seats lt 9.99999999999999999999999999999999999 | A, a",
                "true | A, a, b, it's",
                "false or seats eq 1 | A",
                "heated eq True | A",
                "FALSE eq heated | a",
                "null | ``",
                "not null | ``",
                "null or heated | A"
            })
    void selectsByTheKindOfTheProperty(String filter, String expected) {
        List<JsonNode> entities = List.of(
                json("{'label': 'A', 'closes': '2030-01-01T00:00:00Z', 'seats': 1.0, 'heated': true, 'tags': ['x']}"),
                json(
                        "{'label': 'a', 'closes': '2030-01-01T01:00:00.000+01:00', 'seats': 2, 'heated': false, 'tags': ['x', 'y']}"),
                json(
                        "{'label': 'b', 'closes': '2030-01-01T00:00:00.0000001Z', 'seats': 10, 'heated': null, 'tags': []}"),
                json("{'label': `it's`, 'closes': null, 'heated': 'true'}"));
        List<String> found = READER
                .read("$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8))
                .of(entities.stream(), Long.MAX_VALUE)
                .entities()
                .stream()
                .map(entity -> entity.path("label").asString())
                .toList();
        assertEquals(expected, String.join(", ", found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "label | A, a, b, it's",
                "label desc | it's, b, a, A",
                "closes | it's, A, a, b",
                "closes desc | b, A, a, it's",
                "closes asc , label desc | it's, a, A, b",
                "seats desc,label | b, a, A, it's",
                "heated | b, it's, a, A",
                "heated desc, label desc | A, a, it's, b",
                "owner,label | A, a, b, it's"
            })
    void sortsByTheKindOfTheProperty(String order, String expected) {
        List<JsonNode> entities = List.of(
                json("{'label': 'A', 'closes': '2030-01-01T00:00:00Z', 'seats': 1.0, 'heated': true}"),
                json("{'label': 'a', 'closes': '2030-01-01T01:00:00.000+01:00', 'seats': 2, 'heated': false}"),
                json("{'label': 'b', 'closes': '2030-01-01T00:00:00.0000001Z', 'seats': 10, 'heated': null}"),
                json("{'label': `it's`, 'closes': null, 'seats': 'many'}"));
        Query query = READER.read("$orderby=" + URLEncoder.encode(order, StandardCharsets.UTF_8));
        assertEquals(
                expected,
                String.join(
                        ", ",
                        query.of(entities.stream(), Long.MAX_VALUE).entities().stream()
                                .map(entity -> entity.path("label").asString())
                                .toList()));
    }

    @Test
    void countsWhateverIsSkippedOrCut() {
        List<JsonNode> entities = List.of(json("{'seats': 1}"), json("{'seats': 2}"), json("{'seats': 3}"));
        Query query = READER.read("$count=true&$filter=seats+gt+1&$top=1&$skip=1");
        assertEquals(
                new Query.Page<>(entities.subList(2, 3), OptionalLong.empty(), OptionalLong.of(2)),
                query.of(entities.stream(), 5));
        assertEquals(2, query.count(entities.stream()));
        assertEquals(
                OptionalLong.empty(),
                READER.read("$count=false").of(entities.stream(), 5).count());
    }

    @Test
    void selectsNamesOnceAndAStarIsAll() {
        assertEquals(
                List.of("seats", "label"),
                READER.read("$select=seats%20,label,seats").selected());
        assertEquals(List.of(), READER.read("$select=seats,*").selected());
    }

    @Test
    void skipsFirstAndThenCuts() {
        List<JsonNode> entities =
                List.of(json("{'seats': 1}"), json("{'seats': 2}"), json("{'seats': 3}"), json("{'seats': 4}"));
        assertEquals(
                entities.subList(2, 3),
                READER.read("$top=1&$skip=1&$filter=seats%20gt%201")
                        .of(entities.stream(), Long.MAX_VALUE)
                        .entities());
        assertEquals(
                List.of(),
                READER.read("$top=0").of(entities.stream(), Long.MAX_VALUE).entities());
        assertEquals(
                List.of(),
                READER.read("$skip=999999999999999999")
                        .of(entities.stream(), Long.MAX_VALUE)
                        .entities());
        assertEquals(
                entities,
                READER.read("$top=999999999999999999&$skip=000")
                        .of(entities.stream(), Long.MAX_VALUE)
                        .entities());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "label is 'x' | 6: expected one of eq, ne, gt, ge, lt, le, in, got 'is'",
                "label EQ 'x' | 6: expected one of eq, ne, gt, ge, lt, le, in, got 'EQ'",
                "label | 5: expected one of eq, ne, gt, ge, lt, le, in, got nothing",
                "label eq | 8: expected a text in single quotes, or null, got nothing",
                "label eq x | 9: expected a text in single quotes, or null, got 'x'",
                "label eq 5 | 9: expected a text in single quotes, or null, got '5'",
                "label eq \"x\" | 9: expected a text in single quotes, or null, got '\"x\"'",
                "label eq'x' | 8: expected a space, got ''x''",
                "label eq 'x | 11: expected a closing quote, got nothing",
                "label eq 'x'' | 13: expected a closing quote, got nothing",
                "label eq 'x'and seats eq 1 | 12: expected ' and ', ' or ' or the end, got 'and'",
                "label eq 'x' and | 16: expected one of the properties label, closes, seats, heated, tags, got nothing",
                "label eq 'x' and(seats eq 1) | 16: expected a space, got '(seats eq 1)'",
                "label eq 'x' xor seats eq 1 | 13: expected ' and ', ' or ' or the end, got 'xor'",
                "label eq 'x' seats | 13: expected ' and ', ' or ' or the end, got 'seats'",
                "label eq 'x') | 12: expected ' and ', ' or ' or the end, got ')'",
                "(label eq 'x' | 13: expected ' and ', ' or ' or ')', got nothing",
                "(label eq 'x' xor seats eq 1) | 14: expected ' and ', ' or ' or ')', got 'xor'",
                "() | 1: expected one of the properties label, closes, seats, heated, tags, got ')'",
                "Label eq 'x' | 0: expected one of the properties label, closes, seats, heated, tags, got 'Label'",
                "owner eq 'x' | 0: expected one of the properties label, closes, seats, heated, tags, got 'owner'",
                "seats eq '1 2' and x | 9: expected a number, or null, got ''1 2''",
                "seats eq 1x | 9: expected a number, or null, got '1x'",
                "seats eq NaN | 9: expected a number, or null, got 'NaN'",
                "seats eq 1e9999999999 | 9: expected a number, or null, got '1e9999999999'",
                "heated eq yes | 10: expected true, false or null, got 'yes'",
                "closes gt 2030-01-01 | 10: expected a timestamp such as 2030-01-01T00:00:00Z, or null, got '2030-01-01'",
                "closes gt '2030-01-01T00:00:00Z' | 10: expected a timestamp such as 2030-01-01T00:00:00Z, or null, got ''2030-01-01T00:00:00Z''",
                "closes gt 2030-01-01T00:00:00 02:00 | 10: expected a timestamp such as 2030-01-01T00:00:00Z, or null, got '2030-01-01T00:00:00'",
                "closes gt 2030-02-30T00:00:00Z | 10: expected a timestamp such as 2030-01-01T00:00:00Z, or null, got '2030-02-30T00:00:00Z'",
                "closes gt 2030-01-01T00:00:00.1234567890123Z | 10: expected a timestamp such as 2030-01-01T00:00:00Z, or null, got '2030-01-01T00:00:00.1234567890123Z'",
                "closes gt 2030-01-01T00:00.1Z | 10: expected a timestamp such as 2030-01-01T00:00:00Z, or null, got '2030-01-01T00:00.1Z'",
                "not(seats eq 1) | 3: expected a space, got '(seats eq 1)'",
                "not label eq 'x' | 4: expected parentheses around the comparison, since not binds more tightly, got 'label'",
                "not | 3: expected true, false or null, got nothing",
                "label eq 'x' or | 15: expected one of the properties label, closes, seats, heated, tags, got nothing",
                "label | 5: expected one of eq, ne, gt, ge, lt, le, in, got nothing",
                "label and heated | 6: expected one of eq, ne, gt, ge, lt, le, in, got 'and'",
                "heated and label | 16: expected one of eq, ne, gt, ge, lt, le, in, got nothing",
                "label eq seats | 9: expected a text in single quotes, or null, got 'seats'",
                "5 eq label | 5: expected a number, or null, got 'label'",
                "label in ('x',5) | 14: expected a text in single quotes, or null, got '5'",
                "label in () | 10: expected a text in single quotes, or null, got ')'",
                "label in ('x' | 13: expected ',' or ')', got nothing",
                "label in 'x' | 9: expected a list in parentheses, got ''x''",
                "label in('x') | 8: expected a space, got '('x')'",
                "tags in ('x') | 0: expected one value, or tags/any(...), got 'tags'",
                "contains(tags,'x') | 9: expected one value, or tags/any(...), got 'tags'",
                "contains(label) | 14: expected ',', got ')'",
                "contains(label,'x','y') | 18: expected ')', got ','y')'",
                "contains(seats,'1') | 9: expected a text in single quotes, or null, got 'seats'",
                "contains (label,'x') | 0: expected one of the properties label, closes, seats, heated, tags, got 'contains'",
                "tolower(label) eq 'x' | 0: 'tolower' is not supported; expected one of startswith, endswith, contains",
                "label eq toupper('x') | 9: 'toupper' is not supported; expected one of startswith, endswith, contains",
                "seats add 1 eq 2 | 6: 'add' is not supported; expected one of eq, ne, gt, ge, lt, le, in",
                "label has 'x' | 6: 'has' is not supported; expected one of eq, ne, gt, ge, lt, le, in",
                "-seats eq 1 | 0: '-seats' is not supported; expected one of the properties label, closes, seats, heated, tags",
                "label eq @x | 9: '@x' is not supported; expected one of the properties label, closes, seats, heated, tags",
                "$it/label eq 'x' | 0: '$it' is not supported; expected one of the properties label, closes, seats, heated, tags",
                "label/x eq 'x' | 5: '/x' is not supported; expected one of eq, ne, gt, ge, lt, le, in",
                "tags/$count gt 1 | 5: '$count' is not supported; expected any(...) or all(...)",
                "tags/some(t:t eq 'x') | 5: expected any(...) or all(...), got 'some'",
                "tags/any(label:label eq 'x') | 9: expected a new name that stands for an item, got 'label:label'",
                "tags/any(t eq 'x') | 11: expected ':', got 'eq'",
                "tags/any(t:u eq 'x') | 11: expected one of the properties label, closes, seats, heated, tags, got 'u'",
                "tags/any(t:t eq 1) | 16: expected a text in single quotes, or null, got '1'",
                "tags/any(t:t) | 12: expected one of eq, ne, gt, ge, lt, le, in, got ')'",
                "tags/all() | 9: expected a new name that stands for an item, got ')'"
            })
    void namesThePositionInAFilter(String filter, String message) {
        assertEquals(
                "$filter, position " + message + ".",
                message("$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$filter= | $filter, position 0: expected one of the properties label, closes, seats, heated, tags, got nothing.",
                "$filter | $filter, position 0: expected one of the properties label, closes, seats, heated, tags, got nothing.",
                "$filter=label%20eq%20'%zz' | $filter, position 10: expected two hexadecimal digits after %, got '%zz''.",
                "$top=-1 | $top, position 0: expected a whole number from 0 of at most 18 digits, got '-1'.",
                "$top=1.5 | $top, position 1: expected a whole number from 0 of at most 18 digits, got '.5'.",
                "$top=+1 | $top, position 0: expected a whole number from 0 of at most 18 digits, got ' 1'.",
                "$top= | $top, position 0: expected a whole number from 0 of at most 18 digits, got nothing.",
                "$skip=ten | $skip, position 0: expected a whole number from 0 of at most 18 digits, got 'ten'.",
                "$skip=1234567890123456789 | $skip, position 18: expected a whole number from 0 of at most 18 digits, got '1234567890123456789'.",
                "$top=1&$top=1 | $top, position 0: expected the option once, got it again with '1'.",
                "$top=1&%24top= | $top, position 0: expected the option once, got it again with nothing.",
                "$expand=label | $expand, position 0: '$expand' is not supported; expected one of $filter, $orderby, $top, $skip, $count, $select.",
                "$search=x&$top=x | $search, position 0: '$search' is not supported; expected one of $filter, $orderby, $top, $skip, $count, $select.",
                "$count=True | $count, position 0: expected true or false, got 'True'.",
                "$count= | $count, position 0: expected true or false, got nothing.",
                "$orderby= | $orderby, position 0: expected one of the properties label, closes, seats, heated, owner, got nothing.",
                "$orderby=tags | $orderby, position 0: expected one of the properties label, closes, seats, heated, owner, got 'tags'.",
                "$orderby=place | $orderby, position 0: expected one of the properties label, closes, seats, heated, owner, got 'place'.",
                "$orderby=label,,seats | $orderby, position 6: expected one of the properties label, closes, seats, heated, owner, got ',seats'.",
                "$orderby=label up | $orderby, position 6: expected asc, desc, ',' or the end, got 'up'.",
                "$orderby=label desc asc | $orderby, position 11: expected ',' or the end, got 'asc'.",
                "$orderby=label/x | $orderby, position 5: '/x' is not supported; expected asc, desc or ','.",
                "$orderby=tolower(label) | $orderby, position 0: expected one of the properties label, closes, seats, heated, owner, got 'tolower'.",
                "$select= | $select, position 0: expected * or one of the properties label, closes, seats, heated, tags, owner, place, got nothing.",
                "$select=label,colour | $select, position 6: expected * or one of the properties label, closes, seats, heated, tags, owner, place, got 'colour'.",
                "$select=label seats | $select, position 6: expected ',' or the end, got 'seats'.",
                "$select=place/x | $select, position 5: '/x' is not supported; expected ',' or the end.",
                "a=1&$Top=1 | $Top, position 0: expected one of $filter, $orderby, $top, $skip, $count, $select, got '$Top'.",
                "$ | $, position 0: expected one of $filter, $orderby, $top, $skip, $count, $select, got '$'."
            })
    void namesTheOptionThatItCannotRead(String query, String message) {
        assertEquals(message, message(query));
    }

    @Test
    void boundsWhatItReadsAndWhatItShows() {
        String longest = "label eq '" + "x".repeat(4085) + "'";
        assertEquals(
                comparison("label", ValueType.TEXT, ComparisonOperator.EQ, new Value.Text("x".repeat(4085))),
                READER.read("$filter=" + longest.replace(" ", "+")).filter());
        assertEquals(
                "$filter, position 4096: expected at most 4096 characters, got 4097.",
                message("$filter=" + longest.replace(" ", "+") + "+"));
        assertEquals(
                "$filter, position 0: expected one of the properties label, closes, seats, heated, tags, got '"
                        + "y".repeat(40) + "...'.",
                message("$filter=" + "y".repeat(50)));
        assertEquals(
                "$filter, position 100: expected at most 100 levels, got one more.",
                message("$filter=" + "(".repeat(2048) + ")".repeat(2048)));
        assertEquals(
                "$filter, position 400: expected at most 100 levels, got one more.",
                message("$filter=" + "not+".repeat(1000) + "heated"));
        Query deep = READER.read("$filter=" + "not+(".repeat(50) + "heated" + ")".repeat(50));
        assertEquals(
                List.of(true, false),
                List.of(
                        deep.filter().selects(json("{'heated': true}")),
                        deep.filter().selects(json("{'heated': false}"))));
    }

    @Test
    void tellsWhenNothingCanBeFilteredBy() {
        ODataException e = assertThrows(
                ODataException.class,
                () -> new QueryReader(Map.of(), Long.MAX_VALUE).read("$filter=label%20eq%20null"));
        assertEquals(
                "$filter, position 0: expected no filter, since no property can be filtered by, got 'label'.",
                e.getMessage());
        assertEquals("$filter 0", e.option() + " " + e.position());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'string'} | Optional[TEXT]",
                "{'type': ['null', 'string'], 'format': 'date-time'} | Optional[INSTANT]",
                "{'type': ['integer', 'null']} | Optional[NUMBER]",
                "{'type': 'number'} | Optional[NUMBER]",
                "{'type': 'boolean'} | Optional[BOOLEAN]",
                "{'type': 'array'} | Optional.empty",
                "{} | Optional.empty"
            })
    void takesTheKindFromTheSchema(String schema, String kind) {
        assertEquals(kind, ValueType.of(json(schema)).toString());
    }

    private static String message(String query) {
        return String.valueOf(
                assertThrows(ODataException.class, () -> READER.read(query)).getMessage());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace("'", "\"").replace("`it\"s`", "\"it's\""));
    }
}
