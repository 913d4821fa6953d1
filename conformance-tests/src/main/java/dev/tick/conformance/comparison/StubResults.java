package dev.tick.conformance.comparison;

import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results of the sound stub of a contract, made when the kit is built, so that no run has to make them again.
 *
 * @param digest of the contract and the register that they belong to
 * @param inputs the digest of the code that they were made by; empty where that does not matter
 * @param readings the results with every token, by the reading operations that the target has ({@link #READING}), with
 *     every other operation; each result is {@code case id: [result, detail]}, by requirement
 * @param untested the results of cases without the token that they need, by case id; the detail names the token
 */
public record StubResults(
        String digest,
        String inputs,
        Map<String, Map<String, Map<String, List<String>>>> readings,
        Map<String, List<String>> untested) {
    /** The operations by which checks see the effect of others: without one, fewer checks can judge. */
    public static final List<Effect> READING = List.of(Effect.LIST, Effect.READ);

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CaseSnapshot ABSENT = new CaseSnapshot(Result.NOT_APPLICABLE, "not asked for");

    /** Returns the results that come with the kit; empty for another contract or another register than theirs. */
    public static Optional<StubResults> shipped(Contract contract, Register register) {
        String name = contract.source().file().replaceFirst("^contracts/([^/]+)/.*$", "$1");
        return load(name).filter(known -> known.belongsTo(contract, register));
    }

    /** Returns whether these are the results of this contract and this register; of others they say nothing. */
    public boolean belongsTo(Contract contract, Register register) {
        return digest.equals(StubResultsDigest.of(contract, register));
    }

    private static Optional<StubResults> load(String contract) {
        try (InputStream in = StubResults.class.getResourceAsStream(file(contract))) {
            return in == null ? Optional.empty() : Optional.of(JSON.readValue(in, StubResults.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the name of the file for a contract, beside this class. */
    public static String file(String contract) {
        return "stub-" + contract + ".json";
    }

    /** Returns the text of the file. */
    public String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    /**
     * Combines runs.
     *
     * @param digest of the contract and the register
     * @param inputs the digest of the code
     * @param readings runs with every token, by the reading operations that the target has
     * @param full the one of them with every reading operation
     * @param bare the run with every operation and only the sound token
     * @throws IllegalStateException when a case without its token does not name exactly one
     */
    public static StubResults of(
            String digest, String inputs, Map<Set<Effect>, Snapshot> readings, Snapshot full, Snapshot bare) {
        Map<String, Map<String, Map<String, List<String>>>> written = new LinkedHashMap<>();
        readings.forEach((effects, snapshot) -> written.put(key(effects), written(snapshot)));
        Map<String, List<String>> untested = new LinkedHashMap<>();
        for (RequirementDiff row : RequirementDiff.between(full, bare)) {
            for (RequirementDiff.OfCase one : row.cases()) {
                CaseSnapshot seen =
                        one.now().orElseThrow(() -> new IllegalStateException(one.id() + " needs a token to exist"));
                if (isVolatile(one)) {
                    continue;
                }
                token(seen.detail());
                untested.put(one.id(), List.of(seen.result().name(), seen.detail()));
            }
        }
        return new StubResults(digest, inputs, written, untested);
    }

    /** Returns whether a case differs only in numbers that a server counts up, which differ from run to run. */
    private static boolean isVolatile(RequirementDiff.OfCase one) {
        return one.before().isPresent()
                && one.now().isPresent()
                && withoutNumbers(one.before().get())
                        .equals(withoutNumbers(one.now().get()));
    }

    private static String withoutNumbers(CaseSnapshot seen) {
        return seen.result() + seen.detail().replaceAll("\"\\d+\"", "<number>");
    }

    private static Map<String, Map<String, List<String>>> written(Snapshot snapshot) {
        Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();
        snapshot.rows().forEach((id, row) -> {
            Map<String, List<String>> cases = new LinkedHashMap<>();
            row.cases()
                    .forEach((one, seen) -> cases.put(one, List.of(seen.result().name(), seen.detail())));
            rows.put(id, cases);
        });
        return rows;
    }

    /** Returns the ids of the cases of a run with every operation and every token, by the id of their requirement. */
    public Map<String, List<String>> cases(Contract contract) {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        readings.getOrDefault(key(readingOf(contract, Set.copyOf(READING))), Map.of())
                .forEach((row, own) -> cases.put(row, List.copyOf(own.keySet())));
        return cases;
    }

    /**
     * Returns the results of a stub with the capabilities and tokens of a target.
     *
     * @param rows the requirements that were checked
     * @param capabilities of the target
     * @param tokens of the target
     */
    public Snapshot of(Contract contract, List<Requirement> rows, Set<Effect> capabilities, Set<TokenKind> tokens) {
        Map<String, Map<String, List<String>>> base =
                readings.getOrDefault(key(readingOf(contract, capabilities)), Map.of());
        Map<String, Snapshot.Row> found = new LinkedHashMap<>();
        for (Requirement row : rows) {
            found.put(
                    row.id(),
                    row(
                            row.appliesTo(contract, capabilities)
                                    ? cases(base.getOrDefault(row.id(), Map.of()), tokens)
                                    : Map.of(row.id() + "/capability", ABSENT)));
        }
        return new Snapshot(contract.source().file(), found);
    }

    private Map<String, CaseSnapshot> cases(Map<String, List<String>> base, Set<TokenKind> tokens) {
        Map<String, CaseSnapshot> cases = new LinkedHashMap<>();
        base.forEach((id, seen) -> cases.put(
                id,
                seen(Optional.ofNullable(untested.get(id))
                        .filter(without -> !tokens.contains(token(without.get(1))))
                        .orElse(seen))));
        return cases;
    }

    private static Snapshot.Row row(Map<String, CaseSnapshot> cases) {
        return new Snapshot.Row(
                cases.values().stream()
                        .map(CaseSnapshot::result)
                        .max(Comparator.naturalOrder())
                        .orElse(Result.ERROR),
                cases);
    }

    private static CaseSnapshot seen(List<String> written) {
        return new CaseSnapshot(Result.valueOf(written.get(0)), written.get(1));
    }

    /** Returns the reading operations of a contract that a target has. */
    public static Set<Effect> readingOf(Contract contract, Set<Effect> capabilities) {
        return READING.stream()
                .filter(effect -> capabilities.contains(effect)
                        && contract.operation(effect).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String key(Set<Effect> effects) {
        return READING.stream().filter(effects::contains).map(Effect::name).collect(Collectors.joining(" "));
    }

    /** Returns the token that a detail names. */
    private static TokenKind token(String detail) {
        List<TokenKind> named = new ArrayList<>();
        for (TokenKind kind : TokenKind.values()) {
            if (detail.matches("(?s).*\\b" + kind.variable() + "\\b.*")) {
                named.add(kind);
            }
        }
        if (named.size() != 1) {
            throw new IllegalStateException("expected the name of one token in '" + detail + "', got " + named);
        }
        return named.get(0);
    }
}
