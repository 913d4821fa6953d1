package dev.tick.conformance.conduct;

import dev.tick.conformance.sample.RunDigests;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Names that are reserved for documentation or tests, or that only one run has. A defect may be in them: an address with a part of 256
 * is none, and so names nobody.
 */
final class ReservedNames {
    /** RFC 5737; RFC 2544 for benchmarks, which no network carries either (RFC 6890) and which alone has room for octets of 255. */
    private static final Pattern RESERVED_IPV4 =
            Pattern.compile("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113|198\\.1[89]\\.[0-9]+)\\..*");

    private static final Pattern FOUR_NUMBERS = Pattern.compile("([0-9]+|\\*)(\\.([0-9]+|\\*)){3}");

    /** Whatever is written with the characters of an IPv4 address, a range of them or a network. */
    private static final Pattern DOTTED = Pattern.compile("[0-9*]+(\\.[0-9*]+){3}[0-9.*:/-]*");

    /** A network no larger than those of RFC 5737. */
    private static final Pattern LARGE_NETWORK = Pattern.compile(".*/(1?[0-9]|2[0-3])");

    /** RFC 2606; one that stands in the path behind another name does not count. */
    private static final Pattern RESERVED_DOMAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}*._-]*\\.example\\.?");

    /** RFC 3849. */
    private static final String RESERVED_IPV6 = "2001:db8:";

    /** RFC 5737, and networks within. */
    private static final Pattern DOCUMENTATION_IPV4 = Pattern.compile(
            "(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(/(2[4-9]|3[0-2]))?");

    /** RFC 3849, and networks within. */
    private static final Pattern DOCUMENTATION_IPV6 =
            Pattern.compile(RESERVED_IPV6 + "[0-9a-f:]*(/(3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-8]))?");

    /** A URL of which every reader finds the same host. */
    private static final Pattern URL = Pattern.compile(
            "[a-z][a-z0-9+.-]*://([^/?#@\\\\]*@)?(\\[(?<ipv6>[^\\]/]+)\\]|(?<name>[^/?#@:\\\\]+))(:[0-9]*)?([/?#].*)?");

    private static final String SCHEME = "://";
    private static final BigInteger HIGHEST_OCTET = BigInteger.valueOf(255);

    /** Digits of a digest that a defect leaves alone: it may change or cut the first, and cut or add at the end. */
    private static final int FROM = 2;

    private static final int TO = 30;

    /** Shorter than any digest that is named, by the one digit that a defect may cut. */
    private static final int SHORTEST_DIGEST = 31;

    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]+");

    /** Digests are numbered; a run draws some 1,500. */
    private static final int MOST = 20_000;

    private static final int STEP = 2_000;

    /** The digits of "tick", of which rows make names for texts that stand for a digest. */
    static final String KIT_DIGITS = "7469636b00000000";

    private static final Pattern KIT_DIGEST = Pattern.compile(KIT_DIGITS + "[0-9a-f]*");

    private static final Set<String> LITERALS = Set.of("true", "false");

    private final String run;
    private final Set<String> digests = new HashSet<>();
    private int numbered;

    ReservedNames(String run) {
        this.run = run;
    }

    /** Returns whether a name is nobody's. */
    boolean isReserved(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        return text.contains(SCHEME) ? isReservedHost(host(text)) : isReservedHost(text);
    }

    /**
     * Returns whether a name that anybody may have chosen is reserved for documentation, or is a digest with the kit's digits. One that
     * is no name at all is not: nobody here knows what a service makes of it.
     */
    static boolean isDocumentation(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        Matcher url = URL.matcher(text);
        if (!url.matches()) {
            return isDocumentationHost(text);
        }
        return url.group("name") == null
                ? DOCUMENTATION_IPV6.matcher(url.group("ipv6")).matches()
                : isDocumentationHost(url.group("name"));
    }

    private static boolean isDocumentationHost(String text) {
        return Stream.of(DOCUMENTATION_IPV4, DOCUMENTATION_IPV6, RESERVED_DOMAIN, KIT_DIGEST)
                .anyMatch(one -> one.matcher(text).matches());
    }

    /** Returns whether no other run, and nobody else, has a name. */
    boolean isOwn(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        return text.contains("tick-" + run) || isDigest(text) || isLongIpv6(text);
    }

    /** Returns whether a text of an entity has the run's id. */
    boolean isMarked(JsonNode entity) {
        return entity.toString().toLowerCase(Locale.ROOT).contains(run);
    }

    /** The kit draws all groups but the first two from a digest. */
    private static boolean isLongIpv6(String text) {
        return text.contains(RESERVED_IPV6) && text.split("[:.]", -1).length >= 8 && !text.contains(":0:0:0:");
    }

    private boolean isReservedHost(String text) {
        if (text.startsWith("[") || text.indexOf(':') != text.lastIndexOf(':')) {
            return text.replace("[", "").startsWith(RESERVED_IPV6);
        }
        if (DOTTED.matcher(text).matches()) {
            return !LARGE_NETWORK.matcher(text).matches()
                    && FOUR_NUMBERS
                            .matcher(text)
                            .results()
                            .map(MatchResult::group)
                            .allMatch(ReservedNames::isReservedIpv4);
        }
        if (text.contains(".")) {
            return RESERVED_DOMAIN.matcher(text.replaceFirst(":[0-9]+$", "")).matches();
        }
        boolean isLikeDigest = text.length() >= SHORTEST_DIGEST && text.matches(".[0-9a-f]+");
        return isLikeDigest ? (isDigest(text) || text.startsWith(KIT_DIGITS)) : namesNothing(text);
    }

    private static boolean isReservedIpv4(String text) {
        return RESERVED_IPV4.matcher(text).matches()
                || List.of(text.split("\\.", -1)).stream().anyMatch(ReservedNames::isAboveOctets);
    }

    /** Returns whether a part is too large for an address, however many zeros stand before it. */
    private static boolean isAboveOctets(String part) {
        return !part.equals("*") && new BigInteger(part).compareTo(HIGHEST_OCTET) > 0;
    }

    /** A word may be the name of a host in somebody's network, unless it is the kit's own or no name at all. */
    private static boolean namesNothing(String text) {
        return text.startsWith("tick")
                || LITERALS.contains(text)
                || !text.matches("[a-z0-9_-]*[a-z][a-z0-9_-]*")
                || text.length() == 1;
    }

    private boolean isDigest(String text) {
        // Most names are texts, and numbering all digests for one takes longer than all else that is done with it.
        if (text.length() < SHORTEST_DIGEST
                || !HEXADECIMAL.matcher(text.substring(FROM, TO - 1)).matches()) {
            return false;
        }
        String part = text.substring(FROM, TO);
        String shifted = text.substring(FROM - 1, TO - 1);
        while (!digests.contains(part) && !digests.contains(shifted) && numbered < MOST) {
            for (int end = numbered + STEP; numbered < end; numbered++) {
                digests.add(RunDigests.of(run, numbered).substring(FROM, TO));
            }
        }
        return digests.contains(part) || digests.contains(shifted);
    }

    private static String host(String url) {
        String rest = url.substring(url.indexOf(SCHEME) + SCHEME.length());
        Matcher authority = Pattern.compile("[^/?#\\\\]*").matcher(rest);
        String host = authority.lookingAt() ? authority.group() : rest;
        host = host.substring(host.lastIndexOf('@') + 1);
        return host.startsWith("[") ? host.replaceFirst("].*", "") : host.replaceFirst(":[0-9]*$", "");
    }
}
