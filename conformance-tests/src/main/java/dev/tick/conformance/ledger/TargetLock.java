package dev.tick.conformance.ledger;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The lock of a target. The system gives it back when its process ends, however that ends. */
public final class TargetLock implements AutoCloseable {
    /** Beyond the text, which others read: some systems let nobody read what is locked. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final Path file;
    private final URI target;
    private final FileChannel channel;

    private TargetLock(Path file, URI target, FileChannel channel) {
        this.file = file;
        this.target = target;
        this.channel = channel;
    }

    static TargetLock at(Path file, URI target) {
        try {
            return new TargetLock(
                    file,
                    target,
                    FileChannel.open(
                            file,
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                            OwnerOnly.file(file)));
        } catch (IOException e) {
            throw new LedgerException("ledger: cannot open the lock '" + file + "' (" + e
                    + "); name a folder that can be written to by the setting 'ledger'");
        }
    }

    /**
     * Takes the lock, if nobody has it.
     *
     * @return who has it, in words; empty where it is taken
     */
    public Optional<String> take(Instant now) {
        try {
            FileLock lock = channel.tryLock(PLACE, 1, false);
            if (lock == null) {
                return Optional.of(holder());
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(("process " + ProcessHandle.current().pid() + ", since " + now + "\n")
                            .getBytes(StandardCharsets.UTF_8)),
                    0);
            return Optional.empty();
        } catch (OverlappingFileLockException e) {
            return Optional.of(holder());
        } catch (IOException e) {
            throw new LedgerException("ledger: cannot lock '" + file + "' (" + e
                    + "); name a folder on a disk of this machine by the setting 'ledger'");
        }
    }

    private String holder() {
        try {
            return "another run on " + target + " is under way ("
                    + Files.readString(file).strip() + ")";
        } catch (IOException e) {
            return "another run on " + target + " is under way";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LedgerException("ledger: cannot close the lock '" + file + "' (" + e + ")");
        }
    }
}
