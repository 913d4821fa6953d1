package dev.tick.stub.odata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QueryReaderTest {
    private static final QueryReader READER = new QueryReader(properties(), Long.MAX_VALUE);

    private static Map<String, ValueType> properties() {
        Map<String, ValueType> properties = new LinkedHashMap<>();
        properties.put("label", ValueType.TEXT);
        properties.put("closes", ValueType.INSTANT);
        properties.put("seats", ValueType.NUMBER);
        properties.put("heated", ValueType.BOOLEAN);
        return properties;
    }

    @Test
    void readsAQueryIntoAValue() {
        Query query = READER.read("x=1&$skip=2&%24top=30&$filter=(label+eq+'it''s%20a%2Bb')%20and%20"
                + "(seats%20ge%20-1.50e2%20and%20closes%20lt%202030-01-01T02:00:00%2B02:00)&&colour");
        assertEquals(
                new Query(
                        List.of(
                                new Condition("label", ComparisonOperator.EQ, new Literal.Text("it's a+b")),
                                new Condition(
                                        "seats", ComparisonOperator.GE, new Literal.Amount(new BigDecimal("-1.50e2"))),
                                new Condition(
                                        "closes",
                                        ComparisonOperator.LT,
                                        new Literal.Moment(Instant.parse("2030-01-01T00:00:00Z")))),
                        2,
                        OptionalLong.of(30)),
                query);
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
                "((seats gt 0)) and ((label lt 'b') and heated eq true) | A"
            })
    void selectsByTheKindOfTheProperty(String filter, String expected) {
        List<JsonNode> entities = List.of(
                json("{'label': 'A', 'closes': '2030-01-01T00:00:00Z', 'seats': 1.0, 'heated': true}"),
                json("{'label': 'a', 'closes': '2030-01-01T01:00:00.000+01:00', 'seats': 2, 'heated': false}"),
                json("{'label': 'b', 'closes': '2030-01-01T00:00:00.0000001Z', 'seats': 10, 'heated': null}"),
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
                "label ne 'x' | 6: expected one of eq, gt, ge, lt, le, got 'ne'",
                "label EQ 'x' | 6: expected one of eq, gt, ge, lt, le, got 'EQ'",
                "label | 5: expected one of eq, gt, ge, lt, le, got nothing",
                "label eq | 8: expected a text in single quotes, or null, got nothing",
                "label eq x | 9: expected a text in single quotes, or null, got 'x'",
                "label eq 5 | 9: expected a text in single quotes, or null, got '5'",
                "label eq \"x\" | 9: expected a text in single quotes, or null, got '\"x\"'",
                "label eq'x' | 8: expected a space, got ''x''",
                "label eq 'x | 11: expected a closing quote, got nothing",
                "label eq 'x'' | 13: expected a closing quote, got nothing",
                "label eq 'x'and seats eq 1 | 12: expected ' and ' or the end, got 'and'",
                "label eq 'x' and | 16: expected one of the properties label, closes, seats, heated, got nothing",
                "label eq 'x' and(seats eq 1) | 16: expected a space, got '(seats eq 1)'",
                "label eq 'x' or seats eq 1 | 13: expected ' and ' or the end, got 'or'",
                "label eq 'x' seats | 13: expected ' and ' or the end, got 'seats'",
                "label eq 'x') | 12: expected ' and ' or the end, got ')'",
                "(label eq 'x' | 13: expected ')', got nothing",
                "(label eq 'x' or seats eq 1) | 14: expected ' and ' or ')', got 'or'",
                "() | 1: expected one of the properties label, closes, seats, heated, got ')'",
                "'x' eq label | 0: expected one of the properties label, closes, seats, heated, got ''x' eq label'",
                "Label eq 'x' | 0: expected one of the properties label, closes, seats, heated, got 'Label'",
                "owner eq 'x' | 0: expected one of the properties label, closes, seats, heated, got 'owner'",
                "contains(label,'x') | 0: expected one of the properties label, closes, seats, heated, got 'contains'",
                "not (seats eq 1) | 0: expected one of the properties label, closes, seats, heated, got 'not'",
                "seats eq '1 2' and x | 9: expected a number, or null, got ''1 2''",
                "seats eq (1) | 9: expected a number, or null, got '(1)'",
                "seats eq 1x | 9: expected a number, or null, got '1x'",
                "seats eq NaN | 9: expected a number, or null, got 'NaN'",
                "seats eq 1e9999999999 | 9: expected a number, or null, got '1e9999999999'",
                "heated eq True | 10: expected true, false or null, got 'True'",
                "closes gt 2030-01-01 | 10: expected a timestamp such as 2030-01-01T00:00:00Z, or null, got '2030-01-01'",
                "closes gt '2030-01-01T00:00:00Z' | 10: expected a timestamp such as 2030-01-01T00:00:00Z, or null, got ''2030-01-01T00:00:00Z''",
                "closes gt 2030-01-01T00:00:00 02:00 | 10: expected a timestamp such as 2030-01-01T00:00:00Z, or null, got '2030-01-01T00:00:00'",
                "closes gt 2030-02-30T00:00:00Z | 10: expected a timestamp such as 2030-01-01T00:00:00Z, or null, got '2030-02-30T00:00:00Z'"
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
                "$filter= | $filter, position 0: expected one of the properties label, closes, seats, heated, got nothing.",
                "$filter | $filter, position 0: expected one of the properties label, closes, seats, heated, got nothing.",
                "$filter=label%20eq%20'%zz' | $filter, position 10: expected two hexadecimal digits after %, got '%zz''.",
                "$top=-1 | $top, position 0: expected a whole number from 0 of at most 18 digits, got '-1'.",
                "$top=1.5 | $top, position 1: expected a whole number from 0 of at most 18 digits, got '.5'.",
                "$top=+1 | $top, position 0: expected a whole number from 0 of at most 18 digits, got ' 1'.",
                "$top= | $top, position 0: expected a whole number from 0 of at most 18 digits, got nothing.",
                "$skip=ten | $skip, position 0: expected a whole number from 0 of at most 18 digits, got 'ten'.",
                "$skip=1234567890123456789 | $skip, position 18: expected a whole number from 0 of at most 18 digits, got '1234567890123456789'.",
                "$top=1&$top=1 | $top, position 0: expected the option once, got it again with '1'.",
                "$top=1&%24top= | $top, position 0: expected the option once, got it again with nothing.",
                "$orderby=label | $orderby, position 0: expected one of $filter, $top, $skip, got '$orderby'.",
                "$count=true | $count, position 0: expected one of $filter, $top, $skip, got '$count'.",
                "$select=label | $select, position 0: expected one of $filter, $top, $skip, got '$select'.",
                "$expand=label | $expand, position 0: expected one of $filter, $top, $skip, got '$expand'.",
                "a=1&$Top=1 | $Top, position 0: expected one of $filter, $top, $skip, got '$Top'.",
                "$ | $, position 0: expected one of $filter, $top, $skip, got '$'."
            })
    void namesTheOptionThatItCannotRead(String query, String message) {
        assertEquals(message, message(query));
    }

    @Test
    void boundsWhatItReadsAndWhatItShows() {
        String longest = "label eq '" + "x".repeat(4085) + "'";
        assertEquals(
                1,
                READER.read("$filter=" + longest.replace(" ", "+")).conditions().size());
        assertEquals(
                "$filter, position 4096: expected at most 4096 characters, got 4097.",
                message("$filter=" + longest.replace(" ", "+") + "+"));
        assertEquals(
                "$filter, position 0: expected one of the properties label, closes, seats, heated, got '"
                        + "y".repeat(40) + "...'.",
                message("$filter=" + "y".repeat(50)));
        assertEquals(
                "$filter, position 2048: expected one of the properties label, closes, seats, heated, got '"
                        + ")".repeat(40) + "...'.",
                message("$filter=" + "(".repeat(2048) + ")".repeat(2048)));
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
