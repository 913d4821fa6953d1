package dev.tick.doccheck.known;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.Property;
import dev.tick.doccheck.page.Status;
import dev.tick.doccheck.page.TextUnit;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of a pages.yaml, renewed from pages; what rows a text has is kept. */
public final class KnownPagesFile {
    /**
     * The renewed text.
     *
     * @param yaml of the document
     * @param open a line for each text that has neither rows nor a reason yet
     */
    public record Renewed(String yaml, List<String> open) {
        /** Copies the lines. */
        public Renewed {
            open = List.copyOf(open);
        }
    }

    private final StringBuilder yaml = new StringBuilder();
    private final List<String> open = new ArrayList<>();
    private int lines;

    private KnownPagesFile() {}

    /**
     * Renews the entries of these pages. A page belongs to the entry that {@link KnownPages#of} names, or to one without texts
     * whose file has its name.
     *
     * @param yaml the document as it is
     */
    public static Renewed renewed(LocatedDocument yaml, Specification specification, List<DocumentationPage> pages) {
        KnownPages known = new KnownPagesReader(yaml, specification).draft();
        KnownPagesFile file = new KnownPagesFile();
        file.line("# The pages that the contract " + specification.name()
                + " was written from, as digests of their texts;");
        file.line(
                "# docs/documentation-check.md tells the grammar. Written by tools/write-pages; rows and reasons are kept.");
        file.line("contract: " + specification.name());
        file.line("pages:");
        for (KnownPage entry : known.pages()) {
            Optional<DocumentationPage> page = pages.stream()
                    .filter(candidate -> isOf(entry, known, candidate))
                    .findFirst();
            file.head(entry, page);
            if (page.isPresent()) {
                file.texts(entry, page.get());
            } else {
                entry.texts().forEach(file::text);
            }
        }
        return new Renewed(file.yaml.toString(), file.open);
    }

    private static boolean isOf(KnownPage entry, KnownPages known, DocumentationPage page) {
        return known.of(page)
                .map(entry::equals)
                .orElseGet(() -> entry.texts().isEmpty()
                        && (page.file().equals(entry.file()) || page.file().endsWith("/" + entry.file())));
    }

    private void head(KnownPage entry, Optional<DocumentationPage> page) {
        line("  - source: " + entry.source());
        line("    file: " + entry.file());
        entry.operation().ifPresent(id -> line("    operation: " + id));
        line("    edition: \"" + entry.edition() + "\"");
        String date = page.map(DocumentationPage::date).orElse(entry.date());
        if (!date.isEmpty()) {
            line("    date: \"" + date + "\"");
        }
        list("statuses", page.map(KnownPagesFile::statuses).orElse(entry.statuses()));
        list("properties", page.map(KnownPagesFile::properties).orElse(entry.properties()));
        list("elsewhere", entry.elsewhere().stream().map(KnownPagesFile::quoted).toList());
        line("    texts:");
    }

    /** Returns the statuses that a page speaks of, in ascending order. */
    public static List<Integer> statuses(DocumentationPage page) {
        return page.statuses().stream().map(Status::code).distinct().sorted().toList();
    }

    /** Returns the names of the entity's properties that a page lists. */
    public static List<String> properties(DocumentationPage page) {
        return page.properties().facts().stream().map(Property::name).toList();
    }

    private void list(String key, List<?> items) {
        if (!items.isEmpty()) {
            line("    " + key + ": " + items);
        }
    }

    private void texts(KnownPage entry, DocumentationPage page) {
        for (TextUnit unit : page.texts()) {
            Optional<KnownText> before = entry.texts().stream()
                    .filter(text -> text.is(unit.digest()))
                    .findFirst();
            text(new KnownText(
                    unit.digest(),
                    before.filter(text -> text.digest().equals(unit.digest()))
                            .map(KnownText::also)
                            .orElse(List.of()),
                    unit.line(),
                    before.map(KnownText::rows).orElse(List.of()),
                    before.flatMap(KnownText::reason),
                    0));
            if (before.filter(KnownText::isAssigned).isEmpty()) {
                open.add(lines + ": " + unit.digest() + " " + page.file() + ":" + unit.line() + " " + unit.form() + ": "
                        + unit.text());
            }
        }
    }

    private void text(KnownText text) {
        String also = text.also().isEmpty()
                ? ""
                : ", also: " + text.also().stream().map(KnownPagesFile::quoted).toList();
        String rows = text.rows().isEmpty() ? "" : ", rows: " + text.rows();
        String reason = text.reason()
                .map(word -> ", reason: " + FieldType.spelled(word))
                .orElse("");
        line("      - {is: " + quoted(text.digest()) + also + ", line: " + text.line() + rows + reason + "}");
    }

    private static String quoted(String digest) {
        return '"' + digest + '"';
    }

    private void line(String text) {
        lines++;
        yaml.append(text).append('\n');
    }
}
