package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.stub.StubServer;
import dev.tick.stub.junit.StubExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TokensTest {
    @RegisterExtension
    static final StubExtension TICK = StubExtension.indicators();

    @Test
    void renewsARefusedTokenOnceForAll(StubServer stub) throws Exception {
        Map<String, String> form = Map.of(
                "grant_type", "client_credentials",
                "client_id", stub.application().id(),
                "client_secret", stub.application().secret(),
                "resource", "https://api.securitycenter.microsoft.com");
        Tokens tokens = new Tokens(new Sender(time -> {}), stub.tokenEndpoint(), form);
        String token = tokens.current();
        tokens.drop("a token of before");
        assertEquals(token, tokens.current());
        assertEquals(1, stub.tokenCalls().size());
        tokens.drop(token);
        tokens.current();
        assertEquals(2, stub.tokenCalls().size());
    }
}
