package dev.tick.reference.today;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Holds an indicator's value against its type. */
final class ValueCheck {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    /** Begins so that the JDK takes it for an address and never asks a name server. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]*");

    private static final Pattern DOMAIN = Pattern.compile(
            "([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^\\s/?#]+[^\\s]*");

    private ValueCheck() {}

    /** Type is one of the API's types. */
    static void check(String type, String value) throws Refusal {
        switch (type) {
            case "FileMd5" -> demand(isHex(value, 32), "InvalidHashValue", "Hash value ", value);
            case "FileSha1", "CertificateThumbprint" ->
                demand(isHex(value, 40), "InvalidHashValue", "Hash value ", value);
            case "FileSha256" -> demand(isHex(value, 64), "InvalidHashValue", "Hash value ", value);
            case "IpAddress" -> demand(isAddress(value), "InvalidIpAddress", "IP address ", value);
            case "DomainName" -> demand(isDomain(value), "InvalidDomainName", "Domain name ", value);
            case "Url" -> demand(URL.matcher(value).matches(), "InvalidUrl", "URL ", value);
            default -> throw new IllegalArgumentException("no such type: " + type);
        }
    }

    private static void demand(boolean sound, String code, String what, String value) throws Refusal {
        if (!sound) {
            throw new Refusal(400, code, what + value + " is invalid.");
        }
    }

    private static boolean isHex(String value, int digits) {
        return value.length() == digits && HEX.matcher(value).matches();
    }

    private static boolean isAddress(String value) {
        if (IPV4.matcher(value).matches()) {
            return true;
        }
        if (!value.contains(":") || !IPV6.matcher(value).matches()) {
            return false;
        }
        try {
            return InetAddress.getByName(value).getAddress().length > 0;
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    private static boolean isDomain(String value) {
        try {
            String ascii = IDN.toASCII(value, IDN.ALLOW_UNASSIGNED);
            return ascii.length() <= 253 && DOMAIN.matcher(ascii).matches();
        } catch (IllegalArgumentException noName) {
            return false;
        }
    }
}
