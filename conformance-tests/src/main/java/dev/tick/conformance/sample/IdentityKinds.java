package dev.tick.conformance.sample;

import java.util.List;
import java.util.Locale;

/**
 * Identities of many kinds that only one number of one run has.
 *
 * @param name a host's label, in lower case
 * @param digest at least 64 hexadecimal digits
 */
record IdentityKinds(String name, String digest) {
    private static final int DIGITS = 4;

    /** Returns the identities like an example; some may be no value of its type. */
    List<KindOfText> like(String example) {
        if (example.matches("[0-9A-Fa-f]{32,64}")) {
            return digests(digest.substring(0, example.length()));
        }
        if (example.contains(":") && example.matches("[0-9A-Fa-f:.]+")) {
            return List.of(
                    new KindOfText(ValueKind.EIGHT_GROUPS, address().toLowerCase(Locale.ROOT)),
                    new KindOfText(ValueKind.UPPER_CASE, address().toUpperCase(Locale.ROOT)));
        }
        if (example.contains("://")) {
            return urls();
        }
        return example.matches("[0-9.]+") ? List.of() : names();
    }

    private static List<KindOfText> digests(String digits) {
        // A letter for certain, in case that the digest begins with digits alone.
        String lettered = "ab" + digits.substring(2);
        String upper = lettered.toUpperCase(Locale.ROOT);
        return List.of(
                new KindOfText(ValueKind.UPPER_CASE, upper),
                new KindOfText(ValueKind.MIXED_CASE, "aB" + upper.substring(2)));
    }

    private List<KindOfText> urls() {
        return List.of(
                new KindOfText(ValueKind.PORT, "https://" + name + ".example:8443/drop"),
                new KindOfText(ValueKind.QUERY, "https://" + name + ".example/drop?file=1&step=2+3"),
                new KindOfText(ValueKind.ESCAPED, "https://" + name + ".example/a%20b%2Fc?d=%26e%25"),
                new KindOfText(ValueKind.QUOTES, "https://" + name + ".example/it's"),
                new KindOfText(ValueKind.MIXED_CASE, "https://" + name + ".example/Drop/File.EXE?Step=One"),
                new KindOfText(ValueKind.PUNYCODE, "https://xn--bcher-kva." + name + ".example/"),
                new KindOfText(ValueKind.LONG, "https://" + name + ".example/" + "long/".repeat(60)));
    }

    private List<KindOfText> names() {
        return List.of(
                new KindOfText(ValueKind.PUNYCODE, "xn--bcher-kva." + name + ".example"),
                new KindOfText(ValueKind.MIXED_CASE, "Www." + name + ".Example"),
                new KindOfText(ValueKind.LONG, "long-label-of-many-letters.".repeat(5) + name + ".example"));
    }

    private String address() {
        StringBuilder groups = new StringBuilder("2001:0db8");
        for (int group = 0; group < 6; group++) {
            groups.append(':').append(digest, group * DIGITS, (group + 1) * DIGITS);
        }
        return groups.toString();
    }
}
