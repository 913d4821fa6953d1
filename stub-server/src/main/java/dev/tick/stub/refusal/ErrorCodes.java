package dev.tick.stub.refusal;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.DocumentedResponse;
import dev.tick.spec.contract.Operation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The codes that a contract gives to refusals ({@code x-tick-code}). */
public final class ErrorCodes {
    private static final int BAD_REQUEST = 400;

    private final Contract contract;

    /** Looked up once for each constraint that is ever broken: the way up through a contract is long. */
    private final Map<String, Optional<String>> said = new ConcurrentHashMap<>();

    private final Map<Integer, String> codes = new ConcurrentHashMap<>();

    /** Reads what is needed from a contract. */
    public ErrorCodes(Contract contract) {
        this.contract = contract;
    }

    /** Returns the code of a status, whichever operation documents it. */
    public String of(int status) {
        return codes.computeIfAbsent(status, this::documented);
    }

    private String documented(int status) {
        return contract.operations().stream()
                .flatMap(operation -> operation.response(status).stream())
                .flatMap(answer -> answer.code().stream())
                .findFirst()
                .orElse("Error");
    }

    /**
     * Returns the contract's code or message for a broken constraint ({@code x-tick-refusals}), from the nearest enclosing
     * schema.
     *
     * @param constraint JSON pointer to the constraint, through the references that lead there
     * @param what {@code code} or {@code message}
     */
    public Optional<String> said(String constraint, String keyword, String what) {
        return said.computeIfAbsent(what + " " + keyword + " " + constraint, key -> found(constraint, keyword, what));
    }

    private Optional<String> found(String constraint, String keyword, String what) {
        String at = constraint;
        while (!at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
            JsonNode found =
                    contract.at(at).path("x-tick-refusals").path(keyword).path(what);
            if (!found.isMissingNode()) {
                return Optional.of(found.asString());
            }
        }
        return Optional.empty();
    }

    /** Returns the code of a body that is refused, unless what is wrong with it has a code of its own. */
    public static String ofBody(Operation operation) {
        return operation.response(BAD_REQUEST).flatMap(DocumentedResponse::code).orElse("BadRequest");
    }
}
