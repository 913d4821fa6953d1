package dev.tick.conformance.target;

import dev.tick.spec.document.Fields;
import java.util.Map;
import java.util.Optional;

/** The environment variables that a target's file names in place of secrets; no problem quotes a value. */
final class Variables {
    /** So many letters no variable has, and most secrets have; nor has a secret only capitals with an underscore. */
    private static final String NAME = "(?=.{3,64}$)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+";

    private final Map<String, String> environment;

    Variables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Returns the value of the variable that a key names; empty where that is a problem, or the key is not there. */
    Optional<String> value(Fields fields, String key) {
        if (!fields.has(key)) {
            return Optional.empty();
        }
        Optional<String> name = fields.secret(key);
        if (name.isPresent() && !name.get().matches(NAME)) {
            fields.problem(
                    key,
                    "expected the name of an environment variable in capitals with an underscore, such as TICK_CLIENT_SECRET; "
                            + "a secret never stands in the file, so replace one that did");
            return Optional.empty();
        }
        return name.flatMap(variable -> valueOf(fields, key, variable));
    }

    private Optional<String> valueOf(Fields fields, String key, String variable) {
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            fields.problem(
                    key,
                    "the environment variable " + variable
                            + " is not set; export the secret in it, or remove the entry");
            return Optional.empty();
        }
        return Optional.of(value);
    }
}
