package dev.tick.reference.todayfourth;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form of a value, for each type. */
final class FourthValues {
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9_]([a-zA-Z0-9_-]{0,61}[a-zA-Z0-9_])?");
    private static final Pattern IPV6 = Pattern.compile("([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}");
    private static final Pattern URL = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^\\s/?#*]+([/?#]\\S*)?");
    private final TodayFourthFault fault;

    FourthValues(TodayFourthFault fault) {
        this.fault = fault;
    }

    void check(String type, String value) {
        switch (type) {
            case "FileSha1" -> demand(hex(value, 40), "InvalidHashValue", "Hash value", value);
            case "FileSha256" -> demand(hex(value, 64), "InvalidHashValue", "Hash value", value);
            case "FileMd5" -> demand(hex(value, 32), "InvalidHashValue", "Hash value", value);
            case "CertificateThumbprint" ->
                demand(hex(value, 40) || hex(value, 64), "InvalidHashValue", "Hash value", value);
            case "IpAddress" -> demand(address(value), "InvalidIpAddress", "Ip address", value);
            case "DomainName" -> demand(domain(value), "InvalidDomainName", "Domain name", value);
            case "Url" -> demand(URL.matcher(value).matches(), "InvalidUrl", "Url", value);
            default -> throw FourthProblem.bad("InvalidInput", "Indicator type " + type + " is unknown.");
        }
    }

    private static void demand(boolean sound, String code, String what, String value) {
        if (!sound) {
            throw FourthProblem.bad(code, what + " " + value + " is invalid.");
        }
    }

    private static boolean hex(String value, int length) {
        return value.length() == length
                && value.chars().allMatch(digit -> digit < 128 && Character.digit(digit, 16) >= 0);
    }

    private boolean address(String value) {
        String plain = fault == TodayFourthFault.CIDR_TAKEN ? value.replaceFirst("/(\\d|[12]\\d|3[0-2])$", "") : value;
        if (IPV6.matcher(plain).matches()) {
            String low = plain.toLowerCase(Locale.ROOT);
            return !low.matches("f[cd]..:.*|fe[89ab].:.*|ff..:.*|(0+:){7}0*1?");
        }
        if (!plain.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
            return false;
        }
        int[] octets =
                Arrays.stream(plain.split("\\.")).mapToInt(Integer::parseInt).toArray();
        int limit = fault == TodayFourthFault.OCTET_255_REFUSED ? 254 : 255;
        return Arrays.stream(octets).allMatch(octet -> octet <= limit) && external(octets[0], octets[1]);
    }

    /** The pages take external addresses alone. */
    private static boolean external(int first, int second) {
        return first != 0
                && first != 10
                && first != 127
                && first < 224
                && !(first == 172 && second >= 16 && second < 32)
                && !(first == 192 && second == 168)
                && !(first == 169 && second == 254);
    }

    private static boolean domain(String value) {
        String ascii;
        try {
            ascii = IDN.toASCII(value);
        } catch (IllegalArgumentException unfit) {
            return false;
        }
        String[] labels = ascii.split("\\.", -1);
        return ascii.length() <= 253
                && labels.length > 1
                && !labels[labels.length - 1].matches("\\d+")
                && Arrays.stream(labels).allMatch(label -> LABEL.matcher(label).matches());
    }
}
