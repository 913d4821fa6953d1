package dev.tick.conformance.target;

import java.net.URI;
import java.util.Locale;

/** The addresses of this machine alone, which nobody else can stand behind. */
public final class Loopback {
    private Loopback() {}

    /** Returns whether a URL's host is this machine by its form (RFC 1122, RFC 4291, RFC 6761); no name is looked up. */
    public static boolean is(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("127(?:\\.[0-9]{1,3}){3}")
                || host.matches("\\[(?:::|(?:0{1,4}:){7})0{0,3}1\\]");
    }
}
