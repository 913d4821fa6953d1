package dev.tick.conformance.client;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A stage that is another one for each scenario, so that nothing of one scenario comes to the next. */
final class FreshStage implements ClientStage {
    private final Supplier<ClientStage> stages;
    private Optional<ClientStage> open = Optional.empty();

    FreshStage(Supplier<ClientStage> stages) {
        this.stages = stages;
    }

    @Override
    public Map<String, String> open(String name, String steps) {
        close();
        ClientStage fresh = stages.get();
        open = Optional.of(fresh);
        return fresh.open(name, steps);
    }

    @Override
    public SceneRecord end() {
        SceneRecord seen = open.orElseThrow().end();
        close();
        return seen;
    }

    @Override
    public void close() {
        open.ifPresent(ClientStage::close);
        open = Optional.empty();
    }
}
