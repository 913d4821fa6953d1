package dev.tick.stub;

import dev.tick.spec.register.Requirement;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.Privileges;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCall;
import dev.tick.stub.scenario.StepProgress;
import dev.tick.stub.state.Applications;
import java.net.URI;
import java.util.List;

/**
 * A tenant of a running stub: its applications, indicators, quotas, scenario and journal are its own, and no other tenant of the stub
 * reaches them. A request belongs to the tenant that issued its token; one without a token belongs to the default tenant, which is the
 * {@link StubServer} itself.
 */
public interface Sandbox {
    /** Returns the base URL of the service, without a slash at the end; all tenants of a stub have the same. */
    URI baseUrl();

    /** Returns the id of the tenant, a GUID. */
    String tenantId();

    /** Returns the token endpoint in the form v1; the form v2 lies at {@code /oauth2/v2.0/token} of the same tenant. */
    URI tokenEndpoint();

    /** Returns the default client application. */
    Application application();

    /**
     * Returns another application of the same tenant; with the same roles, unless the configuration names the applications.
     *
     * @throws IllegalStateException when there is no other
     */
    Application otherApplication();

    /** Returns the applications of the tenant; they may be added to and removed while the stub runs. */
    Applications applications();

    /** Returns a token of one of the applications, as the token endpoint would issue it or with one flaw. */
    String token(Application of, TokenVariant variant);

    /**
     * Plays a scenario from its beginning, in place of the one before; {@link dev.tick.stub.scenario.ScenarioReader} says how to write
     * one.
     *
     * @param line such as {@code 429 x3}, or the name of a scenario
     * @throws IllegalArgumentException when the line cannot be read, naming what is wrong with it
     */
    void play(String line);

    /** Returns the steps of the scenario that is played, in their order: how often each was asked for and met, and whether it is consumed. */
    List<StepProgress> scenarioProgress();

    /**
     * Returns the roles that the calls of each application needed since the last reset, and those that its tokens held beyond; calls
     * that have left the journal count, too.
     */
    List<Privileges> privileges();

    /** Forgets every entity, every call and the journal, and plays no scenario; applications and tokens stay. */
    void reset();

    /** Returns the latest exchanges with the service, oldest first; {@link #tokenCalls()} has those with the token endpoint. */
    List<JournalEntry> journal();

    /**
     * Returns the latest calls of the token endpoint, oldest first and without secrets: who asked, how, and what came of it. What
     * {@link #token} makes is no call.
     */
    List<TokenCall> tokenCalls();

    /** Returns the rows of the registers that an exchange touches, in the order of the registers. */
    List<Requirement> rows(JournalEntry exchange);
}
