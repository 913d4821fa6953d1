package dev.tick.conformance.client;

import dev.tick.spec.document.Json;
import dev.tick.spec.text.ShortText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The reader of what a long-lived client writes to its standard output: a line is an answer if it is a JSON object with a scenario and its
 * work, and somebody waits for it. All other lines are output.
 */
final class AnswerReader {
    /** Characters of the longest line that can be an answer. */
    private static final int LONGEST = 1_000_000;

    private static final int PART = 4096;

    /** Characters of a line that a message quotes. */
    private static final int SHOWN = 80;

    private final LastOutput output;
    private final BiPredicate<String, String> takers;
    private final UnaryOperator<String> hiding;
    private final StringBuilder line = new StringBuilder();
    private boolean tooLong;
    private volatile Optional<String> stray = Optional.empty();

    /**
     * Creates a reader.
     *
     * @param output gets what is no answer
     * @param takers gets the name of a scenario and the line that answers it; false where nobody waits for that
     * @param hiding replaces every secret in a text, before it is shortened
     */
    AnswerReader(LastOutput output, BiPredicate<String, String> takers, UnaryOperator<String> hiding) {
        this.output = output;
        this.takers = takers;
        this.hiding = hiding;
    }

    /** Reads a stream to its end. */
    void readAll(InputStream in) {
        char[] part = new char[PART];
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (int read = reader.read(part); read >= 0; read = reader.read(part)) {
                for (int i = 0; i < read; i++) {
                    add(part[i]);
                }
            }
        } catch (IOException e) {
            // It was killed; what it said until then counts.
            tooLong = true;
        }
        end();
    }

    private void add(char c) {
        line.append(c);
        if (c == '\n') {
            end();
            tooLong = false;
        } else if (line.length() > LONGEST) {
            tooLong = true;
            end();
        }
    }

    private void end() {
        String text = line.toString();
        line.setLength(0);
        Optional<String> flaw = tooLong ? Optional.of("it is too long") : flaw(text);
        flaw.ifPresent(why -> {
            output.add(text);
            if (text.contains("\"" + TaskLine.SCENARIO + "\"")) {
                stray = Optional.of(
                        "its line '" + ShortText.of(hiding.apply(text.strip()), SHOWN) + "' is no answer: " + why);
            }
        });
    }

    /** Hands a line to who waits for it; returns why it is no answer, or nothing where it was taken. */
    private Optional<String> flaw(String text) {
        JsonNode answer;
        try {
            answer = text.stripLeading().startsWith("{")
                    ? Json.read(text.getBytes(StandardCharsets.UTF_8))
                    : JsonNodeFactory.instance.missingNode();
        } catch (RuntimeException e) {
            return Optional.of("it is no JSON");
        }
        JsonNode scenario = answer.path(TaskLine.SCENARIO);
        if (!scenario.isString() || !answer.has(TaskLine.WORK)) {
            return Optional.of("expected {\"scenario\": \"NAME\", \"work\": [...]}");
        }
        if (TaskLine.isOne(answer)) {
            return Optional.of("it is the line that told the work");
        }
        return takers.test(scenario.asString(), text)
                ? Optional.empty()
                : Optional.of("no scenario '" + scenario.asString() + "' waits for one");
    }

    /** Forgets the lines until now. */
    void forget() {
        stray = Optional.empty();
    }

    /** Returns why the last line that looked like an answer was none. */
    Optional<String> stray() {
        return stray;
    }
}
