package dev.tick.doccheck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.doccheck.known.KnownPage;
import dev.tick.doccheck.known.KnownPages;
import dev.tick.doccheck.known.KnownPagesFile;
import dev.tick.doccheck.known.KnownText;
import dev.tick.doccheck.known.Reason;
import dev.tick.doccheck.page.DocumentationPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of our own words under {@code pages/forty}, and their digests. */
public final class InventedPages {
    private record Entry(String file, String source, String operation) {}

    private static final Map<String, List<Entry>> ENTRIES = Map.of(
            "indicators",
            List.of(
                    new Entry("push.md", "submit", "submitOrUpdateIndicator"),
                    new Entry("list.md", "list", "listTenantIndicators"),
                    new Entry("import.md", "import", "importIndicators"),
                    new Entry("remove.md", "delete", "deleteIndicator"),
                    new Entry("remove-many.md", "batch", "batchDeleteIndicators"),
                    new Entry("entity.md", "entity", ""),
                    new Entry("errors.md", "errors", ""),
                    new Entry("includes/hosts.md", "api-list", "")),
            "tiindicators",
            List.of(
                    new Entry("push.md", "submit", "submitIndicator"),
                    new Entry("list.md", "list", "listIndicators"),
                    new Entry("get.md", "get", "getIndicator"),
                    new Entry("change.md", "patch", "updateIndicator"),
                    new Entry("entity.md", "entity", "")));

    private InventedPages() {}

    /** Returns the texts of the pages of a contract, by file name. */
    public static Map<String, String> texts(String contract) {
        Map<String, String> texts = new LinkedHashMap<>();
        ENTRIES.getOrDefault(contract, List.of())
                .forEach(entry -> texts.put(entry.file(), text("forty/" + contract + "/" + entry.file())));
        return texts;
    }

    /** Returns the digests of those pages as they are. */
    public static KnownPages known(String contract) {
        List<KnownPage> pages = new ArrayList<>();
        for (Entry entry : ENTRIES.getOrDefault(contract, List.of())) {
            DocumentationPage page =
                    DocumentationPage.parse(entry.file(), text("forty/" + contract + "/" + entry.file()));
            pages.add(new KnownPage(
                    entry.source(),
                    "page of " + entry.source(),
                    entry.file(),
                    Optional.of(entry.operation()).filter(id -> !id.isEmpty()),
                    "invented",
                    page.date(),
                    KnownPagesFile.statuses(page),
                    KnownPagesFile.properties(page),
                    List.of(),
                    page.texts().stream()
                            .map(unit -> new KnownText(
                                    unit.digest(),
                                    List.of(),
                                    unit.line(),
                                    List.of(),
                                    Optional.of(Reason.EXAMPLE),
                                    unit.line()))
                            .toList(),
                    1));
        }
        return new KnownPages("pages.yaml", pages);
    }

    /** Returns the text of a resource under {@code pages}. */
    static String text(String name) {
        try (InputStream in = InventedPages.class.getResourceAsStream("/pages/" + name)) {
            assertTrue(in != null, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
