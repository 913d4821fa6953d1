package dev.tick.doccheck.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phrases in which pages state facts. The input is the text that {@link MarkdownNodes#text} returns. */
final class PageVocabulary {
    private static final Pattern LIST_FOLLOWS = Pattern.compile(
            "(?:possible|allowed|accepted|supported|valid) values(?: are| include)?\\s*:?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern START = Pattern.compile("[\\s:•*-]*");
    /** Bounded, since each repetition of a choice takes a frame of the stack. */
    private static final Pattern BETWEEN_QUOTED = Pattern.compile("(?:[\\s,;&•*-]|\\band\\b|\\bor\\b){1,40}");

    /** Needs more than a space, which also separates the words of a sentence. */
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[ \\t]*(?:[\\n,;&•*-]|\\band\\b|\\bor\\b)(?:[\\s,;&•*-]|\\band\\b|\\bor\\b){0,40}");

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`|\"([^\"]+)\"|'([^']+)'|“([^”]+)”|‘([^’]+)’");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.]*[A-Za-z0-9_]");

    /** A status is followed by its reason, or has "status", "code" or "HTTP" beside it: the number in "500 items" is none. */
    private static final Pattern STATUS =
            Pattern.compile("(?<![\\d.,])(?:(?<=(?:status|code|HTTP|HTTP/1\\.1) )([1-5]\\d\\d)(?![\\d]|[.,]\\d)"
                    + "|([1-5]\\d\\d)(?=\\s*[-–—,:]?\\s*\\p{Lu}|`?\\s+(?:response|status|code)))");

    private PageVocabulary() {}

    /** Returns {@code REQUIRED} if one sentence consists of that word only. */
    static Presence need(String text) {
        for (String sentence : text.split("[.;()\\n]", -1)) {
            if (sentence.strip().equalsIgnoreCase("required")) {
                return Presence.REQUIRED;
            }
        }
        return Presence.OPTIONAL;
    }

    /** Returns the items of the first list that follows "possible values" or a similar phrase. */
    static List<String> values(String text) {
        Matcher announced = LIST_FOLLOWS.matcher(text);
        if (!announced.find()) {
            return List.of();
        }
        String list = text.substring(announced.end());
        List<String> quoted = items(list, QUOTED, BETWEEN_QUOTED);
        return quoted.isEmpty() ? items(list, WORD, BETWEEN_WORDS) : quoted;
    }

    /** Returns the statuses that a text mentions, each once. */
    static List<Integer> statuses(String text) {
        List<Integer> found = new ArrayList<>();
        Matcher status = STATUS.matcher(text);
        while (status.find()) {
            int code = Integer.parseInt(status.group(1) == null ? status.group(2) : status.group(1));
            if (!found.contains(code)) {
                found.add(code);
            }
        }
        return found;
    }

    /** Returns adjacent items, separated by commas, bullets, line ends, "and" or "or". */
    private static List<String> items(String list, Pattern form, Pattern between) {
        List<String> items = new ArrayList<>();
        Matcher item = form.matcher(list);
        int at = 0;
        while (true) {
            Matcher gap = (at == 0 ? START : between).matcher(list).region(at, list.length());
            if (!gap.lookingAt() || !item.region(gap.end(), list.length()).lookingAt()) {
                return items;
            }
            String word = inner(item);
            if (isMark(word)) {
                return items;
            }
            items.add(word);
            at = item.end();
        }
    }

    private static String inner(Matcher item) {
        for (int group = 1; group <= item.groupCount(); group++) {
            if (item.group(group) != null) {
                return item.group(group).strip();
            }
        }
        return item.group();
    }

    private static boolean isMark(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return small.equals("required") || small.equals("optional");
    }
}
