package dev.tick.doccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.doccheck.drift.Drift;
import dev.tick.doccheck.drift.PageCheck;
import dev.tick.doccheck.drift.PageResult;
import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.LocatedDocument;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forty changes, which were written before the check that tells them, are told; pages without a change have no drift. */
class FortyChangesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T00:00:00Z"), ZoneOffset.UTC);
    private static final PageCheck TODAY = check("indicators");
    private static final PageCheck FIRST = check("tiindicators");

    private record Change(String contract, String page, String find, String replace, String place) {
        @Override
        public String toString() {
            return contract + "/" + page + ", " + place + ": "
                    + find.lines().findFirst().orElse("");
        }
    }

    private static PageCheck check(String contract) {
        return new PageCheck(OwnContracts.load(contract), InventedPages.known(contract), CLOCK);
    }

    static Stream<Change> changes() {
        LocatedDocument yaml =
                LocatedDocument.parse("changes.yaml", "changes:\n" + InventedPages.text("forty/changes.yaml"));
        return Fields.strict(yaml, "").items("changes").stream().map(FortyChangesTest::change);
    }

    private static Change change(Fields fields) {
        fields.hold(
                List.of("contract", "page", "find", "replace", "place"), List.of("contract", "page", "find", "place"));
        return new Change(
                fields.text("contract").orElseThrow(),
                fields.text("page").orElseThrow(),
                fields.text("find").orElseThrow(),
                fields.value("replace", FieldType.ANY_TEXT).orElseThrow().asString(),
                fields.text("place").orElseThrow());
    }

    @Test
    void theyAreForty() {
        assertEquals(40, changes().count());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void isTold(Change change) {
        Map<String, String> pages = InventedPages.texts(change.contract());
        String page = pages.getOrDefault(change.page(), "");
        if (change.find().equals("*")) {
            pages.remove(change.page());
        } else {
            assertEquals(2, page.split(Pattern.quote(change.find()), -1).length, "found not once");
            pages.put(change.page(), page.replace(change.find(), change.replace()));
        }
        List<Drift> drifts = drifts(change.contract(), pages);
        assertTrue(
                drifts.stream().anyMatch(drift -> drift.place().equals(change.place())),
                () -> "places told: " + drifts.stream().map(Drift::sentence).toList());
        if (!change.find().equals("*")) {
            assertTrue(
                    drifts.stream().allMatch(drift -> drift.file().equals(change.page())),
                    () -> "other pages told: " + drifts);
        }
        if (change.place().equals("text")) {
            assertTrue(
                    drifts.stream().anyMatch(drift -> isAtTheChange(drift, page, change)),
                    () -> "at another line: "
                            + drifts.stream().map(Drift::sentence).toList());
        }
    }

    /** Returns whether a drift names the line of the change, or the text that is gone. */
    private static boolean isAtTheChange(Drift drift, String page, Change change) {
        int first = page.substring(0, page.indexOf(change.find())).split("\n", -1).length;
        int last = first
                + Math.max(
                        change.find().split("\n", -1).length, change.replace().split("\n", -1).length)
                - 1;
        return drift.line() == 0 || (drift.line() >= first && drift.line() <= last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators", "tiindicators"})
    void withoutAChangeThereIsNoDrift(String contract) {
        assertEquals(
                List.of(),
                drifts(contract, InventedPages.texts(contract)).stream()
                        .map(Drift::sentence)
                        .toList());
    }

    private static List<Drift> drifts(String contract, Map<String, String> pages) {
        PageCheck check = contract.equals("indicators") ? TODAY : FIRST;
        List<PageResult> results = new ArrayList<>();
        pages.forEach((file, text) -> results.add(check.check(DocumentationPage.parse(file, text))));
        List<Drift> drifts = new ArrayList<>();
        for (PageResult result : results) {
            if (result instanceof PageResult.Compared compared) {
                drifts.addAll(compared.drifts());
            }
        }
        drifts.addAll(check.missing("pages", results));
        return drifts;
    }
}
