package dev.tick.spec.contract;

import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An OpenAPI 3.1.0 document as data.
 *
 * @param source the document
 * @param operations in the order of the document
 * @param resource what the operations act on; empty when no property is marked as the identity
 * @param tokens what is asked of a token
 * @param seen requests beside the operations that clients were seen to send
 */
public record Contract(
        LocatedDocument source,
        List<Operation> operations,
        Optional<Resource> resource,
        TokenRules tokens,
        List<SeenRequest> seen) {
    /** The contracts that come with the kit; a test holds this against {@code editions.txt} and lints each. */
    static final Set<String> SHIPPED = Set.of("tiindicators", "indicators");

    private static final String ALL = "allOf";
    private static final String REFERENCE = "$ref";

    /** Keywords of a schema that says nothing of its own. */
    private static final Set<String> GATHERING = Set.of(ALL, REFERENCE, "title", "description");

    /** Copies the lists. */
    public Contract {
        operations = List.copyOf(operations);
        seen = List.copyOf(seen);
    }

    /**
     * Loads a contract that lies on the class path under {@code contracts/<name>/}. Only those that come with the kit are not put
     * through swagger-parser again, as its build has done.
     *
     * @throws InvalidDocumentException when there is none of this name, or it cannot be used
     */
    public static Contract load(String name) {
        ContractReader reader = new ContractReader(LocatedDocument.load("contracts/" + name + "/openapi.yaml"));
        return SHIPPED.contains(name) ? reader.readKnown() : reader.read();
    }

    /**
     * Reads a contract.
     *
     * @param source the document
     * @param problems get what swagger-parser, JSON Schema's meta-schema and the kit's own grammar say against it
     * @return the contract; empty where gathered problems leave none
     */
    public static Optional<Contract> read(LocatedDocument source, Problems problems) {
        return problems.part(() -> new ContractReader(source, problems)).flatMap(ContractReader::readAll);
    }

    /**
     * Reads a contract from its text.
     *
     * @param file the name used in messages
     * @throws InvalidDocumentException for anything that swagger-parser reports, for what JSON Schema's meta-schema says
     *     of the schemas under components, and for a version other than 3.1.0
     */
    public static Contract parse(String file, String yaml) {
        return new ContractReader(LocatedDocument.parse(file, yaml)).read();
    }

    /** Compares by identity: many look up what they found in a contract, and its content is a whole document. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /**
     * Returns the operation of this id.
     *
     * @throws IllegalArgumentException when the contract has none, naming those it has
     */
    public Operation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation '" + id + "' in " + source.file()
                        + "; it has "
                        + operations.stream().map(Operation::id).toList()));
    }

    /** Returns the operation with this effect. */
    public Optional<Operation> operation(Effect effect) {
        return operations.stream()
                .filter(operation -> operation.effect().equals(Optional.of(effect)))
                .findFirst();
    }

    /** Returns the value at a JSON pointer that may lead through references; missing when there is none. */
    public JsonNode at(String pointer) {
        return source.root().at(RefResolver.resolved(source, pointer));
    }

    /**
     * Returns pointers to the rules that hold beside the properties of a schema: the branches of its {@code allOf}, and theirs in
     * place of a branch that only gathers others.
     *
     * @param schema a pointer that may lead through references; so may those returned
     */
    public List<String> rules(String schema) {
        List<String> rules = new ArrayList<>();
        branches(schema, new HashSet<>(), rules);
        return List.copyOf(rules);
    }

    private void branches(String schema, Set<String> seen, List<String> rules) {
        for (int i = 0; i < at(schema).path(ALL).size(); i++) {
            branch(schema + "/" + ALL + "/" + i, seen, rules);
        }
    }

    private void branch(String branch, Set<String> seen, List<String> rules) {
        if (!seen.add(RefResolver.resolved(source, branch))) {
            return;
        }
        if (at(branch).has(REFERENCE)) {
            branch(branch + "/" + REFERENCE, seen, rules);
        }
        branches(branch, seen, rules);
        if (!GATHERING.containsAll(at(branch).propertyNames())) {
            rules.add(branch);
        }
    }

    /** Returns a JSON pointer without its steps through references. */
    public String resolved(String pointer) {
        return RefResolver.resolved(source, pointer);
    }

    /** Returns the line of the value at a JSON pointer that may lead through references, or of its nearest ancestor that has one. */
    public int lineOf(String pointer) {
        return source.lineOf(RefResolver.resolved(source, pointer));
    }
}
