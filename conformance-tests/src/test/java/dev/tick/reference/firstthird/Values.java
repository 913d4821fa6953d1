package dev.tick.reference.firstthird;

import java.util.regex.Pattern;

/** What is a sound value of each indicator type. */
final class Values {
    private static final Pattern URL =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#\\p{Cntrl}]+([/?#][^\\s\\p{Cntrl}]*)?");
    private static final Pattern LOOSE_URL =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)?[^\\s/?#\\p{Cntrl}]+([/?#][^\\s\\p{Cntrl}]*)?");
    private static final Pattern LABEL =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}_]([\\p{L}\\p{M}\\p{N}_-]{0,61}[\\p{L}\\p{M}\\p{N}_])?");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern OCTET = Pattern.compile("0|[1-9]\\d{0,2}");
    private final FirstThirdFault fault;

    Values(FirstThirdFault fault) {
        this.fault = fault;
    }

    void check(String type, String value) {
        switch (type) {
            case "FileSha1" -> hash(value, 40);
            case "FileSha256" -> hash(value, 64);
            case "IpAddress" -> require(ipv4(value) || ipv6(value), "InvalidIpAddress", "IP address", value);
            case "DomainName" -> require(domain(value), "InvalidDomainName", "Domain name", value);
            default -> url(value);
        }
    }

    private void hash(String value, int length) {
        Pattern digits = Pattern.compile("[0-9A-Fa-f]{" + length + "}");
        boolean sound = fault == FirstThirdFault.LONG_HASH_TAKEN && length == 64
                ? digits.matcher(value).lookingAt()
                : digits.matcher(value).matches();
        require(sound, "InvalidHashValue", "Hash value", value);
    }

    private void url(String value) {
        Pattern shape = fault == FirstThirdFault.RELATIVE_URL_TAKEN ? LOOSE_URL : URL;
        require(shape.matcher(value).matches(), "InvalidUrl", "Url", value);
    }

    private static void require(boolean sound, String code, String kind, String value) {
        if (!sound) {
            throw new Refusal(400, code, kind + " " + value + " is invalid.");
        }
    }

    private static boolean domain(String value) {
        String name = value.endsWith(".") ? value.substring(0, value.length() - 1) : value;
        String[] labels = name.split("\\.", -1);
        if (labels.length < 2 || name.length() > 253) {
            return false;
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean ipv4(String value) {
        String[] octets = value.split("\\.", -1);
        if (octets.length != 4) {
            return false;
        }
        for (String octet : octets) {
            if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean ipv6(String value) {
        int gap = value.indexOf("::");
        if (gap < 0) {
            return groups(value, true) == 8;
        }
        int head = gap == 0 ? 0 : groups(value.substring(0, gap), false);
        int tail = gap + 2 == value.length() ? 0 : groups(value.substring(gap + 2), true);
        return head >= 0 && tail >= 0 && head + tail <= 7;
    }

    /** How many groups of 16 bits the text holds, or a large negative number when it is no such text. */
    private static int groups(String text, boolean last) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = last && i == parts.length - 1 && ipv4(parts[i]);
            if (!dotted && !GROUP.matcher(parts[i]).matches()) {
                return -100;
            }
            count += dotted ? 2 : 1;
        }
        return count;
    }
}
