package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.reference.today.IndicatorsServer;
import dev.tick.reference.today.Style;
import dev.tick.reference.today.TodayFault;
import dev.tick.reference.today.TokenType;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the second server of today's edition lists, for queries as clients write them. */
class TodayListTest {
    private static final String PATH = "/api/indicators";

    private final IndicatorsServer server = IndicatorsServer.start(Style.PLAIN, TodayFault.NONE, "/some/prefix", 2);
    private final TodayClient client = new TodayClient(server, TokenType.SOUND);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$filter=action+eq+'Block' ; 192.0.2.2,192.0.2.4,|",
                "$filter=title%20eq%20'it''s%2B1'%20and%20severity%20eq%20null ; 192.0.2.5,|",
                "$filter=expirationTime%20lt%202101-01-01T01:00:00.5+01:00 ; 192.0.2.1,192.0.2.2,|,192.0.2.3,|",
                "$filter=generateAlert%20eq%20true&$top=1 ; 192.0.2.1,|",
                "$top=3 ; 192.0.2.1,192.0.2.2,|,192.0.2.3,|",
                "%24skip=2&$top=3&mine=%26 ; 192.0.2.3,192.0.2.4,|,192.0.2.5,|"
            })
    void listsByPagesWhatTheQueryAsksFor(String query, String values) {
        for (int i = 1; i <= 4; i++) {
            client.post(
                    PATH,
                    TodayServerTest.indicator(
                            "192.0.2." + i,
                            i % 2 == 0 ? "'Block'" : "'Audit', 'generateAlert': true",
                            ", 'expirationTime': '2101-01-0" + (i == 4 ? 2 : 1) + "T00:00:00Z'"));
        }
        client.post(PATH, TodayServerTest.indicator("192.0.2.5", "'Alert'", "").replace(" Grüße ", "it\\u0027s+1"));
        assertEquals(List.of(values.split(",", -1)), client.values("/api/v1.0/indicators?" + query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$filter=id%20eq%20'1'",
                "$filter=action%20has%20'a'",
                "$filter=",
                "$top=10001",
                "$top=x",
                "$skip=-1",
                "$what=1"
            })
    void refusesAQueryItDoesNotUnderstand(String query) {
        HttpResponse<String> response = client.get(PATH + "?" + query);
        assertEquals(
                "400 ODataError",
                response.statusCode() + " "
                        + TodayClient.json(response).path("error").path("code").asString());
    }

    @Test
    void listsEachOnceOverManyPages() {
        List<String> all =
                IntStream.range(0, 301).mapToObj(i -> "2001:db8::" + i).toList();
        String items = all.stream()
                .map(value -> TodayServerTest.indicator(value, "'Alert'", ""))
                .collect(Collectors.joining(","));
        assertEquals(
                200,
                client.post(PATH + "/import", "{'Indicators': [" + items + "]}").statusCode());
        List<String> listed = client.values(PATH);
        assertEquals(151, Collections.frequency(listed, "|"));
        listed.removeAll(List.of("|"));
        assertEquals(all, listed);
    }
}
