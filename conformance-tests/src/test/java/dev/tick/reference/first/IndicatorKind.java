package dev.tick.reference.first;

import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** The types of an indicator: the values that each takes, and how another value is refused. */
public enum IndicatorKind {
    FILE_SHA1("FileSha1", Problem.WRONG_HASH, "Hash value"),
    FILE_SHA256("FileSha256", Problem.WRONG_HASH, "Hash value"),
    IP_ADDRESS("IpAddress", Problem.WRONG_IP_ADDRESS, "IP address"),
    DOMAIN_NAME("DomainName", Problem.WRONG_DOMAIN_NAME, "Domain name"),
    URL("Url", Problem.WRONG_URL, "URL");

    private final String word;
    private final Problem problem;
    private final String noun;

    IndicatorKind(String word, Problem problem, String noun) {
        this.word = word;
        this.problem = problem;
        this.noun = noun;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(kind -> kind.word).toList();
    }

    public static IndicatorKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    public void check(String value) throws Rejection {
        boolean sound = switch (this) {
            case FILE_SHA1 -> value.matches("[0-9a-fA-F]{40}");
            case FILE_SHA256 -> value.matches("[0-9a-fA-F]{64}");
            case IP_ADDRESS -> isIpAddress(value);
            case DOMAIN_NAME -> isDomainName(value);
            case URL -> isUrl(value);
        };
        if (!sound) {
            throw new Rejection(problem, noun + " " + value + " is invalid.");
        }
    }

    private static boolean isIpAddress(String value) {
        String octet = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
        if (value.matches(octet + "(\\." + octet + "){3}")) {
            return true;
        }
        if (!value.matches("[0-9a-fA-F.]*:[0-9a-fA-F:.]*")) {
            return false;
        }
        try {
            // In brackets it is read as a literal only, and never looked up.
            return InetAddress.getByName("[" + value + "]") != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isDomainName(String value) {
        String label = "[a-zA-Z0-9_]([a-zA-Z0-9_-]{0,61}[a-zA-Z0-9_])?";
        try {
            String ascii = IDN.toASCII(value);
            return ascii.length() <= 253 && ascii.matches("(" + label + "\\.)+(?!\\d+$)" + label);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isUrl(String value) {
        try {
            URI uri = new URI(value);
            return uri.isAbsolute() && uri.getRawAuthority() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
