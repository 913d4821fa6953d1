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

    /** The form of an identity as a whole. */
    enum Shape {
        DIGEST,
        DOTTED,
        ADDRESS,
        URL,
        NAME,
        OTHER;

        /** Returns sets of kinds that one identity can have together. */
        List<Set<SampleKind>> combined() {
            return switch (this) {
                case DIGEST ->
                    List.of(Set.of(SampleKind.UPPER_CASE), Set.of(SampleKind.UPPER_CASE, SampleKind.MIXED_CASE));
                case DOTTED -> List.of(Set.of(SampleKind.HIGHEST_OCTET));
                case ADDRESS -> List.of(Set.of(SampleKind.UPPER_CASE), Set.of(SampleKind.DOTTED_TAIL));
                case URL ->
                    List.of(
                            Set.of(SampleKind.PORT, SampleKind.MIXED_CASE, SampleKind.QUERY),
                            Set.of(SampleKind.PUNYCODE, SampleKind.ESCAPED, SampleKind.QUOTES, SampleKind.RESERVED),
                            Set.of(SampleKind.LONG, SampleKind.FRAGMENT),
                            Set.of(SampleKind.ADDRESS_HOST));
                case NAME ->
                    List.of(
                            Set.of(SampleKind.PUNYCODE, SampleKind.DIGITS, SampleKind.HYPHENS, SampleKind.MIXED_CASE),
                            Set.of(SampleKind.LONG_LABEL, SampleKind.MANY_LABELS));
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
            return example.matches("[0-9]+([.][0-9]+){3}") ? DOTTED : example.matches("[0-9.]+") ? OTHER : NAME;
        }
    }

    /** Returns the identities like an example, each of one kind; some may be no value of its type. */
    List<KindOfText> like(String example) {
        Shape shape = Shape.of(example);
        Stream<SampleKind> plain = shape == Shape.ADDRESS ? Stream.of(SampleKind.EIGHT_GROUPS) : Stream.empty();
        Stream<SampleKind> combined =
                shape.combined().stream().flatMap(Set::stream).distinct().sorted();
        return Stream.concat(plain, combined)
                .map(kind -> new KindOfText(kind, of(example, Set.of(kind))))
                .toList();
    }

    /** Returns an identity like an example that is of all these kinds. */
    String of(String example, Set<SampleKind> kinds) {
        return switch (Shape.of(example)) {
            case DIGEST -> digits(digest.substring(0, example.length()), kinds);
            case ADDRESS ->
                kinds.contains(SampleKind.UPPER_CASE)
                        ? address().toUpperCase(Locale.ROOT)
                        : kinds.contains(SampleKind.DOTTED_TAIL) ? dotted(address()) : address();
            case DOTTED -> highest();
            case URL -> url(kinds);
            case NAME, OTHER -> host(kinds);
        };
    }

    private static String digits(String digits, Set<SampleKind> kinds) {
        // A letter for certain, in case that the digest begins with digits alone.
        String upper = ("ab" + digits.substring(2)).toUpperCase(Locale.ROOT);
        return kinds.contains(SampleKind.MIXED_CASE) ? "aB" + upper.substring(2) : upper;
    }

    private String url(Set<SampleKind> kinds) {
        StringBuilder url = new StringBuilder("https://");
        url.append(
                kinds.contains(SampleKind.ADDRESS_HOST) ? "[" + address() + "]" : punycode(kinds) + name + ".example");
        url.append(kinds.contains(SampleKind.PORT) ? ":8443/" : "/");
        add(url, kinds, SampleKind.MIXED_CASE, "Drop/File.EXE");
        add(url, kinds, SampleKind.ESCAPED, "a%20b%2Fc%41%C3%BC");
        add(url, kinds, SampleKind.QUOTES, "/it's");
        add(url, kinds, SampleKind.RESERVED, "/v;p=1,2/@x/$y/(!*)~_-");
        add(url, kinds, SampleKind.LONG, "long/".repeat(60));
        add(url, kinds, SampleKind.QUERY, "?Step=One&file=1&step=2+3&step=x%26y");
        add(url, kinds, SampleKind.FRAGMENT, "#Part-2");
        return url.toString();
    }

    private static String punycode(Set<SampleKind> kinds) {
        return kinds.contains(SampleKind.PUNYCODE) ? "xn--bcher-kva." : "";
    }

    private static void add(StringBuilder text, Set<SampleKind> kinds, SampleKind kind, String part) {
        if (kinds.contains(kind)) {
            text.append(part);
        }
    }

    private String host(Set<SampleKind> kinds) {
        StringBuilder host = new StringBuilder();
        add(host, kinds, SampleKind.MIXED_CASE, "Www.");
        add(host, kinds, SampleKind.DIGITS, "3com.0.");
        add(host, kinds, SampleKind.HYPHENS, "a-b-c.");
        add(host, kinds, SampleKind.LONG_LABEL, "l".repeat(LONGEST_LABEL) + ".");
        add(host, kinds, SampleKind.MANY_LABELS, "a.b.c.d.e.f.g.h.");
        return host + punycode(kinds) + name + (kinds.contains(SampleKind.MIXED_CASE) ? ".Example" : ".example");
    }

    /** Returns an address of six groups and four numbers in place of the last two groups (RFC 4291, section 2.2). */
    private static String dotted(String address) {
        return address.replaceFirst(":[^:]*:[^:]*$", ":192.0.2.33");
    }

    /** Returns an address of those for benchmarks (RFC 2544), of which no other reserved network has an octet of 255 that may vary. */
    private String highest() {
        int number = Integer.parseInt(digest.substring(0, DIGITS), 16);
        String free = String.valueOf(number / 4 % 254 + 1);
        return "198." + (18 + number % 2) + (number / 2 % 2 == 0 ? ".255." + free : "." + free + ".255");
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
