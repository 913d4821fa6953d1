package dev.tick.conformance.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The ledger of one run, a line of JSON for each event. What is to be created is on disk before its request leaves. A ledger that is
 * there names what may be left on the target; one that names nothing is deleted. Not thread-safe.
 */
public final class Ledger implements AutoCloseable {
    private enum Synchronization {
        BEFORE_RETURN,
        LATER
    }

    private final Path file;
    private final LedgerHead head;
    private final LedgerBook book;
    private final FileChannel channel;

    private Ledger(Path file, LedgerHead head, LedgerBook book, FileChannel channel) {
        this.file = file;
        this.head = head;
        this.book = book;
        this.channel = channel;
    }

    /**
     * Begins a ledger, which nobody but its owner can read.
     *
     * @throws LedgerException when it cannot be written
     */
    static Ledger begin(Path file, LedgerHead head) {
        try {
            // A run that is killed here leaves no ledger without its first line.
            Path part = Files.createFile(file.resolveSibling(file.getFileName() + ".part"), OwnerOnly.file(file));
            Files.writeString(part, LedgerLines.head(head) + "\n", StandardOpenOption.SYNC);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return new Ledger(file, head, new LedgerBook(), FileChannel.open(file, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * Opens a ledger that an earlier run left, to go on with it.
     *
     * @throws LedgerException when it cannot be read, saying where
     */
    static Ledger open(Path file) {
        try {
            LedgerBook book = new LedgerBook();
            LedgerHead head = LedgerLines.read(file, book);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND);
            // A line that a killed run left half must not swallow the next one.
            channel.truncate(LedgerLines.whole(Files.readAllBytes(file)).length);
            return new Ledger(file, head, book, channel);
        } catch (IOException e) {
            throw new LedgerException("ledger: cannot read '" + file + "' (" + e + "); correct its access rights");
        }
    }

    private static LedgerException unwritable(Path file, IOException e) {
        return new LedgerException("ledger: cannot write '" + file + "' (" + e
                + "), so nothing more is sent; make room, or name another folder by the setting 'ledger'");
    }

    /** Returns what this ledger is about. */
    public LedgerHead head() {
        return head;
    }

    /** Returns where it lies. */
    public Path file() {
        return file;
    }

    /**
     * Writes down what a request is about to submit, and waits until the disk has it.
     *
     * @param caller the kind of its token
     * @param items what it submits, at least one
     * @return the number of the request in this ledger
     * @throws LedgerException when it cannot be written
     */
    public int submits(String caller, String line, List<LedgerItem> items) {
        int number = book.next();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("submit", number).put("caller", caller).put("request", line);
        ArrayNode list = event.putArray("items");
        items.forEach(item -> {
            ObjectNode node = list.addObject().put("identity", item.identity());
            item.end().ifPresent(end -> node.put("end", end.toString()));
        });
        try {
            write(event, Synchronization.BEFORE_RETURN);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        book.submits(number, caller, items);
        return number;
    }

    /** Writes down the answer to a request, if the disk has room: without it, a clean-up only looks for more. */
    public void answered(int number, Holding.Likelihood likelihood, Map<String, String> addresses) {
        book.answered(number, likelihood, addresses);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("answer", number).put("outcome", likelihood.name());
        ObjectNode made = event.putObject("addresses");
        addresses.forEach(made::put);
        note(event);
    }

    /** Writes down that entities are gone, by their path parameters, if the disk has room. */
    public void gone(String caller, Set<String> addresses) {
        book.gone(caller, addresses);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("gone", caller);
        ArrayNode list = event.putArray("addresses");
        addresses.stream().sorted().forEach(list::add);
        note(event);
    }

    /** Writes down that the target still shows an entity that it said to have removed, if the disk has room. */
    public void kept(String address) {
        book.kept(address);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("kept", address);
        note(event);
    }

    /** Returns what may be on the target, the latest first. */
    public List<Holding> holdings() {
        return book.holdings();
    }

    /** Returns all that the run submitted, the latest first, also what it removed since. */
    public List<Holding> submitted() {
        return book.submitted();
    }

    /** Returns the path parameters of all that was removed, whoever asked for it. */
    public Set<String> removed() {
        return book.removed();
    }

    private void note(ObjectNode event) {
        try {
            write(event, Synchronization.LATER);
        } catch (IOException e) {
            // The next submit fails where the disk is still full; whoever cleans up by the ledger finds what it lacks.
            return;
        }
    }

    /** Writes a line whole, or none of it: half of one would make the next unreadable. */
    private void write(ObjectNode event, Synchronization synchronization) throws IOException {
        long before = channel.size();
        try {
            ByteBuffer line = ByteBuffer.wrap((event + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
            if (synchronization == Synchronization.BEFORE_RETURN) {
                channel.force(true);
            }
        } catch (IOException e) {
            if (channel.isOpen()) {
                channel.truncate(before);
            }
            throw e;
        }
    }

    /** Deletes the ledger, since nothing of its run is left. */
    public void delete() {
        close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new LedgerException("ledger: cannot delete '" + file + "' (" + e + "); delete it by hand");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}
