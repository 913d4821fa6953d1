package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.pipeline.RefusalPolicy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same four requests under the three policies. */
class RefusalPolicyTest {
    private static final String UNKNOWN_PROPERTY =
            "{\"indicator\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\",\"action\":\"Alert\",\"extra\":1}";
    private static final String NO_ACTION = "{\"indicator\":\"192.0.2.2\",\"indicatorType\":\"IpAddress\"}";

    @ParameterizedTest
    @CsvSource({
        "EVERYTHING, 400, 400, 401, 400, 0",
        "DOCUMENTED, 201, 400, 401, 400, 1",
        "NOTHING, 201, 201, 201, 201, 3"
    })
    void refusesSoMuch(RefusalPolicy degree, int unknown, int missing, int expired, int noJson, int held)
            throws IOException, InterruptedException {
        try (StubServer stub = StubServer.start(
                StubConfig.builder("tiindicators").refuse(degree).build())) {
            Caller caller = new Caller(stub);
            assertEquals(unknown, caller.submit(UNKNOWN_PROPERTY).statusCode());
            assertEquals(missing, caller.submit(NO_ACTION).statusCode());
            HttpResponse<String> late = caller.send(caller.request("POST", Caller.PATH, UNKNOWN_PROPERTY)
                    .header("Authorization", "Bearer " + stub.token(stub.application(), TokenVariant.EXPIRED))
                    .header("Content-Type", "application/json"));
            assertEquals(expired, late.statusCode());
            assertEquals(noJson, caller.submit("no json").statusCode());
            List<JournalEntry> journal = stub.journal();
            assertEquals(1, journal.get(0).violations().size());
            assertEquals("required", journal.get(1).violations().get(0).keyword());
            assertEquals(Optional.of("The token is expired."), journal.get(2).token());
            assertEquals("json", journal.get(3).violations().get(0).keyword());
            assertEquals(
                    held,
                    Caller.json(caller.send("GET", Caller.PATH, ""))
                            .path("value")
                            .size());
        }
    }
}
