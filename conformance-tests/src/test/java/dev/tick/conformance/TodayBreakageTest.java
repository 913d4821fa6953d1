package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.reference.today.IndicatorsServer;
import dev.tick.reference.today.Style;
import dev.tick.reference.today.TodayFault;
import dev.tick.reference.today.TokenType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Each breakage changes the answers it names in one story, and no other. */
class TodayBreakageTest {
    private static final String PATH = "/api/indicators";

    @Test
    void tellsTheSoundStory() {
        assertEquals(
                List.of(
                        "audit 400",
                        "passed 400",
                        "update first, same id",
                        "import of 501 400",
                        "import 200",
                        "import by a user 200",
                        "delete 204",
                        "delete again 404",
                        "batch with an unknown 404",
                        "batch 204",
                        "blocked [192.0.2.4, 192.0.2.5, |, 192.0.2.6, |]",
                        "all [192.0.2.3, 192.0.2.4, |, 192.0.2.5, 192.0.2.6, |, 192.0.2.7, 192.0.2.8, |]"),
                story(TodayFault.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DELETE_REMOVES_NOTHING; delete again 204, all [192.0.2.3, 192.0.2.4, |, 192.0.2.5, 192.0.2.6, |, 192.0.2.7, 192.0.2.8, |, 192.0.2.10, |]",
                "DELETE_OF_UNKNOWN_SUCCEEDS; delete again 204",
                "IMPORT_DROPS_THE_LAST; blocked [192.0.2.4, 192.0.2.5, |], all [192.0.2.3, 192.0.2.4, |, 192.0.2.5, 192.0.2.8, |]",
                "IMPORT_OF_501_ACCEPTED; import of 501 200, all [192.0.2.3, 192.0.2.9, |, 192.0.2.4, 192.0.2.5, |, 192.0.2.6, 192.0.2.7, |, 192.0.2.8, |]",
                "NEXT_LINK_MISSING; blocked [192.0.2.4, 192.0.2.5, |], all [192.0.2.3, 192.0.2.4, |]",
                "NEXT_LINK_FORGETS_THE_FILTER; blocked [192.0.2.4, 192.0.2.5, |, 192.0.2.6, 192.0.2.7, |, 192.0.2.8, |]",
                "FILTER_IGNORED; blocked [192.0.2.3, 192.0.2.4, |, 192.0.2.5, 192.0.2.6, |, 192.0.2.7, 192.0.2.8, |]",
                "UPDATE_MAKES_A_SECOND; update second, another id, all [192.0.2.3, 192.0.2.3, |, 192.0.2.4, 192.0.2.5, |, 192.0.2.6, 192.0.2.7, |, 192.0.2.8, |]",
                "UPDATE_CHANGES_THE_APPLICATION; update second, same id",
                "AUDIT_WITHOUT_ALERT_ACCEPTED; audit 200, all [192.0.2.1, 192.0.2.3, |, 192.0.2.4, 192.0.2.5, |, 192.0.2.6, 192.0.2.7, |, 192.0.2.8, |]",
                "PASSED_EXPIRATION_ACCEPTED; passed 200",
                "BATCH_DELETES_THE_FIRST_ONLY; all [192.0.2.3, 192.0.2.4, |, 192.0.2.5, 192.0.2.6, |, 192.0.2.7, 192.0.2.8, |, 192.0.2.12, |]",
                "BATCH_WITH_AN_UNKNOWN_DELETES_THE_REST; all [192.0.2.3, 192.0.2.4, |, 192.0.2.5, 192.0.2.6, |, 192.0.2.7, |]",
                "FOREIGN_INDICATORS_SHOWN; all [192.0.2.3, 192.0.2.4, |, 192.0.2.5, 192.0.2.6, |, 192.0.2.7, 192.0.2.8, |, 203.0.113.1, |]",
                "DELEGATED_TOKEN_REFUSED_ON_IMPORT; import by a user 403, all [192.0.2.3, 192.0.2.4, |, 192.0.2.5, 192.0.2.6, |, 192.0.2.8, |]"
            })
    void breaksOneThing(TodayFault breakage, String changed) {
        List<String> sound = story(TodayFault.NONE);
        List<String> lines = story(breakage);
        assertEquals(sound.size(), lines.size());
        lines.removeAll(sound);
        assertEquals(changed, String.join(", ", lines));
    }

    @Test
    void tellsOfEveryBreakage() {
        assertEquals(16, TodayFault.values().length);
    }

    private static List<String> story(TodayFault breakage) {
        try (IndicatorsServer server = IndicatorsServer.start(Style.PLAIN, breakage, "", 2)) {
            return story(
                    new TodayClient(server, TokenType.SOUND),
                    new TodayClient(server, TokenType.DELEGATED),
                    new TodayClient(server, TokenType.OTHER_APPLICATION));
        }
    }

    private static List<String> story(TodayClient client, TodayClient user, TodayClient other) {
        List<String> story = new ArrayList<>();
        story.add(
                "audit " + client.post(PATH, block(1).replace("Block", "Audit")).statusCode());
        story.add("passed "
                + client.post(PATH, alert(2, ", 'expirationTime': '2001-01-01T00:00:00Z'"))
                        .statusCode());
        JsonNode first = TodayClient.json(client.post(PATH, alert(3, ", 'application': 'first'")));
        JsonNode second = TodayClient.json(client.post(PATH, alert(3, ", 'application': 'second'")));
        story.add("update " + second.path("application").asString()
                + (first.path("id").equals(second.path("id")) ? ", same id" : ", another id"));
        story.add("import of 501 " + imported(client, Collections.nCopies(501, alert(9, ""))));
        story.add("import " + imported(client, List.of(block(4), block(5), block(6))));
        story.add("import by a user " + imported(user, List.of(alert(7, ""))));
        String kept = id(client, 8);
        String gone = id(client, 10);
        story.add("delete " + client.delete(PATH + "/" + gone).statusCode());
        story.add("delete again " + client.delete(PATH + "/" + gone).statusCode());
        story.add("batch with an unknown " + batch(client, kept, "1"));
        story.add("batch " + batch(client, id(client, 11), id(client, 12)));
        other.post(PATH, alert(1, "").replace("192.0.2", "203.0.113"));
        story.add("blocked " + client.values(PATH + "?$filter=action+eq+'Block'"));
        story.add("all " + client.values(PATH));
        return story;
    }

    private static int imported(TodayClient client, List<String> items) {
        return client.post(PATH + "/import", "{'Indicators': [" + String.join(",", items) + "]}")
                .statusCode();
    }

    private static int batch(TodayClient client, String first, String second) {
        return client.post(PATH + "/BatchDelete", "{'IndicatorIds': ['" + first + "', '" + second + "']}")
                .statusCode();
    }

    private static String id(TodayClient client, int number) {
        return TodayClient.json(client.post(PATH, alert(number, ""))).path("id").asString();
    }

    private static String block(int number) {
        return TodayServerTest.indicator("192.0.2." + number, "'Block'", "");
    }

    private static String alert(int number, String more) {
        return TodayServerTest.indicator("192.0.2." + number, "'Alert'", more);
    }
}
