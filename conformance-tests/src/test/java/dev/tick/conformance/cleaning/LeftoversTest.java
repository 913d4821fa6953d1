package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.tick.conformance.Leftovers;
import dev.tick.conformance.ledger.Holding.Likelihood;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.ledger.LedgerException;
import dev.tick.conformance.ledger.LedgerFolder;
import dev.tick.conformance.ledger.LedgerHead;
import dev.tick.conformance.ledger.LedgerItem;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tick clean} where ledgers are damaged, and where a server repeats what it was told. */
class LeftoversTest {
    private static final String TOKEN = "opaque-token-of-nobody";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private String tenant = "";

    @Test
    void oneDamagedLedgerKeepsNoOtherFromBeingCleanedUp() throws IOException {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            String before = target.holdings();
            URI url = target.remote().baseUrl();
            String token = target.remote().token(TokenKind.SOUND).orElseThrow();
            tenant = TokenClaims.read(token).flatMap(TokenClaims::tenant).orElseThrow();
            Path damaged = ledger(url, "00000000", Instant.EPOCH, "a.example", "1");
            Files.writeString(damaged, "<<<<<<< HEAD\n");
            Path stranger = ledger(url, "00000001", Instant.EPOCH, "b.example", "2");
            Files.writeString(stranger, Files.readString(stranger).replace("indicators", "nowhere"));
            String identity = "tick-0a1b2c3d.example";
            ledger(url, "0a1b2c3d", Instant.now(), identity, target.submit(identity));
            LedgerException told = assertThrows(LedgerException.class, () -> clean(url, token));
            assertEquals(before, target.holdings());
            assertTrue(said().contains("line " + damaged + ":1 is no JSON"), said());
            assertTrue(said().contains("cleaned up: 1 removed, nothing is left"), said());
            assertTrue(
                    String.valueOf(told.getMessage())
                            .startsWith("ledger: " + stranger + " is of a contract that cannot be read ("),
                    told.getMessage());
        }
    }

    @Test
    void hidesATokenThatTheServerRepeats() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
                    .replace("Bearer ", "");
            boolean list = exchange.getRequestURI().getPath().equals("/api/indicators");
            byte[] body = ("{\"value\":[],\"@odata.nextLink\":\"/x/" + token + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(list ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            ledger(url, "0a1b2c3d", Instant.now(), "tick-0a1b2c3d.example", "5");
            clean(url, TOKEN);
            assertTrue(said().contains("GET /x/[TICK_TOKEN] -> 404"), said());
            assertFalse(said().contains(TOKEN), said());
        } finally {
            server.stop(0);
        }
    }

    private Path ledger(URI url, String run, Instant started, String identity, String address) {
        try (Ledger ledger = new LedgerFolder(folder)
                .begin(new LedgerHead(
                        run,
                        url.toString(),
                        tenant,
                        ForeignTarget.SPECIFICATION.contract().source().file(),
                        EnumSet.of(Effect.CREATE, Effect.LIST, Effect.REMOVE),
                        started))) {
            int number = ledger.submits("SOUND", "POST /", List.of(new LedgerItem(identity, Optional.empty())));
            ledger.answered(number, Likelihood.MADE, Map.of(identity, address));
            return ledger.file();
        }
    }

    private void clean(URI url, String token) {
        new Leftovers(
                        Settings.ofLeftovers(
                                Map.of("target", url.toString(), "ledger", folder.toString()),
                                Map.of("TICK_TOKEN", token)),
                        Clock.systemUTC())
                .remove(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
