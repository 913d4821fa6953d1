package dev.tick.conformance.exchange;

import java.net.URI;

/** The addresses by which a machine reaches itself (RFC 1122, section 3.2.1.3; RFC 4291, section 2.5.3; RFC 6761, section 6.3). */
public final class Loopback {
    private Loopback() {}

    /** Returns whether a URL leads to this machine itself, by the form of its host; no name is looked up. */
    public static boolean is(URI url) {
        String host = String.valueOf(url.getHost());
        return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }
}
