package dev.tick.stub.pipeline;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import dev.tick.spec.text.ShortText;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.http.Responses;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.refusal.ErrorCodes;
import dev.tick.stub.refusal.ErrorEnvelope;
import dev.tick.stub.state.QuotaStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Refuses requests in the family's error envelope, with the codes and messages that the contract names. */
public final class Refusals {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;

    private final Contract contract;
    private final ErrorCodes codes;
    private final ThrottleStyle style;
    private final Set<String> binding;

    /** Where nothing but open questions about a server stand: {@link Register#isOpenToServers} of every place, found once. */
    private final Set<String> open;

    private final Register register;

    /**
     * Refuses by a contract.
     *
     * @param register tells which statements rest on facts
     * @param style how a call beyond a quota is refused
     */
    public Refusals(Contract contract, Register register, ThrottleStyle style) {
        this.contract = contract;
        codes = new ErrorCodes(contract);
        this.style = style;
        binding = register.requirements().stream()
                .filter(row -> row.basis() != Basis.OPEN && row.basis() != Basis.INFERRED)
                .map(Requirement::id)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, Boolean> questions = register.of(Subject.SERVER).stream()
                .filter(row -> row.schema().isPresent())
                .collect(Collectors.toMap(
                        row -> row.schema().get(), row -> row.basis() == Basis.OPEN, Boolean::logicalAnd));
        questions.values().removeIf(open -> !open);
        open = Set.copyOf(questions.keySet());
        this.register = register;
    }

    /**
     * Returns those of a request's violations that a row with a fact behind it names; the others are open. The client's row decides,
     * and where there is none, the server's.
     */
    public List<Violation> facts(List<Violation> violations) {
        return violations.stream()
                .filter(one -> one.requirement()
                        .or(() -> register.rowFor(Subject.SERVER, one.schema()).map(Requirement::id))
                        .filter(binding::contains)
                        .isPresent())
                .filter(one -> !open.contains(one.schema()))
                .toList();
    }

    /** Refuses with the code that the contract gives the status, whichever operation documents it. */
    Response refuse(int status, String message) {
        Response refusal = envelope(status, codes.of(status), message);
        // RFC 9110, section 15.5.2: every 401 has a challenge; RFC 6750, section 3: of the scheme Bearer.
        return status == UNAUTHORIZED ? refusal.with("WWW-Authenticate", "Bearer") : refusal;
    }

    /** Refuses a body; the code is the first violation's, the message names every one. */
    public Response refuse(Operation operation, List<Violation> violations) {
        Violation first = violations.get(0);
        String message = violations.stream().map(this::message).collect(Collectors.joining(" "));
        if (first.keyword().equals("content")) {
            return refuse(415, message);
        }
        return envelope(400, text(first, "code", ErrorCodes.ofBody(operation)), message);
    }

    /** Refuses for a cause that is no violation of a schema; the contract names the code. */
    Response refuse(Operation operation, String cause, String message) {
        String code = contract.at(operation.pointer() + "/x-tick-refusals/" + cause + "/code")
                .asString(ErrorCodes.ofBody(operation));
        return envelope(400, code, message);
    }

    /** Refuses a call too many. */
    Response throttled(QuotaStore.Exhausted exhausted) {
        Quota quota = exhausted.quota();
        String message = "The quota of " + quota.calls() + " calls in "
                + quota.window().toSeconds() + " seconds is used up; try again in " + exhausted.seconds() + " seconds.";
        return switch (style) {
            case DOCUMENTED -> refuse(TOO_MANY, message).with("Retry-After", Long.toString(exhausted.seconds()));
            case RECORDED -> envelope(TOO_MANY, Integer.toString(TOO_MANY), message);
        };
    }

    private String message(Violation violation) {
        return text(violation, "message", ViolationLimit.brief(violation).sentence() + ".")
                .replace("{name}", missingName(violation))
                .replace("{limit}", contract.at(violation.schema()).asString(""))
                .replace("{got}", ShortText.of(plain(violation.got()), JournalEntry.MAX_GOT));
    }

    private String text(Violation violation, String what, String otherwise) {
        return codes.said(violation.schema(), violation.keyword(), what).orElse(otherwise);
    }

    private String missingName(Violation violation) {
        return violation.keyword().equals("required")
                ? contract.at(violation.schema()).asString("")
                : "";
    }

    private static String plain(String json) {
        return json.startsWith("\"") ? JSON.readTree(json).asString() : json;
    }

    private static Response envelope(int status, String code, String message) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String target = UUID.randomUUID().toString();
        return Responses.odata(
                status, ErrorEnvelope.of(json.stringNode(code), json.stringNode(message), json.stringNode(target)));
    }
}
