package dev.tick.stub.journal;

import dev.tick.spec.http.Headers;
import dev.tick.spec.validation.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes out of a text what nobody should read in a journal. */
final class JournalRedaction {
    private static final String REMOVED = "[removed]";
    private static final Set<String> HEADERS = Set.of("authorization", "proxy-authorization", "cookie", "set-cookie");

    /** A signed token by its looks: two parts of JSON in base64 (which begin with {@code eyJ}), and what follows them. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.eyJ[\\w-]+(\\.[\\w-]*)?");

    /** Any of the names of the pattern below has one of these; looking for them first is ten times as quick in a long text. */
    private static final List<String> PARTS = List.of("client_", "access_token", "password");

    private static final Pattern PARAMETER =
            Pattern.compile("((?:client_secret|client_assertion|access_token|password)(?:=|\"\\s*:\\s*\"))[^&\"\\s]+");

    private JournalRedaction() {}

    /** Returns the text without tokens and without the values of parameters that carry secrets. */
    static String removed(String text) {
        String without = text.contains("eyJ") ? TOKEN.matcher(text).replaceAll(REMOVED) : text;
        return PARTS.stream().anyMatch(without::contains)
                ? PARAMETER.matcher(without).replaceAll("$1" + REMOVED)
                : without;
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
        return HEADERS.contains(lower) || lower.endsWith("-key");
    }

    private static String scheme(String value) {
        int end = value.indexOf(' ');
        return end < 0 ? "" : value.substring(0, end + 1);
    }
}
