package dev.tick.spec.drift;

import dev.tick.spec.page.Need;
import dev.tick.spec.register.Subject;
import dev.tick.spec.source.YamlSource;
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
record AskedHeader(String name, Need need, List<String> values, SchemaPlace place, boolean isDocumented) {
    static List<AskedHeader> of(ContractSide side) {
        List<AskedHeader> asked = new ArrayList<>();
        token(side).ifPresent(asked::add);
        contentType(side).ifPresent(asked::add);
        SchemaPlace parameters = side.own().below("parameters");
        for (int i = 0; i < side.at(parameters).size(); i++) {
            SchemaPlace place = side.said(parameters.below(String.valueOf(i)));
            JsonNode parameter = side.at(place);
            if (parameter.path("in").asString("").equals("header")) {
                asked.add(new AskedHeader(
                        parameter.path("name").asString(""),
                        parameter.path("required").asBoolean(false) ? Need.REQUIRED : Need.OPTIONAL,
                        List.of(),
                        place,
                        true));
            }
        }
        return asked;
    }

    private static Optional<AskedHeader> token(ContractSide side) {
        SchemaPlace own = side.own().below("security");
        JsonNode security = side.at(side.at(own).isMissingNode() ? SchemaPlace.of("/security") : own);
        return security.valueStream()
                .flatMap(alternative -> alternative.propertyNames().stream())
                .findFirst()
                .map(scheme -> SchemaPlace.of("/components/securitySchemes/" + YamlSource.segment(scheme)))
                .map(place -> new AskedHeader(
                        "Authorization",
                        Need.REQUIRED,
                        List.of(capital(side.at(place).path("scheme").asString("bearer"))),
                        place,
                        true));
    }

    private static Optional<AskedHeader> contentType(ContractSide side) {
        SchemaPlace content = side.own().below("requestBody", "content");
        List<String> types = List.copyOf(side.at(content).propertyNames());
        return types.isEmpty()
                ? Optional.empty()
                : Optional.of(new AskedHeader(
                        "Content-Type", Need.REQUIRED, types, content, side.isDocumented(Subject.CLIENT, content)));
    }

    private static String capital(String scheme) {
        return scheme.substring(0, 1).toUpperCase(Locale.ROOT) + scheme.substring(1);
    }
}
