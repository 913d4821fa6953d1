package dev.tick.conformance;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Clients that do one thing wrong, of both editions. */
final class WrongClients {
    private WrongClients() {}

    /**
     * A client that does one thing wrong.
     *
     * @param name what it does
     * @param row the row that it breaks
     * @param scenario in which that shows
     * @param habit makes a sound client this one
     * @param detail a part of what the judge says
     */
    record WrongClient(String name, String row, String scenario, Consumer<PracticeClient> habit, String detail) {
        @Override
        public String toString() {
            return row + ": " + name;
        }
    }

    static WrongClient wrong(String name, String row, String scenario, Consumer<PracticeClient> habit, String detail) {
        return new WrongClient(name, row, scenario, habit, detail);
    }

    private static Consumer<PracticeClient> body(Consumer<ObjectNode> change) {
        return one -> one.submit = body -> {
            change.accept(body);
            return body;
        };
    }

    static Stream<WrongClient> ofToday() {
        return Stream.of(bodies(), otherRequests(), waits(), repetitions(), tokens(), reports(), WrongReaders.ofToday())
                .flatMap(some -> some);
    }

    /** Submits. */
    private static Stream<WrongClient> bodies() {
        return Stream.of(
                wrong(
                        "sends no type",
                        "ICL-002",
                        "tour",
                        body(b -> b.remove("indicatorType")),
                        "a property 'indicatorType'"),
                wrong("sends no action", "ICL-003", "tour", body(b -> b.remove("action")), "a property 'action'"),
                wrong("sends no title", "ICL-004", "tour", body(b -> b.remove("title")), "a property 'title'"),
                wrong(
                        "sends no description",
                        "ICL-005",
                        "tour",
                        body(b -> b.remove("description")),
                        "a property 'description'"),
                wrong(
                        "sends a type of its own",
                        "ICL-007",
                        "tour",
                        body(b -> b.put("indicatorType", "Ip")),
                        "got \"Ip\""),
                wrong(
                        "sends an action of its own",
                        "ICL-008",
                        "tour",
                        body(b -> b.put("action", "Deny")),
                        "got \"Deny\""),
                wrong("sends the title as a number", "ICL-010", "tour", body(b -> b.put("title", 5)), "got 5"),
                wrong(
                        "sends a day as expiration",
                        "ICL-012",
                        "tour",
                        body(b -> b.put("expirationTime", "2030-12-12")),
                        "2030-12-12"),
                wrong(
                        "sends a severity of its own",
                        "ICL-013",
                        "tour",
                        body(b -> b.put("severity", "Fatal")),
                        "got \"Fatal\""),
                wrong(
                        "sends the wish for alerts as text",
                        "ICL-016",
                        "tour",
                        body(PracticeHabits::alertAsText),
                        "got \"true\""),
                wrong("sends a number as its id", "ICL-017", "tour", body(b -> b.put("externalId", 7)), "got 7"),
                wrong(
                        "sends a property of its own",
                        "ICL-028",
                        "tour",
                        body(b -> b.put("colour", "red")),
                        "does not hold"),
                wrong(
                        "sends an expiration that has passed",
                        "ICL-027",
                        "tour",
                        body(b -> b.put("expirationTime", "2020-01-01T00:00:00Z")),
                        "does not hold"),
                wrong("sends networks", "ICL-022", "tour", body(PracticeHabits::network), "192.0.2.10/24"),
                wrong("audits without alerts", "ICL-026", "tour", body(PracticeHabits::silentAudit), "generateAlert"),
                wrong(
                        "declares another media type",
                        "ICL-029",
                        "tour",
                        one -> one.contentType = PracticeHabits::mediaType,
                        "text/plain"));
    }

    /** All other requests. */
    private static Stream<WrongClient> otherRequests() {
        return Stream.of(
                wrong(
                        "misspells the list of an import",
                        "ICL-034",
                        "tour",
                        one -> one.importing = PracticeHabits::misspelt,
                        "a property 'Indicators'"),
                wrong(
                        "imports nothing",
                        "ICL-035",
                        "tour",
                        one -> one.importing = PracticeHabits::empty,
                        "at least 1 items"),
                wrong(
                        "deletes by numbers",
                        "ICL-040",
                        "tour",
                        one -> one.deletion = PracticeHabits::numbers,
                        "type \"string\""),
                wrong(
                        "deletes by value",
                        "ICL-043",
                        "tour",
                        one -> one.address = (id, value) -> value,
                        "in place of the id"),
                wrong("asks for too many", "ICL-044", "tour", one -> one.list = path -> path + "?$top=20000", "20000"),
                wrong(
                        "does not read on",
                        "ICL-048",
                        "pages",
                        one -> one.pages = PracticeClient.Pages.IGNORED,
                        "does not hold"));
    }

