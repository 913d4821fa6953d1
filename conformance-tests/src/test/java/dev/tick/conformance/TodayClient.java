package dev.tick.conformance;

import dev.tick.reference.today.IndicatorsServer;
import dev.tick.reference.today.TokenType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a server of today's edition as its owner would, over the JDK's own client. */
final class TodayClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final IndicatorsServer server;
    private final TokenType sort;

    TodayClient(IndicatorsServer server, TokenType sort) {
        this.server = server;
        this.sort = sort;
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : server.baseUrl() + path))
                .header("Authorization", "Bearer " + server.token(sort));
    }

    /** The values listed, page after page; each page ends in a bar. */
    List<String> values(String path) {
        List<String> values = new ArrayList<>();
        for (String next = path; !next.isEmpty(); ) {
            JsonNode page = json(get(next));
            page.path("value")
                    .forEach(one -> values.add(one.path("indicatorValue").asString()));
            values.add("|");
            next = page.path("@odata.nextLink").asString("");
        }
        return values;
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError("the server did not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the server", interrupted);
        }
    }
}
