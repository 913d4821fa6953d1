package dev.tick.conformance.proxy;

import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.TrustedAuthorities;
import java.net.URI;

/**
 * The terms on which a proxy forwards.
 *
 * @param service the base URL of the service, without a slash at its end
 * @param port on which the proxy listens; 0 for a free one
 * @param isSafe whether no call leaves that would create, change or remove what has a name that is not reserved
 * @param authorities that the service's certificate may come from
 * @param proxies one of which may be on the way to the service
 */
public record ProxyTerms(URI service, int port, boolean isSafe, TrustedAuthorities authorities, Proxies proxies) {}
