package dev.tick.doccheck.page;

import dev.tick.doccheck.page.TextUnit.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Cuts a page into sentences, headings, cells and lines of code. */
final class TextReader {
    /** Title and description; the other keys steer the vendor's site. */
    private static final List<String> FRONT_MATTER = List.of("title", "description");

    /** A sentence ends at its stop, at a tag such as {@code <br>}, and behind the mark of a note. */
    private static final Pattern END = Pattern.compile("(?<=[.!?])[ \\n]+|" + MarkdownNodes.BREAK
            + "|(?<=\\[!(?:NOTE|Note|TIP|IMPORTANT|WARNING|CAUTION)])[ \\n]*");

    private static final Pattern NOTE = Pattern.compile("\\[![A-Za-z]+]");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    private final List<TextUnit> units = new ArrayList<>();

    List<TextUnit> read(Node document, Map<String, List<String>> frontMatter) {
        for (String key : FRONT_MATTER) {
            frontMatter.getOrDefault(key, List.of()).forEach(text -> add(1, Form.FRONT_MATTER, key + ": " + text));
        }
        for (Node block : MarkdownNodes.below(document, TextReader::isRead)) {
            take(block, MarkdownNodes.line(block));
        }
        return units;
    }

    private static boolean isRead(Node node) {
        return node instanceof Heading
                || node instanceof Paragraph
                || node instanceof TableBlock
                || node instanceof HtmlBlock
                || node instanceof FencedCodeBlock
                || node instanceof IndentedCodeBlock;
    }

    private void take(Node block, int line) {
        if (block instanceof Heading) {
            add(line, Form.HEADING, MarkdownNodes.prose(block));
        } else if (block instanceof TableBlock) {
            MarkdownNodes.below(block, TableRow.class::isInstance).forEach(this::row);
        } else if (block instanceof FencedCodeBlock fence) {
            code(line + 1, fence.getLiteral());
        } else if (block instanceof IndentedCodeBlock code) {
            code(line, code.getLiteral());
        } else if (block instanceof HtmlBlock html) {
            sentences(line, Form.SENTENCE, "", TAG.matcher(html.getLiteral()).replaceAll(" "));
        } else {
            sentences(line, Form.SENTENCE, "", MarkdownNodes.prose(block));
        }
    }

    private void row(Node row) {
        int line = MarkdownNodes.line(row);
        List<String> cells =
                MarkdownNodes.children(row).stream().map(MarkdownNodes::prose).toList();
        String name = cells.isEmpty() ? "" : normal(cells.get(0));
        int before = units.size();
        for (String cell : cells.subList(Math.min(1, cells.size()), cells.size())) {
            sentences(line, Form.CELL, name + " | ", cell);
        }
        if (units.size() == before) {
            add(line, Form.CELL, name);
        }
    }

    private void code(int first, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            add(first + i, Form.CODE, lines.get(i).strip().replaceAll(",$", ""));
        }
    }

    private void sentences(int first, Form form, String before, String text) {
        Matcher end = END.matcher(text);
        int line = first;
        int from = 0;
        while (from < text.length()) {
            boolean ends = end.find();
            String sentence = text.substring(from, ends ? end.start() : text.length());
            int blank = sentence.length() - sentence.stripLeading().length();
            String words = normal(sentence);
            if (WORD.matcher(words).find() && !NOTE.matcher(words).matches()) {
                units.add(new TextUnit(line + breaks(sentence.substring(0, blank)), form, before + words));
            }
            int next = ends ? end.end() : text.length();
            line += form == Form.CELL ? 0 : breaks(text.substring(from, next));
            from = next;
        }
    }

    private static int breaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private void add(int line, Form form, String text) {
        String words = normal(text);
        if (WORD.matcher(words).find()) {
            units.add(new TextUnit(line, form, words));
        }
    }

    /** Returns the text with single spaces and plain quotes, without a list mark before it and a stop behind it. */
    private static String normal(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ")
                .replaceAll("[\\u2018\\u2019]", "'")
                .replaceAll("[\\u201c\\u201d]", "\"")
                .strip()
                .replaceAll("^[-*•] +", "")
                .replaceAll("\\s*\\.$", "");
    }
}
