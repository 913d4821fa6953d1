package dev.tick.reference.todaythird;

import java.util.Set;

/** Who calls, as the verified token tells. */
record Caller(
        String application, String user, String displayName, Set<String> roles, Set<String> scopes, boolean delegated) {

    /** The identity that an indicator's createdBy shows. */
    String identity() {
        return delegated ? user : application;
    }

    /** Whether the caller is exposed to all indicators of the tenant. */
    boolean tenantWide() {
        return !delegated && roles.contains("Ti.ReadWrite.All");
    }
}
