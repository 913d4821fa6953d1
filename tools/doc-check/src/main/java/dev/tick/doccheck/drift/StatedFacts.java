package dev.tick.doccheck.drift;

import dev.tick.doccheck.known.KnownPage;
import dev.tick.doccheck.known.KnownPages;
import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Property;
import dev.tick.doccheck.page.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the statuses and the entity's properties that a page states with those that it stated when it was read. */
final class StatedFacts {
    private final KnownPages pages;
    private final DocumentationPage page;
    private final KnownPage known;
    private final List<Drift> told;
    private final List<Drift> drifts = new ArrayList<>();

    /** Takes the drifts that are told already: no place is told twice. */
    StatedFacts(KnownPages pages, DocumentationPage page, KnownPage known, List<Drift> told) {
        this.pages = pages;
        this.page = page;
        this.known = known;
        this.told = told;
    }

    List<Drift> compare() {
        List<Integer> statuses = page.statuses().stream().map(Status::code).toList();
        for (int code : known.statuses()) {
            if (!statuses.contains(code)) {
                add(1, "status " + code, "not listed", "listed on the page that was read", DriftKind.REMOVED);
            }
        }
        for (Status status : page.statuses()) {
            if (!known.statuses().contains(status.code())) {
                add(
                        status.line(),
                        "status " + status.code(),
                        "listed",
                        "not listed on the page that was read",
                        DriftKind.ADDED);
            }
        }
        List<String> properties =
                page.properties().facts().stream().map(Property::name).toList();
        for (String name : known.properties()) {
            if (!properties.contains(name)) {
                add(
                        page.properties().line(),
                        BodyComparer.place(name),
                        "not listed",
                        "listed on the page that was read",
                        DriftKind.REMOVED);
            }
        }
        return drifts;
    }

    private void add(int line, String place, String said, String before, DriftKind kind) {
        if (told.stream().noneMatch(drift -> drift.place().equals(place))) {
            drifts.add(new Drift(
                    page.file(),
                    Math.max(1, line),
                    place,
                    said,
                    before,
                    new ContractLocation(pages.file(), known.entry(), "", Optional.empty()),
                    kind));
        }
    }
}
