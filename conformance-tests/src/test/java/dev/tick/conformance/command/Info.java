package dev.tick.conformance.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a system tells of a process. */
record Info(Optional<String> command, List<String> told) implements ProcessHandle.Info {
    @Override
    public Optional<String> commandLine() {
        return Optional.empty();
    }

    @Override
    public Optional<String[]> arguments() {
        return Optional.of(told.toArray(String[]::new));
    }

    @Override
    public Optional<Instant> startInstant() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> totalCpuDuration() {
        return Optional.empty();
    }

    @Override
    public Optional<String> user() {
        return Optional.empty();
    }
}
