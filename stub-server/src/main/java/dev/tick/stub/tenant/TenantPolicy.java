package dev.tick.stub.tenant;

/** The tenants that may be named in the paths of the authority. */
public enum TenantPolicy {
    /** Those that are there: the default one, and those that were added. */
    KNOWN,
    /** Any; one that is not there yet is made, with the applications that the stub started with. */
    OPEN
}
