package dev.tick.spec.inspection;

import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Specification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of one contract.
 *
 * @param name by which users speak of it
 * @param folder where they lie; empty for those that come with the kit
 * @param golden the kit's list of the ids and levels of its rows; empty for a contract outside the kit's sources
 */
record ContractFiles(String name, Optional<Path> folder, Optional<Path> golden) {
    /** From {@code src/main/resources/contracts/<name>}. */
    private static final String LISTS = "../../../../test/resources/golden";

    /**
     * Finds the files.
     *
     * @param nameOrFolder the name of a contract that comes with the kit, or the path of a folder
     * @throws IllegalArgumentException when it is neither
     */
    static ContractFiles of(String nameOrFolder) {
        if (Specification.names().contains(nameOrFolder)) {
            return new ContractFiles(nameOrFolder, Optional.empty(), Optional.empty());
        }
        Path folder = Path.of(Specification.known(nameOrFolder));
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return new ContractFiles(name, Optional.of(folder), golden(folder, name));
    }

    private static Optional<Path> golden(Path folder, String name) {
        return Optional.of(folder.resolve(LISTS).normalize())
                .filter(lists -> Files.isDirectory(lists)
                        && folder.toAbsolutePath().normalize().endsWith("main/resources/contracts/" + name))
                .map(lists -> lists.resolve(name + ".txt"));
    }

    /** Returns whether every constraint must have a row, as in the contracts of the kit. */
    boolean isOfKit() {
        return folder.isEmpty() || golden.isPresent();
    }

    /**
     * Reads a document.
     *
     * @throws InvalidDocumentException when it is not there, or cannot be read
     */
    LocatedDocument document(String file) {
        return folder.map(known -> LocatedDocument.read(known.resolve(file)))
                .orElseGet(() -> LocatedDocument.load("contracts/" + name + "/" + file));
    }

    /** Returns whether there is such a document. */
    boolean has(String file) {
        return folder.map(known -> Files.exists(known.resolve(file)))
                .orElseGet(() ->
                        ContractFiles.class.getClassLoader().getResource("contracts/" + name + "/" + file) != null);
    }
}
