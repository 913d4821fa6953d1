package dev.tick.conformance.client;

import dev.tick.spec.client.ClientScenario;
import dev.tick.spec.client.ClientScenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;

/** Plays scenarios side by side, each on a stage that it has for itself. */
final class ClientTrial {
    private final ScenarioPlayer player;
    private final Supplier<ClientStage> stages;

    ClientTrial(ScenarioPlayer player, Supplier<ClientStage> stages) {
        this.player = player;
        this.stages = stages;
    }

    /** Returns what was played, in the order of the scenarios. */
    List<Performance> play(ClientScenarios scenarios, int parallel) {
        int lanes = Math.min(parallel, scenarios.scenarios().size());
        BlockingQueue<ClientStage> free = new LinkedBlockingQueue<>();
        List<ClientStage> opened = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            for (int i = 0; i < lanes; i++) {
                opened.add(stages.get());
            }
            free.addAll(opened);
            List<Future<Performance>> running = scenarios.scenarios().stream()
                    .map(scenario -> threads.submit(() -> onStage(scenario, free)))
                    .toList();
            List<Performance> played = new ArrayList<>();
            for (Future<Performance> one : running) {
                played.add(one.get());
            }
            return played;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the judgement was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            opened.forEach(ClientStage::close);
        }
    }

    private Performance onStage(ClientScenario scenario, BlockingQueue<ClientStage> free) throws InterruptedException {
        ClientStage stage = free.take();
        try {
            return player.play(scenario, stage);
        } finally {
            free.add(stage);
        }
    }
}
