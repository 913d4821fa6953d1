package dev.tick.stub.console;

import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Serves the files of the console page: these and no others, with nothing that a page of another site could use. */
public final class Console {
    /** All files but the page itself begin so. */
    public static final String PREFIX = "/tick/console/";

    private static final String OWN = "dev/tick/stub/console/";
    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/5.34.1/";

    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final Map<String, File> FILES = Map.of(
            "/",
            new File(OWN + "index.html", HTML),
            PREFIX + "console.css",
            new File(OWN + "console.css", CSS),
            PREFIX + "console.js",
            new File(OWN + "console.js", SCRIPT),
            PREFIX + "contract.html",
            new File(OWN + "contract.html", HTML),
            PREFIX + "contract.js",
            new File(OWN + "contract.js", SCRIPT),
            PREFIX + "swagger-ui.css",
            new File(SWAGGER_UI + "swagger-ui.css", CSS),
            PREFIX + "swagger-ui-bundle.js",
            new File(SWAGGER_UI + "swagger-ui-bundle.js", SCRIPT));

    /** No script but the files above, nothing from elsewhere; Swagger UI sets styles and draws its arrows as data. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    private record File(String resource, String type) {}

    /** Answers a call with a file; empty where it asks for something else. */
    public Optional<Reply> find(Call call) {
        return call.method().equals("GET")
                ? Optional.ofNullable(FILES.get(call.path())).map(this::reply)
                : Optional.empty();
    }

    private Reply reply(File file) {
        return new Reply(
                        200, Map.of("Content-Type", file.type()), read.computeIfAbsent(file.resource(), Console::bytes))
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer");
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Console.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
