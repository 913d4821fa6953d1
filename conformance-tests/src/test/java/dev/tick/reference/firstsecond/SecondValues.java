package dev.tick.reference.firstsecond;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a value of each indicator type looks like. */
final class SecondValues {
    private static final Pattern SHA1 = Pattern.compile("[0-9A-Fa-f]{40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final Pattern OCTET = Pattern.compile("0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5]");
    private static final Pattern LABEL =
            Pattern.compile("[\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_-]*[\\p{L}\\p{M}\\p{N}_])?");
    private static final Pattern URL = Pattern.compile(
            "[A-Za-z][A-Za-z0-9+.-]*://(?:[^\\s/?#@\\[\\]]*@)?(\\[[0-9A-Fa-f:.]+\\]|[^\\s/?#:@\\[\\]]+)(?::\\d{1,5})?(?:[/?#][^\\s\\p{Cntrl}]*)?");

    private final FirstSecondFault fault;

    SecondValues(FirstSecondFault fault) {
        this.fault = fault;
    }

    /** Throws the documented error when the value does not fit its type. */
    void check(String type, String value) {
        if (value.isEmpty()) {
            throw new SecondProblem(400, "InvalidInput", "Indicator value is empty.");
        }
        switch (type) {
            case "FileSha1" -> {
                boolean longer = fault == FirstSecondFault.SHA1_TAKES_64
                        && SHA256.matcher(value).matches();
                require(SHA1.matcher(value).matches() || longer, "InvalidHashValue", "Hash value ", value);
            }
            case "FileSha256" -> require(sha256(value), "InvalidHashValue", "Hash value ", value);
            case "IpAddress" ->
                require(
                        address(value),
                        fault == FirstSecondFault.IP_CODE_MIXED ? "InvalidDomainName" : "InvalidIpAddress",
                        "IP address ",
                        value);
            case "DomainName" -> require(domain(value), "InvalidDomainName", "Domain name ", value);
            default -> require(url(value), "InvalidUrl", "URL ", value);
        }
    }

    private static void require(boolean sound, String code, String what, String value) {
        if (!sound) {
            throw new SecondProblem(400, code, what + value + " is invalid.");
        }
    }

    private boolean sha256(String value) {
        if (fault == FirstSecondFault.HEX_CAPITALS_REFUSED && !value.equals(value.toLowerCase(Locale.ROOT))) {
            return false;
        }
        return SHA256.matcher(value).matches();
    }

    private boolean address(String value) {
        return value.indexOf(':') < 0 ? four(value) : six(value);
    }

    private static boolean four(String value) {
        String[] octets = value.split("\\.", -1);
        boolean sound = octets.length == 4;
        for (String octet : octets) {
            sound &= OCTET.matcher(octet).matches();
        }
        return sound;
    }

    private boolean six(String value) {
        if (fault == FirstSecondFault.MAPPED_ADDRESS_REFUSED && value.indexOf('.') >= 0) {
            return false;
        }
        int gap = value.indexOf("::");
        if (gap < 0) {
            return groups(value, true) == 8;
        }
        if (value.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int head = groups(value.substring(0, gap), false);
        int tail = groups(value.substring(gap + 2), true);
        return head >= 0 && tail >= 0 && head + tail <= 7;
    }

    /** Number of 16-bit groups in a run, or -1 when it is none. */
    private static int groups(String run, boolean last) {
        if (run.isEmpty()) {
            return 0;
        }
        String[] parts = run.split(":", -1);
        int count = parts.length;
        for (int i = 0; i < parts.length; i++) {
            if (last && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                if (!four(parts[i])) {
                    return -1;
                }
                count++;
            } else if (!parts[i].matches("[0-9A-Fa-f]{1,4}")) {
                return -1;
            }
        }
        return count;
    }

    private boolean domain(String value) {
        String[] labels = value.split("\\.", -1);
        if (labels.length < 2 || value.length() > 253 || labels[labels.length - 1].matches("\\d+")) {
            return false;
        }
        int limit = fault == FirstSecondFault.LABEL_63_REFUSED ? 62 : 63;
        for (String label : labels) {
            if (label.length() > limit || !LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return true;
    }

    private boolean url(String value) {
        var m = URL.matcher(value);
        if (!m.matches()) {
            return false;
        }
        String host = m.group(1);
        return !host.startsWith("[")
                || new SecondValues(FirstSecondFault.NONE).six(host.substring(1, host.length() - 1));
    }
}
