package dev.tick.doccheck.known;

import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.TextUnit;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Specification;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pages that a contract was written from.
 *
 * @param file the document, for messages
 * @param pages in the order of the document
 */
public record KnownPages(String file, List<KnownPage> pages) {
    /** A page of another edition keeps more than half of its own texts; two pages of different operations share none of them. */
    private static final double SAME_PAGE = 1.0 / 3;

    /** Copies the pages. */
    public KnownPages {
        pages = List.copyOf(pages);
    }

    /** Returns no pages: then texts are not compared. */
    public static KnownPages none() {
        return new KnownPages("", List.of());
    }

    /**
     * Loads the pages that lie beside a contract on the class path; none if it has no such document.
     *
     * @throws InvalidDocumentException naming the first line that cannot be used
     */
    public static KnownPages load(Specification specification) {
        String file = file(specification.name());
        if (KnownPages.class.getClassLoader().getResource(file) == null) {
            return none();
        }
        return parse(LocatedDocument.load(file), specification);
    }

    /**
     * Reads the pages, each text of which has rows or a reason.
     *
     * @throws InvalidDocumentException naming the first line that cannot be used
     */
    public static KnownPages parse(LocatedDocument yaml, Specification specification) {
        return new KnownPagesReader(yaml, specification).read();
    }

    /** Returns the name of the document of a contract. */
    public static String file(String contract) {
        return "contracts/" + contract + "/pages.yaml";
    }

    /** Returns the page that this is an edition of: the one of whose own texts it has the largest share. */
    public Optional<KnownPage> of(DocumentationPage page) {
        Set<String> texts = page.texts().stream().map(TextUnit::digest).collect(Collectors.toSet());
        return pages.stream()
                .filter(known -> share(known, texts) >= SAME_PAGE)
                .max(Comparator.comparingDouble(known -> share(known, texts)));
    }

    /** Returns the page of an operation. */
    public Optional<KnownPage> of(String operation) {
        return pages.stream()
                .filter(page -> page.operation().equals(Optional.of(operation)))
                .findFirst();
    }

    /** Returns which share of the texts that only this page has are among these digests. */
    private double share(KnownPage page, Set<String> digests) {
        Set<String> elsewhere = pages.stream()
                .filter(other -> !other.equals(page))
                .flatMap(other -> other.texts().stream())
                .flatMap(KnownPages::digests)
                .collect(Collectors.toSet());
        List<KnownText> own = page.texts().stream()
                .filter(text -> !elsewhere.contains(text.digest()))
                .toList();
        long found = own.stream()
                .filter(text -> digests(text).anyMatch(digests::contains))
                .count();
        return own.isEmpty() ? 0 : (double) found / own.size();
    }

    private static Stream<String> digests(KnownText text) {
        return Stream.concat(Stream.of(text.digest()), text.also().stream());
    }
}
