package dev.tick.stub.state;

import com.nimbusds.jose.jwk.RSAKey;
import dev.tick.stub.access.ProvenTokens;
import java.util.function.Supplier;

/**
 * Everything that a stub remembers from one request to the next: nothing outside this package does (ArchitectureTest and
 * {@code NothingElseRemembersTest} hold that). Every change of several facts that belong together, such as a submit that looks for
 * a conflict, for room and for a number, is one method and one atomic step; so a second implementation may keep the facts in an
 * engine that several stubs share. Safe for use by many threads.
 */
public interface StubState {
    /** Returns the entities and their numbers. */
    EntityStore entities();

    /** Returns the calls that are left of the quotas. */
    QuotaStore quotas();

    /** Returns the pauses that callers were told to make. */
    PauseStore pauses();

    /** Returns the scenario and the position in it. */
    ScenarioState scenario();

    /** Returns the applications that may call. */
    Applications applications();

    /** Returns the privileges that callers used and held; unlike the journal, of every call. */
    PrivilegeStore privileges();

    /** Returns the latest exchanges. */
    JournalStore journal();

    /** Counts a request of the service; returns how many came before it. */
    int countCall();

    /** Returns the tokens whose signatures are known to be valid. */
    ProvenTokens tokens();

    /** Returns the key that signs tokens, which is made once, by whoever asks first. */
    RSAKey signingKey(Supplier<RSAKey> maker);

    /** Forgets entities, numbers, calls, quotas used, pauses, privileges used and the journal, and plays no scenario; applications and key stay. */
    void reset();
}
