package dev.tick.doccheck.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Queries over a parsed page, without recursion: nesting is limited by the parser only. */
final class MarkdownNodes {
    /** Stands in {@link #prose} for a tag that ends a line; no page holds this character. */
    static final char BREAK = '\u0001';

    private MarkdownNodes() {}

    /** Returns the line on which a block begins, counted from 1. */
    static int line(Node block) {
        return block.getSourceSpans().isEmpty()
                ? 1
                : block.getSourceSpans().get(0).getLineIndex() + 1;
    }

    /** Returns the accepted nodes below a node, in page order; those inside an accepted node are left out. */
    static List<Node> below(Node top, Predicate<Node> accepted) {
        List<Node> found = new ArrayList<>();
        Deque<Node> ahead = new ArrayDeque<>(children(top));
        while (!ahead.isEmpty()) {
            Node node = ahead.pop();
            if (accepted.test(node)) {
                found.add(node);
            } else {
                List<Node> children = children(node);
                for (int i = children.size() - 1; i >= 0; i--) {
                    ahead.push(children.get(i));
                }
            }
        }
        return found;
    }

    /** Returns the children of a node. */
    static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    /** Returns the text of a node: code in back-quotes, bold text on a line of its own, tags as line ends. */
    static String text(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node leaf : below(node, inner -> inner.getFirstChild() == null || inner instanceof StrongEmphasis)) {
            if (leaf instanceof StrongEmphasis) {
                text.append('\n').append(plain(leaf)).append('\n');
            } else if (leaf instanceof Code code) {
                text.append('`').append(code.getLiteral()).append('`');
            } else {
                text.append(literal(leaf));
            }
        }
        return text.toString().strip();
    }

    /** Returns the text of a node without markup. */
    static String plain(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node leaf : below(node, inner -> inner.getFirstChild() == null)) {
            text.append(leaf instanceof Code code ? code.getLiteral() : literal(leaf));
        }
        return text.toString().strip();
    }

    /** Returns the text of a node without markup, with the page's line ends, and with {@link #BREAK} for tags. */
    static String prose(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node leaf : below(node, inner -> inner.getFirstChild() == null)) {
            if (leaf instanceof Code code) {
                text.append(code.getLiteral());
            } else if (leaf instanceof SoftLineBreak || leaf instanceof HardLineBreak) {
                text.append('\n');
            } else if (leaf instanceof HtmlInline tag && !isTypeName(tag)) {
                text.append(BREAK);
            } else {
                text.append(literal(leaf));
            }
        }
        return text.toString();
    }

    private static String literal(Node leaf) {
        if (leaf instanceof Text words) {
            return words.getLiteral();
        }
        if (leaf instanceof HtmlInline tag && isTypeName(tag)) {
            return tag.getLiteral();
        }
        return leaf instanceof HtmlInline || leaf instanceof HardLineBreak
                ? "\n"
                : leaf instanceof SoftLineBreak ? " " : "";
    }

    /** Returns whether a tag is the item type of a list, such as {@code <String>}; pages write tags in small letters. */
    private static boolean isTypeName(HtmlInline tag) {
        return tag.getLiteral().length() > 2
                && Character.isUpperCase(tag.getLiteral().charAt(1));
    }
}