    /** Coming back too early. */
    private static Stream<WrongClient> waits() {
        return Stream.of(
                wrong(
                        "does not wait at 429",
                        "ICL-045",
                        "submit-429",
                        one -> one.waits = seconds -> 0,
                        "told to wait 1 s"),
                wrong(
                        "does not wait at 503",
                        "ICL-060",
                        "submit-503",
                        one -> one.waits = seconds -> 0,
                        "told to wait 1 s"),
                wrong(
                        "waits at 429, and not at the 503 behind it",
                        "ICL-060",
                        "throttled-then-busy",
                        one -> one.waits = new FirstWaitAlone(),
                        "told to wait 1 s"),
                wrong(
                        "waits a second at most",
                        "ICL-045",
                        "submit-429-for-long",
                        one -> one.waits = seconds -> Math.min(seconds, 1) * 1000,
                        "told to wait 2 s"),
                wrong("reads no date", "ICL-045", "submit-429-by-date", one -> one.readsDates = false, "told to wait"),
                wrong(
                        "does not wait at a 429 of a list",
                        "ICL-045",
                        "list-429",
                        one -> one.waits = seconds -> 0,
                        "told to wait 1 s"),
                wrong(
                        "does not wait at a 429 of a delete",
                        "ICL-045",
                        "delete-429",
                        one -> one.waits = seconds -> 0,
                        "told to wait 1 s"),
                wrong(
                        "does not wait at a 429 of an import",
                        "ICL-045",
                        "import-429",
                        one -> one.waits = seconds -> 0,
                        "told to wait 1 s"),
                wrong(
                        "does not wait at a 429 of a batch delete",
                        "ICL-045",
                        "batch-delete-429",
                        one -> one.waits = seconds -> 0,
                        "told to wait 1 s"),
                wrong(
                        "waits at the first 503 alone",
                        "ICL-060",
                        "busy-twice",
                        one -> one.waits = new FirstWaitAlone(),
                        "told to wait 1 s"),
                wrong(
                        "waits a second at most where an hour was named",
                        "ICL-045",
                        "submit-429-for-an-hour",
                        PracticeHabits::waitsASecondAtMost,
                        "told to wait 3600 s"),
                wrong(
                        "hammers a service that stays busy",
                        "ICL-060",
                        "busy-for-long",
                        PracticeHabits::hammers,
                        "told to wait 1 s"),
                wrong(
                        "does not wait at a 503 of the token endpoint",
                        "ICL-074",
                        "token-503",
                        one -> one.tokenWaits = seconds -> 0,
                        "told to wait 1 s"),
                wrong(
                        "waits a second at most at the token endpoint",
                        "ICL-074",
                        "token-429",
                        one -> one.tokenWaits = seconds -> Math.min(seconds, 1) * 1000,
                        "told to wait 2 s"));
    }

