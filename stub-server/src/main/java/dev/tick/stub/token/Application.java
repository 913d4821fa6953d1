package dev.tick.stub.token;

import java.util.List;

/**
 * An application that the stub's authority knows.
 *
 * @param id the client id, a GUID
 * @param secret the client secret
 * @param roles the application roles it holds
 */
public record Application(String id, String secret, List<String> roles) {
    /** Copies the roles. */
    public Application {
        roles = List.copyOf(roles);
    }

    @Override
    public String toString() {
        return "Application[id=" + id + ", roles=" + roles + "]";
    }
}
