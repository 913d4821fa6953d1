package dev.tick.conformance.evidence;

import java.net.URI;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Replaces what changes in texts from run to run by placeholders, so that two runs can be compared. */
public final class VolatileText {
    private static final int HEXADECIMAL = 16;

    /** A colon, also as it stands in a path. */
    private static final String COLON = "(?::|%3[Aa])";

    /** Where a word begins: after no letter and no digit, unless those are a percent-encoded character. */
    private static final String BEGIN = "(?:(?<=%[0-9A-Fa-f]{2})|(?<![0-9A-Za-z%]))";

    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";
    private static final String CLOCK = "\\d{2}" + COLON + "\\d{2}" + COLON + "\\d{2}";

    /** The expirations that the kit sends lie at midnight; with how many zeros a target writes them is worth comparing. */
    private static final Pattern MIDNIGHT =
            Pattern.compile(BEGIN + DAY + "(?=T00" + COLON + "00" + COLON + "00(?:\\.0+)?Z)");

    private static final Pattern TIME = Pattern.compile(BEGIN + DAY + "[T ]" + CLOCK + "(?:\\.\\d+)?");

    /** As in the header Date. */
    private static final Pattern HTTP_DATE =
            Pattern.compile("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT");

    /** The first letter or digit of a hash or GUID, escaped as a path need not have it. */
    private static final Pattern ESCAPED_FIRST = Pattern.compile(
            "(?<![0-9A-Za-z%])%(3[0-9]|[46][1-6])(?=[0-9A-Fa-f]{30,64}(?![0-9A-Fa-f])|[0-9A-Fa-f]{7}-[0-9A-Fa-f]{4}-)");

    /** A text of which each character is escaped, as JSON allows; twice where it is in JSON itself. */
    private static final Pattern ESCAPED_TEXT = Pattern.compile("(?:\\\\{1,2}u00[2-7][0-9A-Fa-f]){8,}");

    private static final Pattern GUID = Pattern.compile(
            BEGIN + "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(?![0-9A-Fa-f])");

    /** Hashes of 32 to 64 digits, or one digit more or less as a defect has it; a defect may also put another letter in front. */
    private static final Pattern HASH =
            Pattern.compile("(?:(?<=%[0-9A-Fa-f]{2})|(?<![0-9A-Fa-f%]))[0-9A-Fa-f]{31,65}(?![0-9A-Fa-f])");

    /** RFC 5737, RFC 2544 and RFC 3849; the last in whichever form. */
    private static final Pattern ADDRESS =
            Pattern.compile(BEGIN + "(?:(?:192\\.0\\.2|198\\.51\\.100|203\\.0\\.113|198\\.1[89]\\.\\d{1,3})\\.\\d{1,3}"
                    + "|2001" + COLON + "0?[dD][bB]8(?:" + COLON + "{1,2}[0-9A-Fa-f]{0,4})+)");

    private final Pattern name;
    private final Pattern run;
    private final Pattern target;

    /**
     * Replaces in the texts of one run.
     *
     * @param run the run's id
     * @param baseUrl the target's, without a slash at its end
     */
    public VolatileText(String run, URI baseUrl) {
        // A row may send a text in other case; a run's id need not have a letter.
        name = Pattern.compile("(tick)-" + Pattern.quote(run) + "-\\d+", Pattern.CASE_INSENSITIVE);
        this.run = Pattern.compile(BEGIN + Pattern.quote(run) + "(?![0-9A-Za-z])", Pattern.CASE_INSENSITIVE);
        target = Pattern.compile(Pattern.quote(baseUrl.toString()) + "|" + authority(baseUrl.getRawAuthority()));
    }

    /** A bare name such as {@code api} may be any word, so it is one only where a URL has it. */
    private static String authority(String authority) {
        return authority.matches(".*[.:].*")
                ? "(?<![\\w.-])" + Pattern.quote(authority) + "(?![\\w-])"
                : "(?<=//)" + Pattern.quote(authority) + "(?![\\w-])";
    }

    /** Returns a text with placeholders such as {@code <guid>} and {@code <hash 40>}, where 40 is the number of its digits. */
    public String replaceIn(String text) {
        String result = ESCAPED_TEXT.matcher(text).replaceAll(VolatileText::plain);
        result = target.matcher(result).replaceAll("<target>");
        result = name.matcher(result).replaceAll("$1-<run>-<n>");
        result = run.matcher(result).replaceAll("<run>");
        result = ESCAPED_FIRST.matcher(result).replaceAll(VolatileText::unescaped);
        result = GUID.matcher(result).replaceAll("<guid>");
        result = MIDNIGHT.matcher(result).replaceAll("<date>");
        result = TIME.matcher(result).replaceAll("<time>");
        result = HTTP_DATE.matcher(result).replaceAll("<time>");
        result = ADDRESS.matcher(result).replaceAll("<address>");
        return HASH.matcher(result).replaceAll(VolatileText::hash);
    }

    private static String plain(MatchResult found) {
        String characters = Arrays.stream(found.group().split("\\\\+u", 0))
                .filter(digits -> !digits.isEmpty())
                .map(digits -> Character.toString(Integer.parseInt(digits, HEXADECIMAL)))
                .collect(Collectors.joining());
        return Matcher.quoteReplacement("<escaped>" + characters);
    }

    private static String unescaped(MatchResult found) {
        return "<escaped>" + (char) Integer.parseInt(found.group(1), HEXADECIMAL);
    }

    private static String hash(MatchResult found) {
        return Matcher.quoteReplacement("<hash " + found.group().length() + ">");
    }
}
