package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An admin call that asks for what there is not is refused, and changes nothing; none of it is quietly left out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdminRefusalsTest {
    private final StubServer stub = StubServer.start();
    private final Caller caller = new Caller(stub);

    @AfterAll
    void stop() {
        stub.close();
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return caller.send(caller.request(method, path, body).header("Content-Type", "application/json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /tick/tokens | {\"variant\":[\"expired\"]} | variant: expected a text such as \\\"sound\\\", got a list",
                "POST | /tick/tokens | {\"variant\":{}} | variant: expected a text such as \\\"sound\\\", got a mapping",
                "POST | /tick/tokens | {\"variant\":null} | variant: expected a text such as \\\"sound\\\", got null",
                "POST | /tick/tokens | {\"variant\":\"\"} | variant: expected a text such as \\\"sound\\\", got an empty text",
                "POST | /tick/tokens | {\"application\":{}} | application: expected a text such as",
                "POST | /tick/tokens | {\"application\":null} | application: expected a text such as",
                "POST | /tick/applications | {\"id\":[\"a\"]} | id: expected a text such as",
                "POST | /tick/applications | {\"id\":\" \"} | id: expected a text such as",
                "POST | /tick/applications | {\"name\":7} | name: expected a text such as",
                "POST | /tick/applications | {\"secret\":[\"hush\"]} | secret: expected a text, got a list",
                "POST | /tick/applications | {\"secret\":\"\"} | secret: expected a text, got an empty text",
                "POST | /tick/applications | {\"secret\":7654321} | secret: expected a text, got a number",
                "POST | /tick/applications | {\"roles\":null} | roles: expected a list of texts",
                "POST | /tick/applications | {\"roles\":[\"Ti.ReadWrit\"]} | roles: 'Ti.ReadWrit' looks like a slip for",
                "POST | /tick/reset | {\"what\":\"all\"} | unknown key 'what'; the call takes none",
                "DELETE | /tick/journal | {\"what\":\"all\"} | DELETE /tick/journal takes no body",
                "GET | /tick/status | {\"what\":\"all\"} | GET /tick/status takes no body",
                "GET | /tick/contract?x=1&name=tiindicators | '' | unknown key 'x'; the query takes [name]",
                "GET | /tick/contract?nam=indicators | '' | unknown key 'nam' (did you mean 'name'?)",
                "GET | /tick/contract?name=a&name=b | '' | the key 'name' is repeated",
                "GET | /tick/journal?aftr=999 | '' | unknown key 'aftr' (did you mean 'after'?)",
                "GET | /tick/entities?top=1 | '' | unknown key 'top'; the query takes none",
                "POST | /tick/reset?now | {} | unknown key 'now'; the query takes none"
            })
    void areToldWithTheirKey(String method, String path, String body, String told)
            throws IOException, InterruptedException {
        String before = call("GET", "/tick/applications", "").body();
        HttpResponse<String> answer = call(method, path, body);
        assertEquals("400 BadRequest", Caller.code(answer), answer.body());
        assertTrue(answer.body().contains(told), answer.body());
        assertTrue(!answer.body().contains("hush") && !answer.body().contains("7654321"), answer.body());
        assertEquals(before, call("GET", "/tick/applications", "").body());
    }

    @Test
    void replaceNoApplication() throws IOException, InterruptedException {
        String before = call("GET", "/tick/applications", "").body();
        HttpResponse<String> answer = call(
                "POST", "/tick/applications", "{\"id\":\"" + stub.application().id() + "\"}");
        assertEquals("409 Conflict", Caller.code(answer), answer.body());
        assertTrue(answer.body().contains("' is taken; choose another, or remove that one first"), answer.body());
        assertEquals(before, call("GET", "/tick/applications", "").body());
    }

    @Test
    void areForNoQueryThatIsMerelyEncoded() throws IOException, InterruptedException {
        assertEquals(200, call("GET", "/tick/contract?name=ti%69ndicators", "").statusCode());
        assertEquals(200, call("GET", "/tick/journal?%61fter=%31", "").statusCode());
    }
}
