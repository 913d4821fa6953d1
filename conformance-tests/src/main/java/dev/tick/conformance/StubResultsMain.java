package dev.tick.conformance;

import dev.tick.conformance.comparison.StubResults;
import dev.tick.conformance.comparison.StubResultsDigest;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Writes the stub's results of every contract, when the kit is built. */
public final class StubResultsMain {
    private StubResultsMain() {}

    /** Writes into the folder of compiled classes that the first argument names; keeps results that were made by the present code. */
    public static void main(String[] arguments) throws IOException, URISyntaxException {
        Path classes = Path.of(arguments[0]);
        Path folder = classes.resolve(StubResults.class.getPackageName().replace('.', '/'));
        String inputs = digest(List.of(classes, origin(StubServer.class), origin(Specification.class)));
        for (String name : Specification.names()) {
            Path file = folder.resolve(StubResults.file(name));
            if (!Files.exists(file) || !Files.readString(file).contains(inputs)) {
                Specification specification = Specification.load(name);
                Verifier conformance =
                        new Verifier(specification.contract(), specification.register(), Clock.systemUTC());
                Files.writeString(file, conformance.stubResults(inputs).json());
            }
        }
    }

    private static Path origin(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String digest(List<Path> roots) throws IOException {
        MessageDigest digest = StubResultsDigest.sha256();
        for (Path root : roots) {
            for (Path file : files(root)) {
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the files that results can depend on: neither the results themselves nor the properties, which hold the commit. */
    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("stub-.*\\.json|.*\\.properties"))
                    .sorted()
                    .toList();
        }
    }
}
