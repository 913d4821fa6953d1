package dev.tick.doccheck.drift;

import dev.tick.doccheck.known.KnownPage;
import dev.tick.doccheck.known.KnownPages;
import dev.tick.doccheck.known.KnownText;
import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.TextUnit;
import dev.tick.doccheck.page.TextUnit.Form;
import dev.tick.spec.document.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the texts of a page with the digests of those that were read. */
final class TextComparer {
    static final String PLACE = "text";

    /** Maximum number of characters of a text in a message. */
    private static final int MAX_SHOWN = 160;

    private final KnownPages pages;

    TextComparer(KnownPages pages) {
        this.pages = pages;
    }

    /**
     * Returns the changes of the texts.
     *
     * @param told the drifts that are told already; a line of code that one of them names is not told again
     */
    List<Drift> compare(DocumentationPage page, KnownPage known, List<Drift> told) {
        List<Drift> drifts = new ArrayList<>();
        List<TextUnit> units = page.texts().stream()
                .filter(unit -> !known.elsewhere().contains(unit.digest()))
                .toList();
        for (TextAlignment.Change change : TextAlignment.changes(known.texts(), units)) {
            if (change.page().filter(unit -> isTold(unit, told)).isEmpty()) {
                drifts.add(drift(page, known, change));
            }
        }
        return drifts;
    }

    /** Returns a drift about a page of which hardly a text is known. */
    Drift unknown(DocumentationPage page, KnownPage known) {
        return new Drift(
                page.file(),
                1,
                PLACE,
                "hardly a sentence is left of the page that was read",
                known.texts().size() + " texts of " + known.page(),
                location(known.entry(), List.of()),
                DriftKind.NOT_COMPARED);
    }

    private static boolean isTold(TextUnit unit, List<Drift> told) {
        return unit.form() == Form.CODE && told.stream().anyMatch(drift -> drift.line() == unit.line());
    }

    private Drift drift(DocumentationPage page, KnownPage known, TextAlignment.Change change) {
        Optional<KnownText> before = change.known();
        DriftKind kind = change.page().isEmpty()
                ? DriftKind.TEXT_GONE
                : before.isEmpty() ? DriftKind.TEXT_NEW : DriftKind.TEXT_CHANGED;
        return new Drift(
                page.file(),
                change.page().map(TextUnit::line).orElse(0),
                PLACE,
                change.page().map(unit -> shown(unit.text())).orElse("gone"),
                before.map(TextComparer::said).orElse("not read before"),
                location(
                        before.map(KnownText::entry).orElse(known.entry()),
                        before.map(KnownText::rows).orElse(List.of())),
                kind);
    }

    private static String said(KnownText text) {
        return "line " + text.line() + " of the page that was read, "
                + text.reason()
                        .map(reason -> "which binds nobody (" + FieldType.spelled(reason) + ")")
                        .orElseGet(() -> "for " + String.join(", ", text.rows()));
    }

    private static String shown(String text) {
        return '"' + (text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "..." : text) + '"';
    }

    private ContractLocation location(int line, List<String> rows) {
        return new ContractLocation(
                pages.file(), line, "", rows.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", rows)));
    }
}
