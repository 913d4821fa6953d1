package dev.tick.stub.refusal;

import dev.tick.spec.contract.Answer;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The codes that a contract gives to refusals ({@code x-tick-code}). */
public final class Codes {
    private static final int BAD_REQUEST = 400;

    private final Contract contract;

    /** Of one contract. */
    public Codes(Contract contract) {
        this.contract = contract;
    }

    /** The code of a status, whichever operation documents it. */
    public String of(int status) {
        return contract.operations().stream()
                .flatMap(operation -> operation.answer(status).stream())
                .flatMap(answer -> answer.code().stream())
                .findFirst()
                .orElse("Error");
    }

    /**
     * What the contract says of refusing a constraint ({@code x-tick-refusals}), in the nearest schema around it.
     *
     * @param constraint JSON pointer to the constraint, through the references that lead there
     * @param what {@code code} or {@code message}
     */
    public Optional<String> said(String constraint, String keyword, String what) {
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

    /** The code of a body that is refused, unless what is wrong with it has a code of its own. */
    public static String ofBody(Operation operation) {
        return operation.answer(BAD_REQUEST).flatMap(Answer::code).orElse("BadRequest");
    }
}
