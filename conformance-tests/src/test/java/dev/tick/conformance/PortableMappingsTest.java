package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.target.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Register;
import dev.tick.stub.portable.MappingFolder;
import dev.tick.stub.portable.PortableMappings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks that need no state and no look into tokens, against off-the-shelf WireMock with the mappings of a contract. */
class PortableMappingsTest {
    @TempDir
    private Path root;

    @Test
    void plainWireMockHonoursWhatNeedsNeitherStateNorTokens() throws IOException {
        assertHonoured("tiindicators", 100);
    }

    @Test
    void anInventedContractNeedsNoJavaEither() throws IOException {
        assertHonoured("rooms", 15);
    }

    private void assertHonoured(String name, int atLeast) throws IOException {
        Contract contract = Contract.load(name);
        Register register = Register.load(name, contract);
        MappingFolder.write(root, new PortableMappings(contract, register).mappings());
        List<String> passed = new ArrayList<>();
        List<String> others = new ArrayList<>();
        try (PlainWireMock server = PlainWireMock.start(root)) {
            Runner runner = new Runner(contract, register, Clock.systemUTC(), QuickSender::new);
            for (Map.Entry<Effect, Set<String>> part :
                    Stateless.ids(contract, register).entrySet()) {
                Report report = runner.only(part.getValue()).run(target(server.baseUrl(), part.getKey()));
                report.rows().forEach(row -> {
                    String line = row.row().id() + " " + row.result() + " " + row.detail();
                    (row.result() == Result.PASS ? passed : others).add(line);
                });
            }
        }
        assertEquals(List.of(), others);
        assertTrue(passed.size() >= atLeast, passed.size() + " rows: " + passed);
    }

    /** Held to one operation beside the submit: where it had others, each refusal would be followed by a look at the state. */
    private static Target target(URI url, Effect effect) {
        return new Target(
                "plain WireMock", url, EnumSet.of(Effect.CREATE, effect), Map.of(TokenKind.SOUND, "any-token"));
    }
}