    /** Coming back in vain. */
    private static Stream<WrongClient> repetitions() {
        return Stream.of(
                wrong(
                        "repeats a forbidden submit",
                        "ICL-054",
                        "submit-403",
                        one -> one.repeats = status -> status == 403,
                        "repeated with the same token"),
                wrong(
                        "repeats a forbidden list",
                        "ICL-054",
                        "list-403",
                        one -> one.repeats = status -> status == 403,
                        "repeated with the same token"),
                wrong(
                        "repeats a forbidden delete",
                        "ICL-054",
                        "delete-403",
                        one -> one.repeats = status -> status == 403,
                        "repeated with the same token"),
                wrong(
                        "repeats a forbidden import",
                        "ICL-054",
                        "import-403",
                        one -> one.repeats = status -> status == 403,
                        "repeated with the same token"),
                wrong(
                        "repeats what is wrong",
                        "ICL-055",
                        "submit-400",
                        one -> one.repeats = status -> status == 400,
                        "does not hold"),
                wrong(
                        "repeats what is gone",
                        "ICL-056",
                        "delete-404",
                        one -> one.repeats = status -> status == 404,
                        "does not hold"),
                wrong(
                        "repeats a conflict",
                        "ICL-057",
                        "submit-409",
                        one -> one.repeats = status -> status == 409,
                        "does not hold"),
                wrong(
                        "repeats what is too large",
                        "ICL-058",
                        "submit-413",
                        one -> one.repeats = status -> status == 413,
                        "does not hold"),
                wrong(
                        "repeats a media type",
                        "ICL-059",
                        "submit-415",
                        one -> one.repeats = status -> status == 415,
                        "does not hold"),
                wrong(
                        "repeats a forbidden batch delete",
                        "ICL-054",
                        "batch-delete-403",
                        one -> one.repeats = status -> status == 403,
                        "repeated with the same token"),
                wrong(
                        "repeats a wrong list",
                        "ICL-055",
                        "list-400",
                        one -> one.repeats = status -> status == 400,
                        "does not hold"),
                wrong(
                        "repeats a wrong delete",
                        "ICL-055",
                        "delete-400",
                        one -> one.repeats = status -> status == 400,
                        "does not hold"),
                wrong(
                        "repeats a wrong import",
                        "ICL-055",
                        "import-400",
                        one -> one.repeats = status -> status == 400,
                        "does not hold"),
                wrong(
                        "repeats a wrong batch delete",
                        "ICL-055",
                        "batch-delete-400",
                        one -> one.repeats = status -> status == 400,
                        "does not hold"),
                wrong(
                        "repeats an import that is too large",
                        "ICL-058",
                        "import-413",
                        one -> one.repeats = status -> status == 413,
                        "does not hold"),
                wrong(
                        "repeats a conflict of an import",
                        "ICL-057",
                        "import-409",
                        one -> one.repeats = status -> status == 409,
                        "does not hold"),
                wrong(
                        "repeats the media type of an import",
                        "ICL-059",
                        "import-415",
                        one -> one.repeats = status -> status == 415,
                        "does not hold"),
                wrong(
                        "repeats the media type of a delete",
                        "ICL-059",
                        "delete-415",
                        one -> one.repeats = status -> status == 415,
                        "does not hold"),
                wrong(
                        "repeats a batch delete of what is gone",
                        "ICL-056",
                        "batch-delete-404",
                        one -> one.repeats = status -> status == 404,
                        "does not hold"),
                wrong(
                        "repeats a batch delete that is too large",
                        "ICL-058",
                        "batch-delete-413",
                        one -> one.repeats = status -> status == 413,
                        "does not hold"),
                wrong(
                        "repeats a delete again that finds nothing behind a lost answer",
                        "ICL-075",
                        "delete-answer-lost",
                        one -> one.repeats = status -> status == PracticeClient.LOST || status == 404,
                        "got lost 404 404"));
    }

    /** Getting tokens, and giving them away. */
    private static Stream<WrongClient> tokens() {
        return Stream.of(
                wrong("sends no token", "ICL-030", "tour", one -> one.authorization = "", "Authorization is missing"),
                wrong("sends a broken token", "ICL-030", "tour", one -> one.authorization = "Bearer x", "token"),
                wrong(
                        "renews its token for ever",
                        "ICL-061",
                        "token-refused",
                        one -> one.renewals = 5,
                        "got 401 401 401"),
                wrong(
                        "repeats with an old token",
                        "ICL-062",
                        "token-expires",
                        PracticeHabits::keepsOldToken,
                        "does not hold"),
                wrong(
                        "asks for a token at every call",
                        "ICL-063",
                        "tour",
                        one -> one.keeping = PracticeClient.Keeping.NOTHING,
                        "does not hold"),
                wrong(
                        "puts its token into the URL",
                        "ICL-066",
                        "tour",
                        one -> one.query = "access_token=TOKEN",
                        "access_token"),
                wrong(
                        "asks for a token at every attempt",
                        "ICL-063",
                        "submit-500",
                        one -> one.keeping = PracticeClient.Keeping.NOTHING,
                        "does not hold"),
                wrong(
                        "repeats a list with an old token",
                        "ICL-062",
                        "list-token-expires",
                        PracticeHabits::keepsOldToken,
                        "does not hold"),
                wrong(
                        "takes its token along to where its list is redirected",
                        "ICL-072",
                        "list-redirected",
                        PracticeHabits::takesTokenAlong,
                        "to which it was redirected"),
                wrong(
                        "takes its token along to where its submit is redirected",
                        "ICL-072",
                        "submit-redirected",
                        PracticeHabits::takesTokenAlong,
                        "to which it was redirected"),
                wrong(
                        "asks again for a token that was refused with 400",
                        "ICL-073",
                        "token-400",
                        one -> one.tokenRepeats = status -> status == 400,
                        "does not hold"),
                wrong(
                        "asks again for a token that was refused with 401",
                        "ICL-073",
                        "token-401",
                        one -> one.tokenRepeats = status -> status == 401,
                        "does not hold"),
                wrong(
                        "asks for a token at every call once one was refused",
                        "ICL-063",
                        "token-expires-amid",
                        one -> one.keeping = PracticeClient.Keeping.TOKEN_UNTIL_REFUSED,
                        "does not hold"),
                wrong(
                        "asks for a second token where the first is slow",
                        "ICL-063",
                        "token-slow",
                        one -> one.tokenTimeout = Duration.ofMillis(200),
                        "does not hold"));
    }

