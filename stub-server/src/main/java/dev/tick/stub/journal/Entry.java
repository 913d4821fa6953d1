package dev.tick.stub.journal;

import dev.tick.spec.validation.Violation;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One exchange, without its secrets.
 *
 * @param number counts the exchanges since the stub started, from 1
 * @param time when the request came
 * @param request what came; its body as UTF-8 text
 * @param annotations what the service found out about the request
 * @param answer what was answered; its body as UTF-8 text
 */
public record Entry(long number, Instant time, Request request, Annotations annotations, Answer answer) {
    /** Longer bodies are cut, in characters. */
    public static final int MAX_BODY = 65_536;

    /** Longer values of violations are cut, in characters. */
    static final int MAX_GOT = 1000;

    /** An exchange of which all is known but when it came and as which. */
    public interface Unnumbered {
        /** Gives it its number and its time. */
        Entry numbered(long number, Instant time);
    }

    /** Makes an entry of an exchange, without its secrets. */
    public static Unnumbered of(Call call, Annotations annotations, Reply reply) {
        Request request = new Request(
                call.method(), Secrets.removed(call.url()), Secrets.removed(call.headers()), text(call.body()));
        Answer answer = new Answer(reply.status(), Secrets.removed(reply.headers()), text(reply.body()));
        Annotations without = annotations.withoutSecrets();
        return (number, time) -> new Entry(number, time, request, without, answer);
    }

    private static String text(byte[] body) {
        String text = Secrets.removed(new String(body, StandardCharsets.UTF_8));
        return text.length() > MAX_BODY ? text.substring(0, MAX_BODY) : text;
    }

    /** Returns how many characters of memory it takes: the bodies and the address. */
    public long size() {
        return (long) url().length() + body().length() + answer.body().length();
    }

    /** The request's method, in capitals. */
    public String method() {
        return request.method();
    }

    /** The request's path and query as they came. */
    public String url() {
        return request.url();
    }

    /** The request's body. */
    public String body() {
        return request.body();
    }

    /** The caller as its token names it; empty when no token could be read. */
    public Optional<String> application() {
        return annotations.application();
    }

    /** The flaw of the token, for people; empty when there is none. */
    public Optional<String> token() {
        return annotations.token();
    }

    /** The violations of the contract in the request, recorded or refused. */
    public List<Violation> violations() {
        return annotations.violations();
    }

    /** The ids of the rows that the request touches. */
    public List<String> requirements() {
        return annotations.requirements();
    }

    /** The scenario's step that the request met, as it was written; {@code fine} for none. */
    public String manner() {
        return annotations.manner();
    }

    /** The status of the answer. */
    public int status() {
        return answer.status();
    }

    /**
     * A request.
     *
     * @param method in capitals
     * @param url path and query as they came
     * @param headers by name in lower case, in the order in which they came
     * @param body cut at {@link #MAX_BODY} characters
     */
    public record Request(String method, String url, Map<String, String> headers, String body) {
        /** Copies the headers. */
        public Request {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * An answer.
     *
     * @param status the status code
     * @param headers by name, in the order in which they were sent
     * @param body cut at {@link #MAX_BODY} characters
     */
    public record Answer(int status, Map<String, String> headers, String body) {
        /** Copies the headers. */
        public Answer {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * Notes of the service on a request.
     *
     * @param application the caller as its token names it; empty when no token could be read
     * @param token what is wrong with the token, for people; empty when nothing is
     * @param violations how the request broke the contract, recorded or refused
     * @param requirements the ids of the rows that it touches: those that its violations break, and those that say what becomes of
     *     such a request
     * @param manner the scenario's step that it met, as it was written; {@code fine} for none
     */
    public record Annotations(
            Optional<String> application,
            Optional<String> token,
            List<Violation> violations,
            List<String> requirements,
            String manner) {
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
                            .map(one -> Secrets.removed(one, MAX_GOT))
                            .toList(),
                    requirements,
                    manner);
        }
    }
}
