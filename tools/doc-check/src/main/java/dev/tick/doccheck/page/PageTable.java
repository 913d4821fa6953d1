package dev.tick.doccheck.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table whose cells are found by column name. */
final class PageTable {
    private final List<String> columns;
    private final List<Node> rows;

    PageTable(Node table) {
        columns = MarkdownNodes.below(table, TableHead.class::isInstance).stream()
                .flatMap(head -> MarkdownNodes.below(head, TableRow.class::isInstance).stream())
                .flatMap(row -> MarkdownNodes.children(row).stream())
                .map(cell -> MarkdownNodes.plain(cell).toLowerCase(Locale.ROOT))
                .toList();
        rows = MarkdownNodes.below(table, TableBody.class::isInstance).stream()
                .flatMap(body -> MarkdownNodes.below(body, TableRow.class::isInstance).stream())
                .toList();
    }

    List<Node> rows() {
        return rows;
    }

    /** Returns the cell of the first column that has one of these names. */
    Optional<Node> cell(Node row, List<String> names) {
        List<Node> cells = MarkdownNodes.children(row);
        for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
            if (names.contains(columns.get(i))) {
                return Optional.of(cells.get(i));
            }
        }
        return Optional.empty();
    }

    /** Returns the text of that cell without markup; empty if there is no such cell. */
    String plain(Node row, String... names) {
        return cell(row, List.of(names)).map(MarkdownNodes::plain).orElse("");
    }

    /** Returns the text of that cell as {@link MarkdownNodes#text} renders it; empty if there is no such cell. */
    String text(Node row, String... names) {
        return cell(row, List.of(names)).map(MarkdownNodes::text).orElse("");
    }
}
