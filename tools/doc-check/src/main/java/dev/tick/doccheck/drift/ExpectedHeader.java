package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.Presence;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A header that the contract asks for.
 *
 * @param name in the usual case
 * @param need whether a request without it breaks the contract
 * @param values one of which the page must speak of; none for whatever value
 * @param place where the contract asks for it
 * @param isDocumented whether the page is expected to list it
 */
record ExpectedHeader(String name, Presence need, List<String> values, SchemaLocation place, boolean isDocumented) {
    static List<ExpectedHeader> of(DocumentedOperation documented) {
        List<ExpectedHeader> asked = new ArrayList<>();
        token(documented).ifPresent(asked::add);
        contentType(documented).ifPresent(asked::add);
        SchemaLocation parameters = documented.own().below("parameters");
        for (int i = 0; i < documented.at(parameters).size(); i++) {
            SchemaLocation place = documented.said(parameters.below(String.valueOf(i)));
            JsonNode parameter = documented.at(place);
            if (parameter.path("in").asString("").equals("header")) {
                asked.add(new ExpectedHeader(
                        parameter.path("name").asString(""),
                        parameter.path("required").asBoolean(false) ? Presence.REQUIRED : Presence.OPTIONAL,
                        List.of(),
                        place,
                        true));
            }
        }
        return asked;
    }

    private static Optional<ExpectedHeader> token(DocumentedOperation documented) {
        SchemaLocation own = documented.own().below("security");
        JsonNode security = documented.at(documented.at(own).isMissingNode() ? SchemaLocation.of("/security") : own);
        return security.valueStream()
                .flatMap(alternative -> alternative.propertyNames().stream())
                .findFirst()
                .map(scheme -> SchemaLocation.of("/components/securitySchemes/" + LocatedDocument.segment(scheme)))
                .map(place -> new ExpectedHeader(
                        "Authorization",
                        Presence.REQUIRED,
                        List.of(capital(documented.at(place).path("scheme").asString("bearer"))),
                        place,
                        true));
    }

    private static Optional<ExpectedHeader> contentType(DocumentedOperation documented) {
        SchemaLocation content = documented.own().below("requestBody", "content");
        List<String> types = List.copyOf(documented.at(content).propertyNames());
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExpectedHeader(
                        "Content-Type",
                        Presence.REQUIRED,
                        types,
                        content,
                        documented.isDocumented(Subject.CLIENT, content)));
    }

    private static String capital(String scheme) {
        return scheme.substring(0, 1).toUpperCase(Locale.ROOT) + scheme.substring(1);
    }
}
