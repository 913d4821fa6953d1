package dev.tick.stub.refusal;

import dev.tick.spec.contract.Answer;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;

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

    /** The code of a body that is refused, unless what is wrong with it has a code of its own. */
    public static String ofBody(Operation operation) {
        return operation.answer(BAD_REQUEST).flatMap(Answer::code).orElse("BadRequest");
    }
}
