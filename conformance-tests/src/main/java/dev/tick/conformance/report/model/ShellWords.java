package dev.tick.conformance.report.model;

import dev.tick.spec.text.VisibleText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts quoted for a POSIX shell. Variables stand for what the target tells in the course of a story, and for the part of names and hashes
 * that each replay makes anew, so that it meets nothing of an earlier one.
 */
public final class ShellWords {
    /** The variable for what each replay makes anew: eight decimal digits, which are hexadecimal ones of either case as well. */
    public static final String FRESH = "fresh";

    /** In place of digits 9 to 16 of a hash: those before it show whether it is written in capitals. */
    private static final Pattern HASH =
            Pattern.compile("(?:(?<=%[0-9A-Fa-f]{2})|(?<![0-9A-Fa-f%]))[0-9A-Fa-f]{8}(?<value>[0-9A-Fa-f]{8})"
                    + "[0-9A-Fa-f]{15,48}(?![0-9A-Fa-f])");

    private final Map<Pattern, String> inPath;
    private final Map<Pattern, String> inBody;
    private final String afterUrl;

    private ShellWords(Map<Pattern, String> inPath, Map<Pattern, String> inBody, String afterUrl) {
        this.inPath = inPath;
        this.inBody = inBody;
        this.afterUrl = afterUrl;
    }

    /** Returns texts without variables. */
    public static ShellWords literal() {
        return new ShellWords(Map.of(), Map.of(), "");
    }

    /**
     * Returns texts with variables.
     *
     * @param run the id of the run, which its names hold
     * @param told the variables by the value that they stand for
     */
    public static ShellWords of(String run, Map<String, String> told) {
        ShellWords words = new ShellWords(new LinkedHashMap<>(), new LinkedHashMap<>(), "");
        told.forEach((value, variable) -> {
            String segment = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            words.inPath.put(Pattern.compile("(?<=/)(?<value>" + Pattern.quote(segment) + ")(?=$|[/?])"), variable);
            words.inBody.put(
                    Pattern.compile("(?<=[\\[,]\\s{0,99}\")(?<value>" + Pattern.quote(value) + ")(?=\")"), variable);
        });
        Pattern name = Pattern.compile("(?<value>" + Pattern.quote(run) + ")");
        for (Map<Pattern, String> some : List.of(words.inPath, words.inBody)) {
            some.put(name, FRESH);
            some.put(HASH, FRESH);
        }
        return words;
    }

    /** Returns texts with the same variables, and with a word of the shell behind each URL. */
    public ShellWords followedBy(String word) {
        return new ShellWords(inPath, inBody, word);
    }

    /** Returns a path with its query behind the base URL, as one word. */
    public String url(Object base, String path) {
        return word(inPath, path, String.valueOf(base), UnaryOperator.identity()) + afterUrl;
    }

    /** Returns a body as one word. */
    public String body(String text) {
        return word(inBody, text, "", UnaryOperator.identity());
    }

    /** Returns a body as one word that {@code printf %b} prints, and of which a page and a terminal show each character. */
    public String printed(String text) {
        return word(inBody, text, "", ShellWords::escaped);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(one -> {
            if (one == '\\') {
                escaped.append("\\\\");
            } else if (VisibleText.isInvisible(one)) {
                for (byte octet : Character.toString(one).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append(String.format(Locale.ROOT, "\\0%03o", octet & 0xFF));
                }
            } else {
                escaped.appendCodePoint(one);
            }
        });
        return escaped.toString();
    }

    /** Returns a text as one word without variables. */
    public static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** A part of a text for which a variable stands. */
    private record Span(int begin, int end, String variable) {}

    private static String word(Map<Pattern, String> variables, String text, String before, UnaryOperator<String> form) {
        StringBuilder word = new StringBuilder();
        StringBuilder plain = new StringBuilder(before);
        int done = 0;
        for (Span span : spans(variables, text)) {
            if (span.begin() >= done) {
                plain.append(form.apply(text.substring(done, span.begin())));
                word.append(plain.isEmpty() ? "" : quoted(plain.toString()))
                        .append("\"$")
                        .append(span.variable())
                        .append('"');
                plain.setLength(0);
                done = span.end();
            }
        }
        plain.append(form.apply(text.substring(done)));
        return word.isEmpty() || !plain.isEmpty() ? word + quoted(plain.toString()) : word.toString();
    }

    private static List<Span> spans(Map<Pattern, String> variables, String text) {
        List<Span> spans = new ArrayList<>();
        variables.forEach((pattern, variable) -> {
            Matcher found = pattern.matcher(text);
            while (found.find()) {
                spans.add(new Span(found.start("value"), found.end("value"), variable));
            }
        });
        spans.sort(Comparator.comparing(Span::begin));
        return spans;
    }
}
