package dev.tick.spec.register;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Problems;
import dev.tick.spec.text.NearestWord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A contract and its register.
 *
 * @param name the name of its folder, by which users speak of it
 * @param contract the interface
 * @param register its statements
 */
public record Specification(String name, Contract contract, Register register) {
    private static final String NAMES = "contracts/editions.txt";
    private static final String CONTRACT = "openapi.yaml";
    private static final String REGISTER = "requirements.yaml";

    /** Those that come with the kit and were asked for: they never change, and reading one takes longer than to start a stub. So this may be static. */
    private static final Map<String, Specification> READ = new ConcurrentHashMap<>();

    /**
     * Loads the contract of this name from the class path; one that comes with the kit is read once.
     *
     * @throws InvalidDocumentException when there is none, or it cannot be used
     */
    public static Specification load(String name) {
        return names().contains(name) ? READ.computeIfAbsent(name, Specification::read) : read(name);
    }

    private static Specification read(String name) {
        Contract contract = Contract.load(name);
        return new Specification(name, contract, Register.load(name, contract));
    }

    /**
     * Loads the contract of a folder, under the folder's name.
     *
     * @param folder holds {@code openapi.yaml} and {@code requirements.yaml}
     * @throws InvalidDocumentException when one is not there, or cannot be used
     */
    public static Specification at(Path folder) {
        // Its name is not to begin like one of those that come with the kit.
        Path path = folder.startsWith("contracts") ? Path.of(".").resolve(folder) : folder;
        Problems problems = Problems.thrown();
        Contract contract = Contract.read(LocatedDocument.read(path.resolve(CONTRACT)), problems)
                .orElseThrow();
        Register register = Register.read(LocatedDocument.read(path.resolve(REGISTER)), contract, problems);
        return new Specification(named(folder), contract, register);
    }

    /**
     * Loads a contract that comes with the kit, by its name, or one's own, by the path of its folder.
     *
     * @throws IllegalArgumentException when it is neither, naming those that there are
     * @throws InvalidDocumentException when it cannot be used
     */
    public static Specification find(String nameOrFolder) {
        return names().contains(nameOrFolder) ? load(nameOrFolder) : at(Path.of(known(nameOrFolder)));
    }

    /** Returns the name by which users speak of the contract in a folder. */
    private static String named(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
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
     * Returns the name, if it is one of a contract that comes with the kit, or the path of a folder that holds one.
     *
     * @throws IllegalArgumentException when it is neither, naming those that there are
     */
    public static String known(String name) {
        List<String> names = names();
        if (!isKnown(name)) {
            throw new IllegalArgumentException("contract: '" + name + "' is unknown" + NearestWord.hint(name, names)
                    + "; use one of " + String.join(", ", names) + ", or the path of a folder that holds " + CONTRACT);
        }
        return name;
    }

    /** Returns whether this is the name of a contract that comes with the kit, or the path of a folder that holds one. */
    public static boolean isKnown(String name) {
        return names().contains(name) || isFolder(name);
    }

    private static boolean isFolder(String name) {
        try {
            return Files.isRegularFile(Path.of(name).resolve(CONTRACT));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
