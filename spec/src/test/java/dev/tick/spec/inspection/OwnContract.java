package dev.tick.spec.inspection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A copy of the invented contract {@code examples/own-contract/badges}, to be changed.
 *
 * @param folder where it lies
 */
record OwnContract(Path folder) {
    private static final Path ORIGINAL = Path.of("../examples/own-contract/badges");

    static OwnContract in(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : List.of("openapi.yaml", "requirements.yaml")) {
            Files.copy(ORIGINAL.resolve(file), folder.resolve(file));
        }
        return new OwnContract(folder);
    }

    /** Puts a copy at the place of one of the kit's, with its list of rows. */
    static OwnContract inKit(Path top) throws IOException {
        OwnContract own = in(top.resolve("src/main/resources/contracts/badges"));
        Files.createDirectories(own.golden().resolve("..").normalize());
        Files.write(
                own.golden(),
                Files.readAllLines(own.register()).stream()
                        .filter(line -> line.matches("  - id: .*|    level: .*"))
                        .map(line -> line.replaceAll("^ *- id: |^ *level:", ""))
                        .reduce("", (all, part) -> all + (part.startsWith(" ") ? part + "\n" : part))
                        .lines()
                        .toList());
        return own;
    }

    Path golden() {
        return folder.resolve("../../../../test/resources/golden/badges.txt").normalize();
    }

    Path contract() {
        return folder.resolve("openapi.yaml");
    }

    Path register() {
        return folder.resolve("requirements.yaml");
    }

    /** Replaces a text that stands there once or more; all of it. */
    OwnContract with(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(from), () -> "nothing to change: " + from);
        Files.writeString(file, text.replace(from, to));
        return this;
    }

    ContractInspection inspected() {
        return ContractInspection.of(folder.toString());
    }

    /** Returns the problems as lines, in which files are named without their folder. */
    List<String> problems() {
        return inspected().problems().stream()
                .map(problem -> problem.toString()
                        .replace(folder + "/", "")
                        .replace(golden().resolve("..").normalize() + "/", ""))
                .toList();
    }
}
