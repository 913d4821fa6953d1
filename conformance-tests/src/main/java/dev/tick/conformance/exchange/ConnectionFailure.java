package dev.tick.conformance.exchange;

import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * A failure to reach a server, in words that lead to the remedy.
 *
 * @param peer who was to be reached, such as {@code the target}
 * @param authorities those that its certificate may come from
 * @param proxy the proxy on the way; empty for none
 */
public record ConnectionFailure(String peer, TrustedAuthorities authorities, Optional<ForwardProxy> proxy) {
    /** Returns what went wrong, and what to do where the failure says by its kind. */
    public String sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause.getMessage();
        String plain = cause.getClass().getSimpleName() + (text == null ? "" : ": " + text);
        return plain.contains("; ")
                ? plain
                : plain + remedy(cause).or(this::way).map(one -> "; " + one).orElse("");
    }

    /** Returns what to look at where only the proxy is certain to be on the way. */
    private Optional<String> way() {
        return proxy.map(
                one -> "the way goes through the proxy " + one.place() + "; is it up, and does it let this pass?");
    }

    private Optional<String> remedy(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        if (cause instanceof CertPathBuilderException) {
            return Optional.of("the authority that signed " + peer + "'s certificate is not among " + authorities.name()
                    + "; name the authority's PEM file by the setting 'ca'");
        }
        if (cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException) {
            return Optional.of(peer + "'s certificate is not valid today; renew it, or set this machine's clock");
        }
        if (cause instanceof SSLException && text.startsWith("Certificate for <")) {
            return Optional.of(peer + "'s certificate is for another name; name the host that it is for in the URL");
        }
        if (cause instanceof SSLException && text.contains("unrecognized SSL message")) {
            return Optional.of(peer + " speaks no TLS at this port; name the http URL, or the port of https");
        }
        return cause instanceof UnknownHostException ? Optional.of(unknownName()) : Optional.empty();
    }

    private String unknownName() {
        return proxy.map(one -> "the name of the proxy " + one.place()
                        + " is unknown on this machine; correct HTTPS_PROXY, HTTP_PROXY or the setting that names it")
                .orElse("the name is unknown on this machine; correct the URL, or name the proxy that knows it by"
                        + " HTTPS_PROXY or HTTP_PROXY");
    }
}
