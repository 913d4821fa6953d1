package dev.tick.doccheck.command;

import dev.tick.doccheck.drift.Drift;
import dev.tick.doccheck.drift.PageCheck;
import dev.tick.doccheck.drift.PageResult;
import dev.tick.doccheck.drift.PageResult.Compared;
import dev.tick.doccheck.drift.PageResult.Skipped;
import dev.tick.doccheck.known.KnownPages;
import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.PageFile;
import dev.tick.doccheck.page.UnreadablePageException;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.register.Specification;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of drifts, page by page. */
final class DocumentationReport {
    static final int SAME = 0;
    static final int DRIFTED = 1;
    static final int UNUSABLE = 2;

    /** A folder with fewer pages of operations is one in which a single page was saved. */
    private static final int SET_OF_PAGES = 2;

    private record NamedPage(String name, Path file) {}

    private final PrintStream out;
    private final Clock clock;
    private final Function<Specification, KnownPages> known;
    private final List<PageResult> results = new ArrayList<>();
    private int drifts;
    private int defects;
    private int unreadable;

    DocumentationReport(PrintStream out, Clock clock, Function<Specification, KnownPages> known) {
        this.out = out;
        this.clock = clock;
        this.known = known;
    }

    /**
     * Checks pages, and every page below folders; returns the exit code.
     *
     * @param docs files and folders, with commas between
     */
    int write(String contract, Path top, String docs) {
        Specification specification;
        PageCheck check;
        List<NamedPage> pages = new ArrayList<>();
        boolean whole = false;
        try {
            specification = Specification.find(contract);
            check = check(specification);
            for (Path place : PageFiles.places(top, docs)) {
                PageFiles.below(place).forEach(page -> pages.add(new NamedPage(PageFiles.name(place, page), page)));
                whole |= Files.isDirectory(place);
            }
        } catch (IllegalArgumentException | UnreadablePageException | InvalidDocumentException e) {
            out.println(e.getMessage());
            return UNUSABLE;
        }
        pages.forEach(page -> check(check, page));
        if (whole && unreadable == 0) {
            missing(check, docs);
        }
        return summary(specification, pages);
    }

    private PageCheck check(Specification specification) {
        return new PageCheck(specification, known.apply(specification), clock);
    }

    private void missing(PageCheck check, String docs) {
        List<Drift> missing = check.missing(docs, results);
        long operations =
                compared().filter(result -> !result.operations().isEmpty()).count();
        if (operations >= SET_OF_PAGES) {
            drifts += missing.size();
            missing.forEach(this::write);
        } else {
            missing.forEach(drift -> out.println("note: " + drift.sentence()));
        }
    }

    private Stream<Compared> compared() {
        return results.stream().filter(Compared.class::isInstance).map(Compared.class::cast);
    }

    private int summary(Specification specification, List<NamedPage> pages) {
        long compared = compared().count();
        out.println("contract " + specification.name() + ", edition "
                + specification.register().edition() + ": compared " + compared + ", drifts " + drifts
                + ", known defects " + defects + ", skipped " + (results.size() - compared) + ", unreadable "
                + unreadable);
        if (compared == 0) {
            out.println("no page documents an operation of the contract " + specification.name()
                    + ", so nothing was checked" + elsewhere(specification, pages));
        }
        return compared == 0 || unreadable > 0 ? UNUSABLE : drifts > 0 ? DRIFTED : SAME;
    }

    private void check(PageCheck check, NamedPage named) {
        try {
            PageResult result = check.check(DocumentationPage.parse(named.name(), PageFile.read(named.file())));
            results.add(result);
            if (result instanceof Compared page) {
                write(page);
            } else if (result instanceof Skipped page) {
                out.println(named.name() + ": skipped, " + page.reason());
            }
        } catch (UnreadablePageException e) {
            unreadable++;
            out.println(named.name() + ": unreadable, " + e.getMessage());
        }
    }

    private void write(Compared result) {
        drifts += result.drifts().size();
        defects += result.known().size();
        DocumentationPage page = result.page();
        String operations = result.operations().stream().map(Operation::id).collect(Collectors.joining(", "));
        String title = Stream.of(page.title(), page.date())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        out.println(page.file() + (title.isEmpty() ? "" : " (" + title + ")") + ": "
                + (operations.isEmpty()
                        ? result.source().map(source -> "page '" + source + "'").orElse("no operation")
                        : operations));
        result.drifts().forEach(this::write);
        result.known().forEach(defect -> out.println("  known: " + defect.sentence()));
    }

    private void write(Drift drift) {
        out.println("  " + drift.sentence());
        out.println("      " + drift.advice());
    }

    /** Returns a hint at another contract that has the operations of these pages; empty if there is none. */
    private String elsewhere(Specification specification, List<NamedPage> pages) {
        return Specification.all().stream()
                .filter(other -> !other.name().equals(specification.name()))
                .filter(other -> pages.stream().anyMatch(page -> documents(check(other), page.file())))
                .findFirst()
                .map(other -> "; they document " + other.name() + ": add -Dcontract=" + other.name())
                .orElse("");
    }

    private static boolean documents(PageCheck check, Path page) {
        try {
            return check.check(DocumentationPage.parse("", PageFile.read(page))) instanceof Compared;
        } catch (UnreadablePageException e) {
            return false;
        }
    }
}