    /** Telling what became of the work. */
    private static Stream<WrongClient> reports() {
        return Stream.of(
                wrong(
                        "takes each answer as success",
                        "ICL-064",
                        "submit-400",
                        one -> one.said = (status, honest) -> "done",
                        "as done"),
                wrong(
                        "takes each answer as failure",
                        "ICL-064",
                        "tour",
                        one -> one.said = (status, honest) -> "failed",
                        "as failed"),
                wrong("takes half a list as whole", "ICL-065", "list-cut", PracticeHabits::trusting, "as done"),
                wrong("takes half an import as whole", "ICL-065", "import-cut", PracticeHabits::trusting, "as done"),
                wrong("takes a lost answer as success", "ICL-065", "answer-lost", PracticeHabits::trusting, "as done"),
                wrong(
                        "takes an import as done of which an item failed",
                        "ICL-047",
                        "import-fails-in-part",
                        PracticeHabits::readsStatusAlone,
                        "does not hold"),
                wrong(
                        "takes a cut answer to a submit as success",
                        "ICL-065",
                        "submit-cut",
                        PracticeHabits::trusting,
                        "as done"),
                wrong(
                        "takes half an answer as success, behind which the service hangs",
                        "ICL-065",
                        "submit-hangs",
                        PracticeHabits::trusting,
                        "as done"),
                wrong(
                        "takes a garbled answer to a submit as success",
                        "ICL-065",
                        "submit-garbled",
                        PracticeHabits::trusting,
                        "as done"),
                wrong(
                        "takes a failed delete for done",
                        "ICL-064",
                        "delete-500",
                        PracticeHabits::trustsFailures,
                        "as done"),
                wrong(
                        "takes a 429 that tells no time for done",
                        "ICL-064",
                        "submit-429-without-time",
                        PracticeHabits::trustsFailures,
                        "as done"),
                wrong(
                        "takes work for done for which it had no token",
                        "ICL-064",
                        "token-401",
                        one -> one.said = (status, honest) -> status == PracticeClient.NO_TOKEN ? "done" : honest,
                        "made no call for it"),
                wrong(
                        "takes work for done whose token was cut",
                        "ICL-065",
                        "token-cut",
                        PracticeHabits::worksWithoutToken,
                        "made no call for it"),
                wrong(
                        "takes a lost delete for done",
                        "ICL-065",
                        "delete-answer-lost",
                        PracticeHabits::trusting,
                        "as done"));
    }

    static Stream<WrongClient> ofFirstEdition() {
        return Stream.concat(workOfFirstEdition(), WrongReaders.ofFirstEdition());
    }

