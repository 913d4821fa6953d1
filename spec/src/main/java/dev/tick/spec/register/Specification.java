package dev.tick.spec.register;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.text.NearestWord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A contract and its register.
 *
 * @param name the folder under {@code contracts/}, by which users speak of it
 * @param contract the interface
 * @param register its statements
 */
public record Specification(String name, Contract contract, Register register) {
    private static final String NAMES = "contracts/editions.txt";

    /**
     * Loads the contract of this name from the class path.
     *
     * @throws InvalidDocumentException when there is none, or it cannot be used
     */
    public static Specification load(String name) {
        Contract contract = Contract.load(name);
        return new Specification(name, contract, Register.load(name, contract));
    }

    /** Returns the names of the contracts that come with the kit, the oldest first. */
    public static List<String> names() {
        try (InputStream in = Specification.class.getClassLoader().getResourceAsStream(NAMES)) {
            if (in == null) {
                throw new InvalidDocumentException(NAMES, 0, "it is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(name -> !name.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Loads all contracts that come with the kit, the oldest first. */
    public static List<Specification> all() {
        return names().stream().map(Specification::load).toList();
    }

    /**
     * Returns the name, if it is one of a contract that comes with the kit.
     *
     * @throws IllegalArgumentException when it is not, naming those that are
     */
    public static String known(String name) {
        List<String> names = names();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("contract: '" + name + "' is unknown" + NearestWord.hint(name, names)
                    + "; use one of " + String.join(", ", names));
        }
        return name;
    }
}
