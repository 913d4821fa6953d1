package dev.tick.conformance.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            Files.createFile(file, OwnerOnly.file(file));
            Ledger ledger = new Ledger(file, head, new LedgerBook(), FileChannel.open(file, StandardOpenOption.WRITE));
            ledger.write(LedgerLines.head(head));
            return ledger;
        } catch (FileAlreadyExistsException e) {
            throw new LedgerException("ledger: '" + file + "' is there already; run again");
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
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            // A line that a killed run left half must not swallow the next one.
            channel.truncate(LedgerLines.whole(Files.readAllBytes(file)).length);
            channel.position(channel.size());
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
        int number = book.submits(caller, items);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("submit", number).put("caller", caller).put("request", line);
        ArrayNode list = event.putArray("items");
        items.forEach(item -> {
            ObjectNode node = list.addObject().put("identity", item.identity());
            item.end().ifPresent(end -> node.put("end", end.toString()));
        });
        write(event);
        synchronize();
        return number;
    }

    /** Writes down the answer to a request. */
    public void answered(int number, Holding.Likelihood likelihood, Map<String, String> addresses) {
        book.answered(number, likelihood, addresses);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("answer", number).put("outcome", likelihood.name());
        ObjectNode made = event.putObject("addresses");
        addresses.forEach(made::put);
        write(event);
    }

    /** Writes down that entities are gone, by their path parameters. */
    public void gone(String caller, Set<String> addresses) {
        book.gone(caller, addresses);
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("gone", caller);
        ArrayNode list = event.putArray("addresses");
        addresses.stream().sorted().forEach(list::add);
        write(event);
    }

    /** Returns what may be on the target, the latest first. */
    public List<Holding> holdings() {
        return book.holdings();
    }

    private void write(ObjectNode event) {
        try {
            ByteBuffer line = ByteBuffer.wrap((event + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Waits until the disk has it; what only shortens a clean-up need not be there. */
    private void synchronize() {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw unwritable(file, e);
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
