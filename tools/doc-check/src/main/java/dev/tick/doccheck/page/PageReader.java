package dev.tick.doccheck.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads a page, section by section. */
final class PageReader {
    /** Real pages nest a list in a quotation at most; a page of nothing but ">" would nest as deep as it is long. */
    private static final int MAX_NESTING = 32;

    private static final Pattern STATUS = Pattern.compile("\\b[1-5]\\d\\d\\b");

    private final String file;
    private final Node document;
    private final Map<SectionHeading, Integer> lines = new EnumMap<>(SectionHeading.class);
    private final List<RequestLine> requests = new ArrayList<>();
    private final List<Permission> permissions = new ArrayList<>();
    private final List<HeaderRow> headers = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();
    private final List<Status> statuses = new ArrayList<>();
    private final ExampleCollector examples = new ExampleCollector();
    private final List<Property> entity = new ArrayList<>();
    private final List<Example> representation = new ArrayList<>();
    private final List<Status> listed = new ArrayList<>();
    private SectionHeading current = SectionHeading.OTHER;
    private int level = 1;

    PageReader(String file, String markdown) {
        this.file = file;
        document = Parser.builder()
                .extensions(List.of(TablesExtension.create(), YamlFrontMatterExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .maxOpenBlockParsers(MAX_NESTING)
                .build()
                .parse(markdown);
    }

    DocumentationPage read() {
        YamlFrontMatterVisitor matter = new YamlFrontMatterVisitor();
        document.accept(matter);
        for (Node block : MarkdownNodes.below(document, PageReader::isRead)) {
            if (block instanceof Heading heading) {
                enter(heading);
            } else {
                take(block);
                rows(block, this::listed);
            }
        }
        return new DocumentationPage(
                file,
                first(matter, "title"),
                first(matter, "ms.date"),
                section(SectionHeading.REQUEST, requests),
                section(SectionHeading.PERMISSIONS, permissions),
                section(SectionHeading.HEADERS, headers),
                section(SectionHeading.BODY, properties),
                section(SectionHeading.RESPONSE, statuses),
                section(SectionHeading.EXAMPLE, examples.all()),
                section(SectionHeading.PROPERTIES, entity),
                section(SectionHeading.REPRESENTATION, representation),
                listed,
                new TextReader().read(document, matter.getData()));
    }

    private static boolean isRead(Node node) {
        return node instanceof Heading
                || node instanceof Paragraph
                || node instanceof TableBlock
                || node instanceof FencedCodeBlock
                || node instanceof IndentedCodeBlock;
    }

    private static String first(YamlFrontMatterVisitor matter, String key) {
        return matter.getData().getOrDefault(key, List.of()).stream()
                .findFirst()
                .orElse("");
    }

    private <F> Section<F> section(SectionHeading of, List<F> facts) {
        return new Section<>(of.title(), lines.getOrDefault(of, 0), facts);
    }

    /** Enters a section. Any heading below that of an example belongs to it; so does an unknown one below any section. */
    private void enter(Heading heading) {
        String text = MarkdownNodes.plain(heading);
        if (heading.getLevel() > level && current == SectionHeading.EXAMPLE) {
            examples.announced(text);
            return;
        }
        SectionHeading titled = SectionHeading.titled(text);
        SectionHeading next =
                heading.getLevel() == 1 && titled != SectionHeading.PROPERTIES ? SectionHeading.OTHER : titled;
        if (next == SectionHeading.OTHER && heading.getLevel() > level) {
            return;
        }
        current = next;
        level = heading.getLevel();
        lines.putIfAbsent(current, MarkdownNodes.line(heading));
        examples.announced(text);
    }

    private void take(Node block) {
        switch (current) {
            case PERMISSIONS -> rows(block, this::permission);
            case REQUEST -> code(block, this::requestLines);
            case HEADERS -> rows(block, this::header);
            case BODY -> rows(block, (table, row) -> properties.add(property(table, row)));
            case PROPERTIES -> rows(block, (table, row) -> entity.add(property(table, row)));
            case REPRESENTATION ->
                code(
                        block,
                        (line, text) -> representation.add(new Example.Response(
                                line, Optional.empty(), Map.of(), new Example.Body(line, text.stripTrailing()))));
            case RESPONSE -> response(block);
            case EXAMPLE -> {
                if (block instanceof Paragraph) {
                    examples.announced(MarkdownNodes.plain(block));
                }
                code(block, (line, text) -> examples.shown(ExampleMessage.of(line, text)));
            }
            case OTHER -> {}
        }
    }

    private interface RowTaker {
        void take(PageTable table, Node row);
    }

    private static void rows(Node block, RowTaker taker) {
        if (block instanceof TableBlock) {
            PageTable table = new PageTable(block);
            table.rows().forEach(row -> taker.take(table, row));
        }
    }

    private interface CodeTaker {
        void take(int line, String text);
    }

    /** Passes on code with the line of its first line, which for a fenced block is the one below the fence. */
    private static void code(Node block, CodeTaker taker) {
        if (block instanceof FencedCodeBlock fence) {
            taker.take(MarkdownNodes.line(fence) + 1, fence.getLiteral());
        } else if (block instanceof IndentedCodeBlock code) {
            taker.take(MarkdownNodes.line(code), code.getLiteral());
        }
    }

    private void requestLines(int first, String text) {
        List<String> all = text.lines().toList();
        for (int i = 0; i < all.size(); i++) {
            RequestLine.of(first + i, all.get(i)).ifPresent(requests::add);
        }
    }

    private void permission(PageTable table, Node row) {
        String type = table.plain(row, "permission type", "type").toLowerCase(Locale.ROOT);
        Permission.Holder holder = type.startsWith("application")
                ? Permission.Holder.APPLICATION
                : type.startsWith("delegated") ? Permission.Holder.USER : Permission.Holder.OTHER;
        for (String name : table.plain(row, "permission", "permissions").split("[,\\s]+(?:or\\s+)?", -1)) {
            if (!name.isBlank()) {
                permissions.add(new Permission(MarkdownNodes.line(row), holder, name));
            }
        }
    }

    private void header(PageTable table, Node row) {
        String text = table.text(row, "description", "value");
        headers.add(new HeaderRow(
                MarkdownNodes.line(row), table.plain(row, "name", "header"), text, PageVocabulary.need(text)));
    }

    private static Property property(PageTable table, Node row) {
        String text = table.text(row, "description");
        boolean marked = table.plain(row, "required").matches("(?i)(yes|true|required).*");
        return new Property(
                MarkdownNodes.line(row),
                table.plain(row, "parameter", "property", "name"),
                table.plain(row, "type", "data type"),
                marked ? Presence.REQUIRED : PageVocabulary.need(text),
                PageVocabulary.values(text));
    }

    private void listed(PageTable table, Node row) {
        Matcher status = STATUS.matcher(table.plain(row, "http status code", "status code", "status"));
        if (status.find()) {
            int code = Integer.parseInt(status.group());
            if (listed.stream().noneMatch(other -> other.code() == code)) {
                listed.add(new Status(MarkdownNodes.line(row), code));
            }
        }
    }

    private void response(Node block) {
        if (block instanceof Paragraph || block instanceof TableBlock) {
            for (int code : PageVocabulary.statuses(MarkdownNodes.text(block))) {
                if (statuses.stream().noneMatch(status -> status.code() == code)) {
                    statuses.add(new Status(MarkdownNodes.line(block), code));
                }
            }
        }
    }
}
