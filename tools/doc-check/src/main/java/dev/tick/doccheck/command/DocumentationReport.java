package dev.tick.doccheck.command;

import dev.tick.doccheck.drift.Drift;
import dev.tick.doccheck.drift.PageCheck;
import dev.tick.doccheck.drift.PageResult;
import dev.tick.doccheck.drift.PageResult.Compared;
import dev.tick.doccheck.drift.PageResult.Skipped;
import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.PageFile;
import dev.tick.doccheck.page.UnreadablePageException;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Specification;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of drifts, page by page. */
final class DocumentationReport {
    static final int SAME = 0;
    static final int DRIFTED = 1;
    static final int UNUSABLE = 2;

    private final PrintStream out;
    private final Clock clock;
    private int compared;
    private int drifts;
    private int known;
    private int skipped;
    private int unreadable;

    DocumentationReport(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Checks a page, or every page below a folder; returns the exit code. */
    int write(String contract, Path top, String docs) {
        Specification specification;
        List<Path> pages;
        Path place;
        try {
            specification = Specification.load(Specification.known(contract));
            place = top.resolve(docs);
            pages = PageFiles.below(place);
        } catch (IllegalArgumentException | UnreadablePageException e) {
            out.println(e.getMessage());
            return UNUSABLE;
        }
        PageCheck check = new PageCheck(specification, clock);
        pages.forEach(page -> check(check, page, PageFiles.name(place, page)));
        out.println("contract " + specification.name() + ", edition "
                + specification.register().edition() + ": compared " + compared + ", drifts " + drifts
                + ", known defects "
                + known + ", skipped " + skipped + ", unreadable " + unreadable);
        if (compared == 0) {
            out.println("no page documents an operation of the contract " + specification.name()
                    + ", so nothing was checked" + elsewhere(specification, pages));
        }
        return compared == 0 || unreadable > 0 ? UNUSABLE : drifts > 0 ? DRIFTED : SAME;
    }

    private void check(PageCheck check, Path file, String name) {
        try {
            PageResult result = check.check(DocumentationPage.parse(name, PageFile.read(file)));
            if (result instanceof Compared page) {
                write(page);
            } else if (result instanceof Skipped page) {
                skipped++;
                out.println(name + ": skipped, " + page.reason());
            }
        } catch (UnreadablePageException e) {
            unreadable++;
            out.println(name + ": unreadable, " + e.getMessage());
        }
    }

    private void write(Compared result) {
        compared++;
        drifts += result.drifts().size();
        known += result.known().size();
        DocumentationPage page = result.page();
        String operations = result.operations().stream().map(Operation::id).collect(Collectors.joining(", "));
        String title = Stream.of(page.title(), page.date())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        out.println(page.file() + (title.isEmpty() ? "" : " (" + title + ")") + ": "
                + (operations.isEmpty() ? "no operation" : operations));
        for (Drift drift : result.drifts()) {
            out.println("  " + drift.sentence());
            out.println("      " + drift.advice());
        }
        result.known().forEach(defect -> out.println("  known: " + defect.sentence()));
    }

    /** Returns a hint at another contract that has the operations of these pages; empty if there is none. */
    private String elsewhere(Specification specification, List<Path> pages) {
        return Specification.all().stream()
                .filter(other -> !other.name().equals(specification.name()))
                .filter(other -> pages.stream().anyMatch(page -> documents(new PageCheck(other, clock), page)))
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
