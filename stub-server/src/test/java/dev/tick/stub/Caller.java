package dev.tick.stub;

import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a stub with the JDK's client. */
final class Caller {
    static final String PATH = "/api/tiindicators";
    static final String SHA1 = "220e7d15b0b3d7fac48f2bd61114db1022197f7f";
    static final String SUBMISSION = """
            {"indicator": "220e7d15b0b3d7fac48f2bd61114db1022197f7f", "indicatorType": "FileSha1", "title": "test",
             "expirationTime": "2030-12-12T00:00:00.1234567Z", "action": "AlertAndBlock"}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sandbox stub;

    Caller(Sandbox stub) {
        this.stub = stub;
    }

    HttpResponse<String> submit(String body) throws IOException, InterruptedException {
        return send("POST", PATH, body);
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return send(request(method, path, body)
                .header("Authorization", "Bearer " + stub.token(stub.application(), TokenVariant.SOUND))
                .header("Content-Type", "application/json"));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(stub.baseUrl() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    static String code(HttpResponse<String> response) {
        return response.statusCode() + " " + json(response).at("/error/code").asString("");
    }

    /** The rows of what was wrong with the requests so far. */
    static String recorded(StubServer stub) {
        return stub.journal().stream()
                .flatMap(entry -> entry.violations().stream())
                .map(violation -> violation.requirement().orElse("?"))
                .collect(Collectors.joining(" "));
    }
}
