package dev.tick.stub.admin;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Serves the files of the console, and no others: a path is looked up, never resolved. */
public final class Console {
    private static final String OWN = "dev/tick/stub/admin/console/";
    /** The version is that of the webjar in the parent pom. */
    private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/5.34.1/";

    /** Nothing but our own files; scripts and styles written into a page do not run. */
    private static final String STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** Swagger UI writes styles into its page and draws images that are part of its style sheet. */
    private static final String SWAGGER = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
            .replace("img-src 'self'", "img-src 'self' data:");

    private static final String HTML = "text/html; charset=utf-8";
    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final Map<String, Page> pages = new LinkedHashMap<>();

    private record Page(String resource, String type, String policy) {}

    /** Returns the console of any stub: its pages ask the admin calls for all that they show. */
    public Console() {
        pages.put("/", new Page(OWN + "index.html", HTML, STRICT));
        own("console.css", CSS);
        own("console.js", SCRIPT);
        own("icon.svg", "image/svg+xml");
        pages.put("/tick/console/contract.html", new Page(OWN + "contract.html", HTML, SWAGGER));
        own("contract.css", CSS);
        own("contract.js", SCRIPT);
        swaggerUi("swagger-ui.css", CSS);
        swaggerUi("swagger-ui-bundle.js", SCRIPT);
    }

    /** The paths at which there is a page. */
    public Set<String> paths() {
        return Collections.unmodifiableSet(pages.keySet());
    }

    /** Returns the page that a call asks for, its path written exactly as in {@link #paths()}; empty where it asks for something else. */
    public Optional<Response> find(Request request) {
        return request.method().equals("GET")
                ? Optional.ofNullable(pages.get(request.path())).map(Console::response)
                : Optional.empty();
    }

    private void own(String name, String type) {
        pages.put("/tick/console/" + name, new Page(OWN + name, type, STRICT));
    }

    private void swaggerUi(String name, String type) {
        pages.put("/tick/swagger-ui/" + name, new Page(SWAGGER_UI + name, type, STRICT));
    }

    private static Response response(Page page) {
        return new Response(200, Headers.of(Map.of("Content-Type", page.type())), Body.of(bytes(page.resource())))
                .with("Cache-Control", "no-store")
                .with("Content-Security-Policy", page.policy())
                .with("Referrer-Policy", "no-referrer")
                .with("X-Content-Type-Options", "nosniff");
    }

    /** Read anew each time: few stubs are looked at, and Swagger UI is 2 MB. */
    private static byte[] bytes(String resource) {
        try (InputStream in = Console.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the console's file " + resource
                        + " is not on the class path; is org.webjars:swagger-ui excluded, or of another version?");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
