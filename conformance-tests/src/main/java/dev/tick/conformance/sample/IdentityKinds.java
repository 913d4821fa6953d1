package dev.tick.conformance.sample;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Identities of many kinds that only one number of one run has.
 *
 * @param name a host's label, in lower case
 * @param digest at least 64 hexadecimal digits
 */
record IdentityKinds(String name, String digest) {
    private static final int DIGITS = 4;
    private static final int LONGEST_LABEL = 63;

    /** What an identity is like as a whole. */
    enum Shape {
        DIGEST,
        ADDRESS,
        URL,
        NAME,
        OTHER;

        /** Returns sets of kinds that one identity can have together. */
        List<Set<ValueKind>> combined() {
            return switch (this) {
                case DIGEST ->
                    List.of(Set.of(ValueKind.UPPER_CASE), Set.of(ValueKind.UPPER_CASE, ValueKind.MIXED_CASE));
                case ADDRESS -> List.of(Set.of(ValueKind.UPPER_CASE));
                case URL ->
                    List.of(
                            Set.of(ValueKind.PORT, ValueKind.MIXED_CASE, ValueKind.QUERY),
                            Set.of(ValueKind.PUNYCODE, ValueKind.ESCAPED, ValueKind.QUOTES, ValueKind.RESERVED),
                            Set.of(ValueKind.LONG, ValueKind.FRAGMENT),
                            Set.of(ValueKind.ADDRESS_HOST));
                case NAME ->
                    List.of(
                            Set.of(ValueKind.PUNYCODE, ValueKind.DIGITS, ValueKind.HYPHENS, ValueKind.MIXED_CASE),
                            Set.of(ValueKind.LONG_LABEL, ValueKind.MANY_LABELS));
                case OTHER -> List.of();
            };
        }

        /** Returns the shape of an example. */
        static Shape of(String example) {
            if (example.matches("[0-9A-Fa-f]{32,64}")) {
                return DIGEST;
            }
            if (example.contains(":") && example.matches("[0-9A-Fa-f:.]+")) {
                return ADDRESS;
            }
            if (example.contains("://")) {
                return URL;
            }
            return example.matches("[0-9.]+") ? OTHER : NAME;
        }
    }

    /** Returns the identities like an example, each of one kind; some may be no value of its type. */
    List<KindOfText> like(String example) {
        Shape shape = Shape.of(example);
        Stream<ValueKind> plain = shape == Shape.ADDRESS ? Stream.of(ValueKind.EIGHT_GROUPS) : Stream.empty();
        Stream<ValueKind> combined =
                shape.combined().stream().flatMap(Set::stream).distinct().sorted();
        return Stream.concat(plain, combined)
                .map(kind -> new KindOfText(kind, of(example, Set.of(kind))))
                .toList();
    }

    /** Returns an identity like an example that is of all these kinds. */
    String of(String example, Set<ValueKind> kinds) {
        return switch (Shape.of(example)) {
            case DIGEST -> digits(digest.substring(0, example.length()), kinds);
            case ADDRESS -> kinds.contains(ValueKind.UPPER_CASE) ? address().toUpperCase(Locale.ROOT) : address();
            case URL -> url(kinds);
            case NAME, OTHER -> host(kinds);
        };
    }

    private static String digits(String digits, Set<ValueKind> kinds) {
        // A letter for certain, in case that the digest begins with digits alone.
        String upper = ("ab" + digits.substring(2)).toUpperCase(Locale.ROOT);
        return kinds.contains(ValueKind.MIXED_CASE) ? "aB" + upper.substring(2) : upper;
    }

    private String url(Set<ValueKind> kinds) {
        StringBuilder url = new StringBuilder("https://");
        url.append(
                kinds.contains(ValueKind.ADDRESS_HOST) ? "[" + address() + "]" : punycode(kinds) + name + ".example");
        url.append(kinds.contains(ValueKind.PORT) ? ":8443/" : "/");
        add(url, kinds, ValueKind.MIXED_CASE, "Drop/File.EXE");
        add(url, kinds, ValueKind.ESCAPED, "a%20b%2Fc%41%C3%BC");
        add(url, kinds, ValueKind.QUOTES, "/it's");
        add(url, kinds, ValueKind.RESERVED, "/v;p=1,2/@x/$y/(!*)~_-");
        add(url, kinds, ValueKind.LONG, "long/".repeat(60));
        add(url, kinds, ValueKind.QUERY, "?Step=One&file=1&step=2+3&step=x%26y");
        add(url, kinds, ValueKind.FRAGMENT, "#Part-2");
        return url.toString();
    }

    private static String punycode(Set<ValueKind> kinds) {
        return kinds.contains(ValueKind.PUNYCODE) ? "xn--bcher-kva." : "";
    }

    private static void add(StringBuilder text, Set<ValueKind> kinds, ValueKind kind, String part) {
        if (kinds.contains(kind)) {
            text.append(part);
        }
    }

    private String host(Set<ValueKind> kinds) {
        StringBuilder host = new StringBuilder();
        add(host, kinds, ValueKind.MIXED_CASE, "Www.");
        add(host, kinds, ValueKind.DIGITS, "3com.0.");
        add(host, kinds, ValueKind.HYPHENS, "a-b-c.");
        add(host, kinds, ValueKind.LONG_LABEL, "l".repeat(LONGEST_LABEL) + ".");
        add(host, kinds, ValueKind.MANY_LABELS, "a.b.c.d.e.f.g.h.");
        return host + punycode(kinds) + name + (kinds.contains(ValueKind.MIXED_CASE) ? ".Example" : ".example");
    }

    private String address() {
        StringBuilder groups = new StringBuilder("2001:db8");
        for (int group = 0; group < 6; group++) {
            // No group begins with a zero, which a server that rewrites addresses would leave out.
            groups.append(":c").append(digest, group * DIGITS, (group + 1) * DIGITS - 1);
        }
        return groups.toString();
    }
}
