package dev.tick.stub.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest tells, and the archive of classes that this process was started with. */
final class StubVersion implements IVersionProvider {
    private final StartArchive archive;

    /** Makes one of a command that tells the version alone. */
    StubVersion() {
        this(StartArchive.told(""));
    }

    StubVersion(StartArchive archive) {
        this.archive = archive;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "tick-stub "
                    + Optional.ofNullable(StubVersion.class.getPackage().getImplementationVersion())
                            .orElse("(not packaged)"),
            "Archive: " + archive.sentence()
        };
    }
}
