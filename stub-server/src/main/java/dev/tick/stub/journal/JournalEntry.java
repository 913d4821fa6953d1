package dev.tick.stub.journal;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.validation.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One exchange, without its secrets.
 *
 * @param number counts the exchanges since the stub started, from 1
 * @param time when the request came
 * @param request as it came; its body cut at {@link #MAX_BODY} characters
 * @param annotations what the service found out about the request
 * @param response as it was sent; its body cut in the same way
 */
public record JournalEntry(long number, Instant time, Request request, Annotations annotations, Response response) {
    /** Longer bodies are cut, in characters. */
    public static final int MAX_BODY = 65_536;

    /** Longer values of violations are cut, in characters. */
    public static final int MAX_GOT = 1000;

    /** An exchange of which all is known but when it came and as which. */
    public interface Unnumbered {
        /** Gives it its number and its time; its secrets are taken out only now, since few exchanges are ever looked at. */
        JournalEntry numbered(long number, Instant time);

        /** Returns how many characters of memory it takes at most: bodies, address, headers and violations. */
        long size();
    }

    /** Returns an entry of an exchange, without its secrets. */
    public static Unnumbered of(Request request, Annotations annotations, Response response) {
        return of(request, annotations.violations(), () -> annotations, response);
    }

    /**
     * Returns an entry of an exchange, without its secrets.
     *
     * @param violations those of the annotations
     * @param annotations asked for when the entry is first looked at, if it is
     */
    public static Unnumbered of(
            Request request, List<Violation> violations, Supplier<Annotations> annotations, Response response) {
        return new Exchanged(
                request.withBody(kept(request.body())),
                violations,
                annotations,
                response.withBody(kept(response.body())));
    }

    /** An exchange as it was, with its bodies cut. */
    private record Exchanged(
            Request request, List<Violation> violations, Supplier<Annotations> annotations, Response response)
            implements Unnumbered {
        @Override
        public JournalEntry numbered(long number, Instant time) {
            Request received = new Request(
                    request.origin(),
                    request.method(),
                    JournalRedaction.removed(request.url()),
                    JournalRedaction.removed(request.headers()),
                    shown(request.body()));
            Response sent = new Response(
                    response.status(), JournalRedaction.removed(response.headers()), shown(response.body()));
            return new JournalEntry(number, time, received, annotations.get().withoutSecrets(), sent);
        }

        @Override
        public long size() {
            long size = (long) request.url().length()
                    + request.body().bytes().length
                    + response.body().bytes().length;
            for (Headers.Field field : request.headers().fields()) {
                size += field.name().length() + field.value().length();
            }
            for (Violation violation : violations) {
                size += violation.location().length()
                        + violation.expected().length()
                        + violation.got().length();
            }
            return size;
        }
    }

    /** Returns a body without what was parsed of it; one that will be cut is made ready for that now, since it may be large. */
    private static Body kept(Body body) {
        return body.bytes().length > MAX_BODY ? shown(body) : Body.of(body.bytes());
    }

    /** Reads no further than it shows: what is behind that has secrets that nobody would see. */
    private static Body shown(Body body) {
        String text = body.text();
        String shown;
        int read = MAX_BODY;
        do {
            read = Math.min(text.length(), 2 * read);
            shown = JournalRedaction.removed(text.substring(0, read));
        } while (shown.length() < MAX_BODY && read < text.length());
        return Body.of(shown.length() > MAX_BODY ? shown.substring(0, MAX_BODY) : shown);
    }

    /** Returns the request's method, as it was sent. */
    public String method() {
        return request.method();
    }

    /** Returns the request's path and query, percent-encoded, without secrets. */
    public String url() {
        return request.url();
    }

    /** Returns the request's body as text. */
    public String body() {
        return request.body().text();
    }

    /** Returns the id of the calling application as the token names it; empty when no token could be read. */
    public Optional<String> application() {
        return annotations.application();
    }

    /** Returns the flaw of the token, for people; empty when there is none. */
    public Optional<String> token() {
        return annotations.token();
    }

    /** Returns the violations of the contract in the request, recorded or refused. */
    public List<Violation> violations() {
        return annotations.violations();
    }

    /** Returns the ids of the rows that the request touches. */
    public List<String> requirements() {
        return annotations.requirements();
    }

    /** Returns the scenario's step that the request met, as it was written; {@code fine} for none. */
    public String step() {
        return annotations.step();
    }

    /** Returns the id of the operation that was asked for; empty for a request of none. */
    public Optional<String> operation() {
        return annotations.operation();
    }

    /** Returns the status code of the response. */
    public int status() {
        return response.status();
    }

    /**
     * Notes of the service on a request.
     *
     * @param application the caller as its token names it; empty when no token could be read
     * @param token what is wrong with the token, for people; empty when nothing is
     * @param violations how the request broke the contract, recorded or refused
     * @param requirements the ids of the rows that it touches: those that its violations break, and those about
     *     such a request
     * @param step the scenario's step that it met, as it was written; {@code fine} for none
     * @param operation the id of the operation that it asks for; empty for none
     */
    public record Annotations(
            Optional<String> application,
            Optional<String> token,
            List<Violation> violations,
            List<String> requirements,
            String step,
            Optional<String> operation) {
        /** Copies the lists. */
        public Annotations {
            violations = List.copyOf(violations);
            requirements = List.copyOf(requirements);
        }

        private Annotations withoutSecrets() {
            return new Annotations(
                    application,
                    token,
                    violations.stream()
                            .map(one -> JournalRedaction.removed(one, MAX_GOT))
                            .toList(),
                    requirements,
                    step,
                    operation);
        }
    }
}
