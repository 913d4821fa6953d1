package dev.tick.conformance.credential;

import java.net.URI;

/**
 * An authority that issues the tokens of a tenant.
 *
 * @param base without the tenant and without a slash at its end, such as {@code https://login.microsoftonline.com}
 * @param tenant the id or a domain name of the tenant
 * @param version of its token endpoint
 * @param audience the resource that tokens are asked for
 */
public record Authority(URI base, String tenant, TokenVersion version, String audience) {}
