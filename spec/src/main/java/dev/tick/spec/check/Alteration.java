package dev.tick.spec.check;

import dev.tick.spec.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request that is changed on purpose.
 *
 * @param edits in the order in which they are made; none for a request that stays as it is
 */
public record Alteration(List<Edit> edits) implements RequestChange {
    /** The request stays as it is. */
    public static final Alteration NONE = new Alteration(List.of());

    /** Copies the edits. */
    public Alteration {
        edits = List.copyOf(edits);
    }

    /** Returns whether the request stays as it is. */
    public boolean isNone() {
        return edits.isEmpty();
    }

    /** Returns the properties that must be in the request for it to be altered. */
    public Set<String> needs() {
        return edits.stream()
                .flatMap(edit -> edit instanceof BodyEdit body ? body.needs().stream() : Set.<String>of().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the token that it needs beside the sound one. */
    public Optional<AlternateToken> token() {
        return edits.stream()
                .filter(HeaderEdit.OtherToken.class::isInstance)
                .map(edit -> ((HeaderEdit.OtherToken) edit).token())
                .findFirst();
    }

    /**
     * Returns a sound request with all edits.
     *
     * @param tokens gives the {@linkplain #token token} that it needs
     */
    public Request apply(Request sound, Function<AlternateToken, String> tokens) {
        Request request = sound;
        for (Edit edit : edits) {
            request = edit.apply(request, tokens);
        }
        return request;
    }

    @Override
    public boolean matches(RequestFacts facts) {
        return edits.stream().allMatch(edit -> edit.matches(facts.request()));
    }

    /** Returns the edits as the register writes them, in JSON; names of cases are made of it, so it must stay as it is. */
    @Override
    public String toString() {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        edits.forEach(edit -> edit.describe(words));
        return words.toString();
    }
}
