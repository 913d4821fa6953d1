package dev.tick.stub.journal;

import dev.tick.spec.http.Headers;
import dev.tick.spec.validation.Violation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a text what nobody should read in a journal. */
final class JournalRedaction {
    private static final String REMOVED = "[removed]";

    /** Schemes of credentials; of any other header the first word may be the secret itself. */
    private static final Pattern SCHEME = Pattern.compile("(?i)(Basic|Bearer|Digest|Negotiate)(?= )");

    /** Parts of the names of headers that carry credentials. */
    private static final List<String> HEADER_PARTS =
            List.of("authorization", "cookie", "token", "secret", "password", "key");

    /** A signed token by its looks: two parts of JSON in base64 (which begin with {@code eyJ}), and what follows them. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+(\\.[\\w-]*)?");

    private static final Set<String> NAMES =
            Set.of("client_secret", "client_assertion", "access_token", "password", "secret");

    /** A parameter of a form or query; its name may be percent-encoded. */
    private static final Pattern PARAMETER = Pattern.compile("(?<![\\w%.+-])([\\w%.+-]++)=([^&\"\\s]++)");

    /** A property of JSON, with a text, a list or another value; the end of a text may be cut off. */
    private static final Pattern PROPERTY = Pattern.compile(
            "(\"(?:" + String.join("|", NAMES) + ")\"\\s*:\\s*)(\"(?:[^\"\\\\]|\\\\.)*+\"?|\\[[^\\]]*+\\]?|[^,}\\s]+)",
            Pattern.CASE_INSENSITIVE);

    private JournalRedaction() {}

    /** Returns the text without tokens and without the values of parameters and properties that carry secrets. */
    static String removed(String text) {
        String without = text.contains("eyJ") ? TOKEN.matcher(text).replaceAll(REMOVED) : text;
        if (without.indexOf('=') >= 0) {
            without = PARAMETER.matcher(without).replaceAll(JournalRedaction::parameter);
        }
        return mayName(without) ? PROPERTY.matcher(without).replaceAll("$1\"" + REMOVED + "\"") : without;
    }

    /** Most bodies have none of the names, which is seen sooner than that they have no such property. */
    private static boolean mayName(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(lower::contains);
    }

    private static String parameter(MatchResult found) {
        return Matcher.quoteReplacement(
                NAMES.contains(decoded(found.group(1)).toLowerCase(Locale.ROOT))
                        ? found.group(1) + "=" + REMOVED
                        : found.group());
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // An escape is broken, so that nobody reads it as a name of ours.
            return name;
        }
    }

    /** Returns the headers, those that carry credentials without their values; of a credential the scheme stays. */
    static Headers removed(Headers headers) {
        return new Headers(headers.fields().stream()
                .map(field -> new Headers.Field(
                        field.name(), secret(field.name()) ? scheme(field.value()) + REMOVED : removed(field.value())))
                .toList());
    }

    /** Returns the violation with secrets taken out of its value, which is cut at so many characters. */
    static Violation removed(Violation violation, int longest) {
        String got = removed(violation.got());
        return new Violation(
                violation.location(),
                violation.keyword(),
                violation.schema(),
                violation.expected(),
                got.length() > longest ? got.substring(0, longest) : got,
                violation.requirement());
    }

    private static boolean secret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return HEADER_PARTS.stream().anyMatch(lower::contains);
    }

    private static String scheme(String value) {
        Matcher known = SCHEME.matcher(value);
        return known.lookingAt() ? known.group() + " " : "";
    }
}
