package dev.tick.conformance.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The folder of all ledgers, with one folder for each target and tenant.
 *
 * @param path the folder
 */
public record LedgerFolder(Path path) {
    private static final String ENDING = ".jsonl";

    /** Returns the folder for one target and tenant, which no other shares: what one ledger names is removed from no other server. */
    private Path of(URI target, String tenant) {
        Path folder = path.resolve(URLEncoder.encode(normalized(target), StandardCharsets.UTF_8));
        return tenant.isEmpty() ? folder : folder.resolve(segment(tenant));
    }

    /** Returns a name of a folder, one for all ways to write an id, and never that of a folder above. */
    private static String segment(String tenant) {
        return URLEncoder.encode(tenant.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
                .replaceFirst("^\\.", "%2E");
    }

    /** Returns one text for all ways to write the URL of a server. */
    private static String normalized(URI target) {
        String scheme = target.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        int port = target.getPort() == usual ? -1 : target.getPort();
        return scheme + "://" + target.getHost().toLowerCase(Locale.ROOT) + (port < 0 ? "" : ":" + port)
                + target.getRawPath().replaceFirst("/+$", "");
    }

    /**
     * Begins the ledger of a run.
     *
     * @throws LedgerException when it cannot be written
     */
    public Ledger begin(LedgerHead head) {
        Path folder = made(of(URI.create(head.target()), head.tenant()));
        String began = head.started().toString().replaceAll("[^0-9TZ]", "").replaceFirst("(T[0-9]{6})[0-9]*Z", "$1Z");
        return Ledger.begin(folder.resolve(began + "-" + head.run() + ENDING), head);
    }

    /** Takes the lock of a target, by which runs on it come one after the other. */
    public TargetLock lock(URI target, String tenant) {
        return TargetLock.at(made(of(target, tenant)).resolve("lock"), target);
    }

    /**
     * Opens a ledger that a run left, to go on with it.
     *
     * @throws LedgerException when it cannot be read, saying where, or is of another server or tenant than its folder
     */
    public Ledger open(Path file) {
        Ledger ledger = Ledger.open(file);
        LedgerHead head = ledger.head();
        Path own = of(URI.create(head.target()), head.tenant());
        if (!own.toAbsolutePath()
                .normalize()
                .equals(file.toAbsolutePath().normalize().getParent())) {
            ledger.close();
            throw new LedgerException("ledger: " + file + " is of a run on " + head.target()
                    + (head.tenant().isEmpty() ? "" : ", tenant " + head.tenant()) + ", whose ledgers are in " + own
                    + "; move it there");
        }
        return ledger;
    }

    /** Returns how many ledgers there are of other tenants of a server. */
    public long ofOtherTenants(URI target, String tenant) {
        Path own = of(target, tenant);
        Path server = of(target, "");
        if (!Files.isDirectory(server)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(server, 2)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .filter(Files::isRegularFile)
                    .filter(file -> !own.equals(file.getParent()))
                    .count();
        } catch (IOException | UncheckedIOException e) {
            throw new LedgerException("ledger: cannot list '" + server + "' (" + e + "); correct its access rights");
        }
    }

    /** Returns the files of the ledgers that earlier runs on a target left, the oldest first. */
    public List<Path> left(URI target, String tenant) {
        Path folder = of(target, tenant);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LedgerException("ledger: cannot list '" + folder + "' (" + e + "); correct its access rights");
        }
    }

    private static Path made(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, OwnerOnly.folder(folder));
            }
            return folder;
        } catch (IOException e) {
            throw new LedgerException("ledger: cannot make the folder '" + folder + "' (" + e
                    + "); name one that can be written to by the setting 'ledger'");
        }
    }
}
