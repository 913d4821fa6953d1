package dev.tick.stub.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest tells. */
final class StubVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "tick-stub "
                    + Optional.ofNullable(StubVersion.class.getPackage().getImplementationVersion())
                            .orElse("(not packaged)")
        };
    }
}
