package dev.tick.conformance.exchange;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The proxies through which requests leave. This machine itself is reached without one, unless a proxy is named for all. */
public final class Proxies {
    private final Optional<ForwardProxy> plain;
    private final Optional<ForwardProxy> secure;
    private final Predicate<URI> direct;

    private Proxies(Optional<ForwardProxy> plain, Optional<ForwardProxy> secure, Predicate<URI> direct) {
        this.plain = plain;
        this.secure = secure;
        this.direct = direct;
    }

    /** Returns no proxy at all. */
    public static Proxies none() {
        return new Proxies(Optional.empty(), Optional.empty(), way -> true);
    }

    /**
     * Returns one proxy for every host.
     *
     * @throws IllegalArgumentException where the URL is none of a proxy
     */
    public static Proxies through(URI proxy) {
        Optional<ForwardProxy> only = Optional.of(ForwardProxy.of("proxy", proxy.toString()));
        return new Proxies(only, only, way -> false);
    }

    /**
     * Returns the proxies of the usual variables: HTTPS_PROXY, HTTP_PROXY and NO_PROXY. In small letters they come first, as for curl.
     *
     * @throws IllegalArgumentException where one is no proxy; the message names the variable, and not its value
     */
    public static Proxies of(Map<String, String> environment) {
        List<String> words = Stream.of("no_proxy", "NO_PROXY")
                .flatMap(name -> value(name, environment).stream())
                .findFirst()
                .map(Proxies::words)
                .orElse(List.of());
        return new Proxies(
                proxy("HTTP_PROXY", environment),
                proxy("HTTPS_PROXY", environment),
                way -> Loopback.is(way) || words.stream().anyMatch(word -> covers(word, way)));
    }

    private static Optional<ForwardProxy> proxy(String name, Map<String, String> environment) {
        return Stream.of(name.toLowerCase(Locale.ROOT), name)
                .flatMap(one -> value(one, environment).map(value -> ForwardProxy.of(one, value)).stream())
                .findFirst();
    }

    private static Optional<String> value(String name, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[,\\s]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns the proxy on the way to a URL; empty where none is. */
    public Optional<ForwardProxy> on(URI way) {
        return direct.test(way) ? Optional.empty() : "https".equalsIgnoreCase(way.getScheme()) ? secure : plain;
    }

    /** A word is a host, or a domain with all below it, with or without a dot before it and a port behind. */
    private static boolean covers(String word, URI way) {
        String host = String.valueOf(way.getHost()).toLowerCase(Locale.ROOT);
        String name = word.replaceFirst(":\\d+$", "").replaceFirst("^\\*?\\.", "");
        boolean anyPort = word.equals(word.replaceFirst(":\\d+$", ""));
        return word.equals("*")
                || ((anyPort || word.endsWith(":" + way.getPort()))
                        && (host.equals(name) || host.endsWith("." + name)));
    }
}
