package dev.tick.conformance.settings;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.target.TargetFile;
import java.util.Optional;

/**
 * The word by which a user shows that a run is meant for a server that is not on this machine.
 *
 * @param remote the server
 * @param file that names it; empty where a URL does
 */
record Confirmation(Remote remote, Optional<TargetFile> file) {
    /**
     * Refuses a run that nobody has confirmed, or that was confirmed for another tenant.
     *
     * @throws InvalidSettingException with the option to add
     */
    void check(Optional<String> given) {
        if (TermsSettings.isOurs(remote, file)
                || given.filter(expected()::equalsIgnoreCase).isPresent()) {
            return;
        }
        String said = given.map(word -> "'" + word + "' is not ").orElse("not given, and this run would write to ");
        throw new InvalidSettingException("confirm: " + said + whose() + " (" + remote.baseUrl()
                + "); nothing was sent. If you mean it, add --confirm " + expected() + ", for Maven -Dconfirm="
                + expected() + "; 'tick plan' with the other options shows what would be sent");
    }

    private String whose() {
        return tenant().map(id -> "the tenant " + id).orElseGet(() -> "the server " + expected());
    }

    /** Returns the tenant, or the host where nobody can tell a tenant. */
    private String expected() {
        return tenant().orElseGet(() -> remote.baseUrl().getHost());
    }

    private Optional<String> tenant() {
        return file.flatMap(TargetFile::tenant)
                .or(() ->
                        remote.token(TokenKind.SOUND).flatMap(TokenClaims::read).flatMap(TokenClaims::tenant));
    }
}
