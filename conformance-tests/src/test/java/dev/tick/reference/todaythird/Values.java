package dev.tick.reference.todaythird;

import java.util.regex.Pattern;

/** Whether a value is one of its type. */
final class Values {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV4_INNER =
            Pattern.compile("(0|10|127|169\\.254|192\\.168|172\\.(1[6-9]|2\\d|3[01])|22[4-9]|2[3-5]\\d)\\..*");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]{1,4}(:[0-9A-Fa-f]{1,4}){7}");
    private static final Pattern IPV6_INNER =
            Pattern.compile("(?i)(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]|ff[0-9a-f]{2}):.*|(0+:){7}0*[01]");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?=.{1,253}$)([\\p{L}\\p{N}_]([\\p{L}\\p{N}_-]{0,61}[\\p{L}\\p{N}_])?\\.)+(?!\\p{N}+$)[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?");
    private static final Pattern URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^/?#\\s*@]*@)?[^/?#\\s*@]+([/?#]\\S*)?");

    private final TodayThirdFault fault;

    Values(TodayThirdFault fault) {
        this.fault = fault;
    }

    /** Refuses a value that is none of the type. */
    void check(String type, String value) {
        switch (type) {
            case "FileMd5" -> hash(value, "[0-9A-Fa-f]{32}");
            case "FileSha1" -> hash(value, "[0-9A-Fa-f]{40}");
            case "FileSha256" -> hash(value, "[0-9A-Fa-f]{64}");
            case "CertificateThumbprint" -> hash(value, "[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}");
            case "IpAddress" -> address(value);
            case "DomainName" -> {
                if (!DOMAIN.matcher(value).matches()) {
                    throw new Problem(400, "InvalidDomainName", "Domain name " + value + " is invalid.");
                }
            }
            default -> {
                if (!URL.matcher(value).matches()) {
                    throw new Problem(400, "InvalidUrl", "URL " + value + " is invalid.");
                }
            }
        }
    }

    private static void hash(String value, String shape) {
        if (!value.matches(shape)) {
            throw new Problem(400, "InvalidHashValue", "Hash value " + value + " is invalid.");
        }
    }

    /** One external address: IPv4, or IPv6 in all its eight segments. */
    private void address(String value) {
        String host =
                fault == TodayThirdFault.RANGE_OF_ADDRESSES ? value.replaceFirst("/(3[0-2]|[12]?\\d)$", "") : value;
        boolean four = IPV4.matcher(host).matches() && !IPV4_INNER.matcher(host).matches();
        boolean six =
                IPV6.matcher(value).matches() && !IPV6_INNER.matcher(value).matches();
        if (fault == TodayThirdFault.IPV6_CAPITALS_REFUSED && value.matches(".*[A-F].*")) {
            six = false;
        }
        if (!four && !six) {
            throw new Problem(400, "InvalidIpAddress", "IP address " + value + " is invalid.");
        }
    }
}
