package dev.tick.spec.check;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** An edit of the headers of a request. */
public sealed interface HeaderEdit extends Edit {
    /** The header that carries the token. */
    String AUTHORIZATION = "Authorization";

    /** Other values for headers ({@code headers}). */
    record SetHeaders(Map<String, String> values) implements HeaderEdit {
        /** Copies the values. */
        public SetHeaders {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public Request apply(Request request, Function<AlternateToken, String> tokens) {
            Request changed = request;
            for (Map.Entry<String, String> header : values.entrySet()) {
                changed = changed.with(header.getKey(), header.getValue());
            }
            return changed;
        }

        @Override
        public boolean matches(Request request) {
            return values.entrySet().stream()
                    .allMatch(header -> request.header(header.getKey())
                            .filter(sent -> spaceless(sent).equals(spaceless(header.getValue())))
                            .isPresent());
        }

        /** Web servers write known content types in their own way. */
        private static String spaceless(String text) {
            return text.replace(" ", "");
        }

        @Override
        public void describe(ObjectNode words) {
            values.forEach(words.putObject("headers")::put);
        }
    }

    /** Another token ({@code as}). */
    record OtherToken(AlternateToken token) implements HeaderEdit {
        @Override
        public Request apply(Request request, Function<AlternateToken, String> tokens) {
            return request.with(AUTHORIZATION, "Bearer " + tokens.apply(token));
        }

        /** Only a signed-in user's token shows what it is. */
        @Override
        public boolean matches(Request request) {
            return token == AlternateToken.DELEGATED
                    && isOfUser(request.authorization().orElse(""));
        }

        /** Returns whether the token names scopes, as a signed-in user's does; the signature has been verified before. */
        private static boolean isOfUser(String authorization) {
            String[] parts = authorization.split("\\.", -1);
            try {
                return parts.length == 3
                        && new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                                .contains("\"scp\"");
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public void describe(ObjectNode words) {
            words.put("as", FieldType.spelled(token));
        }
    }

    /** Another spelling of the scheme before the token ({@code scheme}). */
    record OtherScheme(String scheme) implements HeaderEdit {
        @Override
        public Request apply(Request request, Function<AlternateToken, String> tokens) {
            String token = request.authorization().orElse("").replaceFirst("^\\S+", "");
            return request.with(AUTHORIZATION, scheme + token);
        }

        @Override
        public boolean matches(Request request) {
            return request.authorization()
                    .filter(text -> text.startsWith(scheme + " "))
                    .isPresent();
        }

        @Override
        public void describe(ObjectNode words) {
            words.put("scheme", scheme);
        }
    }
}
