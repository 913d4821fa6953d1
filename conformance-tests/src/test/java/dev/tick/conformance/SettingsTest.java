package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.exploration.ExplorationSize;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.ProgressMode;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.FailOn;
import dev.tick.conformance.verdict.UntestedPolicy;
import dev.tick.spec.contract.Effect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final Map<String, String> TOKEN = Map.of("TICK_TOKEN", "secret.of.mine");

    @Test
    void aimsAtTheStubUnlessToldOtherwise() {
        Settings settings = Settings.of(Map.of(), Map.of());
        assertEquals(Optional.empty(), settings.remote());
        assertEquals(FailOn.MUST, settings.failOn());
        assertEquals(UntestedPolicy.SHOW_UNTESTED, settings.untestedPolicy());
        assertEquals(ProgressMode.AUTO, settings.progressMode());
        assertEquals(
                ProgressMode.PLAIN,
                Settings.of(Map.of("progress", "plain"), Map.of()).progressMode());
    }

    @Test
    void holdsAPlainUrlToTheSubmitPageAlone() {
        Target target = Settings.of(Map.of("target", "https://host.example/prefix/"), TOKEN)
                .remote()
                .orElseThrow();
        assertEquals(URI.create("https://host.example/prefix"), target.baseUrl());
        assertEquals(Set.of(Effect.CREATE), target.capabilities());
        assertEquals(Map.of(TokenKind.SOUND, "secret.of.mine"), target.tokens());
        assertFalse(target.toString().contains("secret"), target.toString());
    }

    @Test
    void readsCapabilitiesAndTokens() {
        Target target = Settings.of(
                        Map.of("target", "http://host.example", "capabilities", "list, get,patch"),
                        Map.of("TICK_TOKEN", "a", "TICK_TOKEN_EXPIRED", "b", "TICK_TOKEN_WITHOUT_ROLE", " "))
                .remote()
                .orElseThrow();
        assertEquals(Set.of(Effect.CREATE, Effect.LIST, Effect.READ, Effect.CHANGE), target.capabilities());
        assertEquals(Set.of(TokenKind.SOUND, TokenKind.EXPIRED), target.tokens().keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target | https://user:geh/eim@host.example:1/ | target: 'https://…@host.example:1/' is neither 'stub' nor an http or https URL without a query (it seems to carry a user or a password; leave them out); use stub or, say, https://host.example",
                "target | http:user:geheim@host.example | target: 'http:…@host.example' is neither 'stub' nor an http or https URL without a query (it seems to carry a user or a password; leave them out); use stub or, say, https://host.example",
                "target | http://us er:geh@eim@host.example | target: 'http://…@host.example' is neither 'stub' nor an http or https URL without a query (it seems to carry a user or a password; leave them out); use stub or, say, https://host.example",
                "target | user:geheim@host.example | target: '…@host.example' is neither 'stub' nor an http or https URL without a query (it seems to carry a user or a password; leave them out); use stub or, say, https://host.example",
                "target | https://user:ge?heim@host.example | target: 'https://…' is neither 'stub' nor an http or https URL without a query (it seems to carry a user or a password; leave them out); use stub or, say, https://host.example",
                "target | https://host.example?code=a@b | target: 'https://…' is neither 'stub' nor an http or https URL without a query (it seems to carry a user or a password; leave them out); use stub or, say, https://host.example",
                "target | localhost:8080 | target: 'localhost:8080' is neither 'stub' nor an http or https URL without a query (it has no scheme; did you mean 'http://localhost:8080'?); use stub or, say, https://host.example",
                "target | 127.0.0.1:8080 | target: '127.0.0.1:8080' is neither 'stub' nor an http or https URL without a query (it has no scheme; did you mean 'http://127.0.0.1:8080'?); use stub or, say, https://host.example",
                "target | http://host_x:80/ | target: 'http://host_x:80/' is neither 'stub' nor an http or https URL without a query (the name of a host has no underscore); use stub or, say, https://host.example",
                "target | ftp://host.example | target: 'ftp://host.example' is neither 'stub' nor an http or https URL without a query; use stub or, say, https://host.example",
                "target | https://host.example?a=b | target: 'https://host.example?…' is neither 'stub' nor an http or https URL without a query; use stub or, say, https://host.example",
                "target | https://me:pass@host.example:x/a?code=b | target: 'https://…@host.example:x/a?…' is neither 'stub' nor an http or https URL without a query (it seems to carry a user or a password; leave them out); use stub or, say, https://host.example",
                "target | http://host.example:65536 | target: the URL of host.example has the port 65536, and 65535 is the highest there is; correct it",
                "tick.directory | '' | tick.directory: is empty; name a path, or leave the setting out",
                "ca | ' ' | ca: is empty; name a path, or leave the setting out",
                "deadline | 0 | deadline: '0' is no number of minutes from 1 to 1440; use, say, 60",
                "deadline | 1h | deadline: '1h' is no number of minutes from 1 to 1440; use, say, 60",
                "in.flight | 0 | in.flight: '0' is no number of requests from 1 to 16; use, say, 8",
                "in.flight | 17 | in.flight: '17' is no number of requests from 1 to 16; use, say, 8",
                "explore | all | explore: 'all' is neither 'standard' nor a number of requests from 0 to 100000; use, say, standard, or 0 for none",
                "explore | standart | explore: 'standart' is neither 'standard' nor a number of requests from 0 to 100000 (did you mean 'standard'?); use, say, standard, or 0 for none",
                "explore | 100001 | explore: '100001' is neither 'standard' nor a number of requests from 0 to 100000; use, say, standard, or 0 for none",
                "explore | -1 | explore: '-1' is neither 'standard' nor a number of requests from 0 to 100000; use, say, standard, or 0 for none",
                "seed | 1.5 | seed: '1.5' is no whole number of at most 15 digits; use, say, 16",
                "seed | 1234567890123456 | seed: '1234567890123456' is no whole number of at most 15 digits; use, say, 16",
                "explored | 9 | explored: there is no setting of this name (did you mean 'explore'?); correct it, or leave it out",
                "capabilties | list | capabilties: there is no setting of this name (did you mean 'capabilities'?); correct it, or leave it out",
                "basline | a | basline: there is no setting of this name (did you mean 'baseline'?); correct it, or leave it out",
                "failon | new | failon: there is no setting of this name (did you mean 'fail.on'?); correct it, or leave it out",
                "capabilities | list,put | capabilities: 'put' is unknown; use some of submit,list,get,patch,delete,import,batch-delete",
                "capabilities | lsit | capabilities: 'lsit' is unknown (did you mean 'list'?); use some of submit,list,get,patch,delete,import,batch-delete",
                "fail.on | new | fail.on: 'new' needs a baseline to tell what is new; name the results.json of an earlier run as baseline, or use must",
                "fail.on | shuold | fail.on: 'shuold' is unknown (did you mean 'should'?); use one of [must, should, new]",
                "contract | indicator | contract: 'indicator' is unknown (did you mean 'indicators'?); use one of tiindicators, indicators, or the path of a folder that holds openapi.yaml",
                "progress | lines | progress: 'lines' is unknown (did you mean 'line'?); use one of [auto, line, plain, none]",
                "pace | 0 | pace: '0' is no number of requests a minute from 1 to 1000000; use, say, 100",
                "budget | all | budget: 'all' is no number of requests from 1 to 1000000; use, say, 1500",
                "read.only | yes | read.only: 'yes' is unknown; use true or false",
                "confrim | a | confrim: there is no setting of this name (did you mean 'confirm'?); correct it, or leave it out",
                "strict | yes | strict: 'yes' is unknown; use true or false"
            })
    void namesTheKeyTheValueAndTheRemedy(String key, String value, String message) {
        Map<String, String> properties =
                key.equals("target") ? Map.of(key, value) : Map.of("target", "http://host.example", key, value);
        assertEquals(
                message,
                assertThrows(InvalidSettingException.class, () -> Settings.of(properties, TOKEN))
                        .getMessage());
    }

    /** A word without a scheme is the name of a target. */
    @ParameterizedTest
    @ValueSource(strings = {"Stub", "sutb"})
    void namesTheNearestTargetAndWhereItLooked(String name, @TempDir Path top) {
        assertEquals(
                "target: '" + name
                        + "' is neither 'stub', nor a URL, nor the name of a file (did you mean 'stub'?); looked for "
                        + top.resolve("targets/" + name + ".yaml")
                        + " and among the kit's own; 'tick targets list' shows all",
                assertThrows(
                                InvalidSettingException.class,
                                () -> Settings.of(Map.of("target", name, "tick.top", top.toString()), TOKEN))
                        .getMessage());
    }

    @Test
    void tellsBeforeARunThatTheAuthoritiesCannotBeRead(@TempDir Path directory) {
        Path none = directory.resolve("none.pem");
        assertEquals(
                "ca: '" + none + "' cannot be read (java.nio.file.NoSuchFileException: " + none
                        + "); name a file with the PEM certificate of the authority",
                assertThrows(InvalidSettingException.class, () -> Settings.of(Map.of("ca", none.toString()), TOKEN))
                        .getMessage());
    }

    /** Maven and the JVM have properties of their own, and nobody wants to hear of those. */
    @Test
    void leavesTheNamesOfOthersAlone() {
        Map<String, String> properties = System.getProperties().stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, System::getProperty));
        properties.putAll(
                Map.of("skipTests", "true", "test", "A", "tests", "B", "style", "x", "docs", "", "basedir", "/"));
        properties.keySet().removeIf(name -> name.startsWith("tick."));
        assertEquals(Duration.ofMinutes(10), Settings.of(properties, Map.of()).deadline());
        assertEquals(8, Settings.of(properties, Map.of()).inFlight().most());
    }

    @Test
    void exploresAsFarAndFromTheSeedThatIsSet() {
        assertEquals(ExplorationPlan.standard(), Settings.of(Map.of(), Map.of()).exploration());
        assertEquals(
                ExplorationPlan.standard(),
                Settings.of(Map.of("explore", "standard", "seed", "16"), Map.of())
                        .exploration());
        assertEquals(
                new ExplorationPlan(new ExplorationSize(0), -7),
                Settings.of(Map.of("explore", "0", "seed", "-7"), Map.of()).exploration());
        assertEquals(
                new ExplorationPlan(new ExplorationSize(100_000), 999_999_999_999_999L),
                Settings.of(Map.of("explore", "100000", "seed", "999999999999999"), Map.of())
                        .exploration());
    }

    @Test
    void beginsRelativePathsAtTheTop(@TempDir Path top) {
        Settings settings = Settings.of(
                Map.of(
                        "tick.top", top.toString(),
                        "deviations", "known/../mine.yaml",
                        "baseline", "old/results.json",
                        "fail.on", "new"),
                Map.of());
        assertEquals(Optional.of(new InputFile("known/../mine.yaml", top.resolve("mine.yaml"))), settings.deviations());
        assertEquals(
                Optional.of(new InputFile("old/results.json", top.resolve("old/results.json"))), settings.baseline());
        assertEquals(FailOn.NEW, settings.failOn());
    }

    @Test
    void findsTheDeviationsOfATargetByItsName(@TempDir Path top) throws IOException {
        Map<String, String> stub = Map.of("tick.top", top.toString());
        Map<String, String> remote = Map.of("tick.top", top.toString(), "target", "https://Host.example:8443/prefix");
        assertEquals(Optional.empty(), Settings.of(stub, Map.of()).deviations());
        Files.createDirectories(top.resolve("deviations"));
        Path ofStub = Files.createFile(top.resolve("deviations/stub.yaml"));
        Path ofHost = Files.createFile(top.resolve("deviations/host.example.yaml"));
        assertEquals(
                Optional.of(new InputFile("deviations/stub.yaml", ofStub)),
                Settings.of(stub, Map.of()).deviations());
        assertEquals(
                Optional.of(new InputFile("deviations/host.example.yaml", ofHost)),
                Settings.of(remote, TOKEN).deviations());
    }

    @Test
    void saysWhichPathIsNone() {
        assertEquals(
                "baseline: 'a\0b' is no path (Nul character not allowed); correct it",
                assertThrows(InvalidSettingException.class, () -> Settings.of(Map.of("baseline", "a\0b"), Map.of()))
                        .getMessage());
    }

    @Test
    void namesATokenThatItDoesNotKnow() {
        assertEquals(
                "TICK_TOKEN_WITHOUT_ROLES: no such token is known (did you mean 'TICK_TOKEN_WITHOUT_ROLE'?); the variables"
                        + " are TICK_TOKEN, TICK_TOKEN_EXPIRED, TICK_TOKEN_WITHOUT_ROLE, TICK_TOKEN_DELEGATED,"
                        + " TICK_TOKEN_DELEGATED_WITHOUT_SCOPE, TICK_TOKEN_OTHER_APPLICATION, TICK_TOKEN_TENANT_WIDE, TICK_TOKEN_OTHER_AUDIENCE",
                assertThrows(
                                InvalidSettingException.class,
                                () -> Settings.of(
                                        Map.of("target", "http://host.example"),
                                        Map.of("TICK_TOKEN", "a", "TICK_TOKEN_WITHOUT_ROLES", "b")))
                        .getMessage());
    }

    /** A token that no header can carry as it is would come back in a form that is not masked. */
    @Test
    void refusesATokenThatCannotBeSentAsItIs() {
        Map<String, String> flaws = Map.of(
                "secret\nof mine", "has a line break at position 7; export the token alone",
                "secret\r\nof mine", "has a line break at position 7; export the token alone",
                " Bearer secr\u00e9t",
                        "has a character that no header can carry at position 13; export the token alone",
                "secret of mine", "has a blank at position 7; export the token alone",
                "secret\u00a0of", "has a character that no header can carry at position 7; export the token alone",
                "Bearer Bearer secret", "has a blank at position 14; export the token alone",
                "Bearer", "holds the word Bearer and no token; export the token alone",
                "bearer \t", "holds the word Bearer and no token; export the token alone",
                "\"Bearer secret\"", "stands in quotes, which would be sent along; export the token alone",
                "Bearer 'secret'", "stands in quotes, which would be sent along; export the token alone");
        flaws.forEach((token, flaw) -> Stream.of(TokenKind.values()).forEach(kind -> {
            Map<String, String> environment = new HashMap<>(TOKEN);
            environment.put(kind.variable(), token);
            assertEquals(
                    kind.variable() + ": " + flaw,
                    assertThrows(
                                    InvalidSettingException.class,
                                    () -> Settings.of(Map.of("target", "http://host.example"), environment))
                            .getMessage());
        }));
    }

    @Test
    void namesAFolderInPlaceOfAFile(@TempDir Path folder) {
        InputFile file = new InputFile("old", folder);
        assertEquals(
                "baseline: 'old' is a folder; name a file in it",
                assertThrows(InvalidSettingException.class, () -> file.read("baseline"))
                        .getMessage());
    }

    @Test
    void namesTheMissingToken() {
        assertEquals(
                "TICK_TOKEN: not set; export an access token of your application for http://host.example",
                assertThrows(
                                InvalidSettingException.class,
                                () -> Settings.of(Map.of("target", "http://host.example"), Map.of()))
                        .getMessage());
    }
}
