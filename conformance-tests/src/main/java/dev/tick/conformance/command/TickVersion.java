package dev.tick.conformance.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the jar, from its manifest. */
final class TickVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(TickVersion.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {"tick " + version};
    }
}