    private static Stream<WrongClient> workOfFirstEdition() {
        return Stream.of(
                wrong(
                        "sends no type",
                        "CLI-002",
                        "tour",
                        body(b -> b.remove("indicatorType")),
                        "a property 'indicatorType'"),
                wrong("sends the title as a number", "CLI-006", "tour", body(b -> b.put("title", 5)), "got 5"),
                wrong(
                        "sends an action of its own",
                        "CLI-008",
                        "tour",
                        body(b -> b.put("action", "Deny")),
                        "got \"Deny\""),
                wrong(
                        "sends an expiration that has passed",
                        "CLI-018",
                        "tour",
                        body(b -> b.put("expirationTime", "2020-01-01T00:00:00Z")),
                        "does not hold"),
                wrong(
                        "sends a property of its own",
                        "CLI-019",
                        "tour",
                        body(b -> b.put("colour", "red")),
                        "does not hold"),
                wrong("sends no token", "CLI-021", "tour", one -> one.authorization = "", "Authorization is missing"),
                wrong(
                        "changes to a severity of its own",
                        "CLI-025",
                        "tour",
                        one -> one.changing = PracticeHabits::fatal,
                        "got \"Fatal\""),
                wrong(
                        "changes what cannot be changed",
                        "CLI-030",
                        "tour",
                        one -> one.changing = PracticeHabits::otherAction,
                        "does not hold"),
                wrong(
                        "declares its change as text",
                        "CLI-031",
                        "tour",
                        one -> one.contentType = PracticeHabits::typeOfChange,
                        "text/plain"),
                wrong(
                        "does not wait at a 429 of a change",
                        "CLI-033",
                        "change-429",
                        one -> one.waits = seconds -> 0,
                        "told to wait 1 s"),
                wrong(
                        "takes 200 as failure",
                        "CLI-036",
                        "submit-200",
                        one -> one.said = (status, honest) -> status == 200 ? "failed" : honest,
                        "does not hold"),
                wrong(
                        "repeats a forbidden change",
                        "CLI-040",
                        "change-403",
                        one -> one.repeats = status -> status == 403,
                        "repeated with the same token"),
                wrong(
                        "repeats a wrong change",
                        "CLI-041",
                        "change-400",
                        one -> one.repeats = status -> status == 400,
                        "does not hold"),
                wrong(
                        "repeats a read of what is not there",
                        "CLI-042",
                        "read-404",
                        one -> one.repeats = status -> status == 404,
                        "does not hold"),
                wrong(
                        "puts its token into the URL",
                        "CLI-052",
                        "tour",
                        one -> one.query = "access_token=TOKEN",
                        "access_token"),
                wrong(
                        "takes its token along to where its list is redirected",
                        "CLI-056",
                        "list-redirected",
                        PracticeHabits::takesTokenAlong,
                        "to which it was redirected"),
                wrong(
                        "repeats a conflict of a change",
                        "CLI-043",
                        "change-409",
                        one -> one.repeats = status -> status == 409,
                        "does not hold"),
                wrong(
                        "repeats the media type of a change",
                        "CLI-045",
                        "change-415",
                        one -> one.repeats = status -> status == 415,
                        "does not hold"),
                wrong(
                        "repeats a change of what is gone",
                        "CLI-042",
                        "change-404",
                        one -> one.repeats = status -> status == 404,
                        "does not hold"),
                wrong(
                        "repeats a forbidden read",
                        "CLI-040",
                        "read-403",
                        one -> one.repeats = status -> status == 403,
                        "repeated with the same token"),
                wrong(
                        "does not wait at a 503 of a change",
                        "CLI-046",
                        "change-503",
                        one -> one.waits = seconds -> 0,
                        "told to wait 1 s"),
                wrong(
                        "takes a lost change for done",
                        "CLI-051",
                        "change-answer-lost",
                        PracticeHabits::trusting,
                        "as done"),
                wrong(
                        "repeats a delete again that finds nothing behind a lost answer",
                        "CLI-059",
                        "delete-answer-lost",
                        one -> one.repeats = status -> status == PracticeClient.LOST || status == 404,
                        "got lost 404 404"),
                wrong(
                        "asks again for a token that was refused",
                        "CLI-057",
                        "token-401",
                        one -> one.tokenRepeats = status -> status == 401,
                        "does not hold"),
                wrong(
                        "does not wait at a 503 of the token endpoint",
                        "CLI-058",
                        "token-503",
                        one -> one.tokenWaits = seconds -> 0,
                        "told to wait 1 s"));
    }

    /** Waits when it is first told to, and never again. */
    private static final class FirstWaitAlone implements LongUnaryOperator {
        private boolean waited;

        @Override
        public long applyAsLong(long seconds) {
            long millis = waited ? 0 : seconds * 1000;
            waited = true;
            return millis;
        }
    }
}
