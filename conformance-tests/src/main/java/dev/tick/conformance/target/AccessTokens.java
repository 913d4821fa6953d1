package dev.tick.conformance.target;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.text.NearestWord;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The access tokens of a run, from the environment; no message quotes one. */
public final class AccessTokens {
    /** Whoever copies a token from a header brings this along. */
    private static final Pattern SCHEME = Pattern.compile("^Bearer(\\s+|$)", Pattern.CASE_INSENSITIVE);

    /** No token: the variable of that name in the file that {@code tick-stub --env-file} writes. */
    private static final String TOKEN_ENDPOINT = "TICK_TOKEN_ENDPOINT";

    private static final String QUOTES = "\"'`";

    private AccessTokens() {}

    /**
     * Reads the tokens that are set.
     *
     * @throws InvalidSettingException when one could be sent to no purpose, or could not be told again where the target repeats it; or
     *     for a variable that is nearly one of these
     */
    public static Map<TokenKind, String> of(Map<String, String> environment) {
        Map<TokenKind, String> tokens = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : TokenKind.values()) {
            String value = environment.getOrDefault(kind.variable(), "");
            if (!value.isBlank()) {
                flaw(value).ifPresent(flaw -> {
                    throw new InvalidSettingException(kind.variable() + ": " + flaw);
                });
                tokens.put(kind, bare(value));
            }
        }
        refuseUnknown(environment.keySet());
        return tokens;
    }

    /** Returns a token alone, where it is given as the value of its header. */
    static String bare(String value) {
        return SCHEME.matcher(value.strip()).replaceFirst("");
    }

    static Optional<String> flaw(String value) {
        String token = bare(value);
        if (token.isEmpty()) {
            return Optional.of("holds the word Bearer and no token; export the token alone");
        }
        if (isQuote(value.strip().charAt(0)) || isQuote(token.charAt(0)) || isQuote(token.charAt(token.length() - 1))) {
            return Optional.of("stands in quotes, which would be sent along; export the token alone");
        }
        int begin = value.lastIndexOf(token);
        OptionalInt wrong = IntStream.range(0, token.length())
                .filter(i -> !isVisible(token.charAt(i)))
                .findFirst();
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of("has " + named(token.charAt(wrong.getAsInt())) + " at position "
                        + (begin + wrong.getAsInt() + 1) + "; export the token alone");
    }

    private static boolean isQuote(char character) {
        return QUOTES.indexOf(character) >= 0;
    }

    private static boolean isVisible(char character) {
        return character > ' ' && character <= '~';
    }

    private static String named(char character) {
        return switch (character) {
            case '\n', '\r' -> "a line break";
            case ' ', '\t' -> "a blank";
            default -> "a character that no header can carry";
        };
    }

    /** A token under another name would be left out without a word. */
    private static void refuseUnknown(Set<String> variables) {
        List<String> known =
                Arrays.stream(TokenKind.values()).map(TokenKind::variable).toList();
        variables.stream()
                .filter(name -> name.startsWith(TokenKind.SOUND.variable()))
                .filter(name -> !known.contains(name) && !name.equals(TOKEN_ENDPOINT))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidSettingException(name + ": no such token is known" + NearestWord.hint(name, known)
                            + "; the variables are " + String.join(", ", known));
                });
    }
}
