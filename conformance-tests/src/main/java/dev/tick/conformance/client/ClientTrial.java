package dev.tick.conformance.client;

import dev.tick.spec.client.ClientScenario;
import dev.tick.spec.client.ClientScenarios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Plays scenarios side by side, each on a stage that it has for itself. A client that was killed may have calls on their way, which are
 * none of the next scenario: its stage is not used again.
 */
final class ClientTrial {
    /** A client is killed at once, and what it printed is waited for. */
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final ScenarioPlayer player;
    private final Supplier<ClientStage> stages;
    private final BlockingQueue<ClientStage> free = new LinkedBlockingQueue<>();
    private final Queue<ClientStage> opened = new ConcurrentLinkedQueue<>();

    ClientTrial(ScenarioPlayer player, Supplier<ClientStage> stages) {
        this.player = player;
        this.stages = stages;
    }

    /** Returns what was played, in the order of the scenarios. */
    List<Performance> play(ClientScenarios scenarios, int parallel) {
        int lanes = Math.min(parallel, scenarios.scenarios().size());
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            for (int i = 0; i < lanes; i++) {
                addStage();
            }
            List<Future<Performance>> running = scenarios.scenarios().stream()
                    .map(scenario -> threads.submit(() -> onStage(scenario)))
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
            awaitEnd(threads);
            opened.forEach(ClientStage::close);
        }
    }

    /** A scenario that ends late would open another stage. */
    private static void awaitEnd(ExecutorService threads) {
        try {
            threads.awaitTermination(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void addStage() {
        ClientStage stage = stages.get();
        opened.add(stage);
        free.add(stage);
    }

    private Performance onStage(ClientScenario scenario) throws InterruptedException {
        ClientStage stage = free.take();
        boolean isQuiet = true;
        try {
            Performance played = player.play(scenario, stage);
            isQuiet = !played.end().isKilled();
            return played;
        } finally {
            if (isQuiet) {
                free.add(stage);
            } else {
                opened.remove(stage);
                stage.close();
                addStage();
            }
        }
    }
}
