package dev.tick.spec.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** Pages nest a list in a quotation at most; a page of quotation marks alone would nest as deep as it is long. */
    private static final int MAX_NESTING = 32;

    private final String file;
    private final Node document;
    private final Map<Section, Integer> lines = new EnumMap<>(Section.class);
    private final List<RequestLine> requests = new ArrayList<>();
    private final List<Permission> permissions = new ArrayList<>();
    private final List<Header> headers = new ArrayList<>();
    private final List<Property> properties = new ArrayList<>();
    private final List<Status> statuses = new ArrayList<>();
    private final Examples examples = new Examples();
    private Section section = Section.OTHER;
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
        for (Node block : Nodes.below(document, PageReader::isRead)) {
            if (block instanceof Heading heading) {
                enter(heading);
            } else {
                take(block);
            }
        }
        return new DocumentationPage(
                file,
                first(matter, "title"),
                first(matter, "ms.date"),
                part(Section.REQUEST, requests),
                part(Section.PERMISSIONS, permissions),
                part(Section.HEADERS, headers),
                part(Section.BODY, properties),
                part(Section.RESPONSE, statuses),
                part(Section.EXAMPLE, examples.all()));
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

    private <F> Part<F> part(Section of, List<F> facts) {
        return new Part<>(of.title(), lines.getOrDefault(of, 0), facts);
    }

    /** Headings below that of an example belong to it, whatever they are called; so do unknown ones below any section. */
    private void enter(Heading heading) {
        String text = Nodes.plain(heading);
        if (heading.getLevel() > level && section == Section.EXAMPLE) {
            examples.announced(text);
            return;
        }
        Section next = heading.getLevel() == 1 ? Section.OTHER : Section.titled(text);
        if (next == Section.OTHER && heading.getLevel() > level) {
            return;
        }
        section = next;
        level = heading.getLevel();
        lines.putIfAbsent(section, Nodes.line(heading));
        examples.announced(text);
    }

    private void take(Node block) {
        switch (section) {
            case PERMISSIONS -> rows(block, this::permission);
            case REQUEST -> code(block, this::requestLines);
            case HEADERS -> rows(block, this::header);
            case BODY -> rows(block, this::property);
            case RESPONSE -> response(block);
            case EXAMPLE -> {
                if (block instanceof Paragraph) {
                    examples.announced(Nodes.plain(block));
                }
                code(block, (line, text) -> examples.shown(Message.of(line, text)));
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

    /** The first line of the text is the one below the fence. */
    private static void code(Node block, CodeTaker taker) {
        if (block instanceof FencedCodeBlock fence) {
            taker.take(Nodes.line(fence) + 1, fence.getLiteral());
        } else if (block instanceof IndentedCodeBlock code) {
            taker.take(Nodes.line(code), code.getLiteral());
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
                permissions.add(new Permission(Nodes.line(row), holder, name));
            }
        }
    }

    private void header(PageTable table, Node row) {
        String text = table.text(row, "description", "value");
        headers.add(new Header(Nodes.line(row), table.plain(row, "name", "header"), text, Wording.need(text)));
    }

    private void property(PageTable table, Node row) {
        String text = table.text(row, "description");
        boolean marked = table.plain(row, "required").matches("(?i)(yes|true|required).*");
        properties.add(new Property(
                Nodes.line(row),
                table.plain(row, "parameter", "property", "name"),
                table.plain(row, "type", "data type"),
                marked ? Need.REQUIRED : Wording.need(text),
                Wording.values(text)));
    }

    private void response(Node block) {
        if (block instanceof Paragraph || block instanceof TableBlock) {
            for (int code : Wording.statuses(Nodes.text(block))) {
                if (statuses.stream().noneMatch(status -> status.code() == code)) {
                    statuses.add(new Status(Nodes.line(block), code));
                }
            }
        }
    }
}
