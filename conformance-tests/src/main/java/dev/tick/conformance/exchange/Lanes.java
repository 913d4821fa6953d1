package dev.tick.conformance.exchange;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lanes in which units of work go side by side, each sequential inside. One lane runs at a time, in their order; when all wait for an
 * answer, their requests go out together, and the lanes go on when the last is answered. So what they share needs no lock, and what is
 * sent and found depends on no clock. Two things keep the order of the units:
 *
 * <ul>
 *   <li>a lane whose request looks at all that the target holds is alone from there to its end;
 *   <li>lanes that need the same exchange go one after the other, unless it took place before them.
 * </ul>
 */
public final class Lanes {
    /** Most lanes for each request in flight; those that wait for others send none. */
    private static final int MOST = 4;

    private final RetryingSender sender;
    private final InFlight inFlight;
    private final Semaphore baton = new Semaphore(0);
    private final List<Lane> open = new ArrayList<>();
    private final Map<String, Lane> owners = new HashMap<>();
    private Optional<Lane> running = Optional.empty();
    private Optional<Lane> alone = Optional.empty();

    /** Creates lanes without work. */
    public Lanes(RetryingSender sender, InFlight inFlight) {
        this.sender = sender;
        this.inFlight = inFlight;
    }

    /** Performs units of work, begun in their order; what one throws ends all, and is thrown on. */
    public void perform(List<Runnable> units) {
        int width = inFlight.on(sender.quickest());
        if (width == 1 || sender.isCrowded()) {
            units.forEach(Runnable::run);
            return;
        }
        Iterator<Runnable> left = units.iterator();
        try {
            while (left.hasNext() || !open.isEmpty()) {
                goOn(left, sender.isCrowded() ? 1 : width);
            }
        } finally {
            open.forEach(Lane::abandon);
            open.clear();
            owners.clear();
            alone = Optional.empty();
            running = Optional.empty();
        }
    }

    /** Sends a request, or, in a lane, waits until it is answered with those of the others. */
    public Exchange send(Request request, Reach reach) {
        return running.isEmpty() ? sender.send(request) : running.get().ask(request, reach);
    }

    /**
     * Waits, in a lane, until those before it that need the same exchange have ended.
     *
     * @param key of the exchange
     * @param there whether it took place
     */
    public void claim(String key, BooleanSupplier there) {
        if (running.isEmpty() || (!owners.containsKey(key) && there.getAsBoolean())) {
            return;
        }
        Lane lane = running.get();
        Optional<Lane> owner = others(key, lane);
        while (owner.isPresent() && lane.await(owner.get(), there)) {
            owner = others(key, lane);
        }
        owners.put(key, lane);
    }

    private Optional<Lane> others(String key, Lane lane) {
        return Optional.ofNullable(owners.get(key)).filter(one -> one != lane && !one.hasEnded());
    }

    private void goOn(Iterator<Runnable> left, int width) {
        List<Lane> free = free();
        Optional<Lane> ready = free.stream().filter(Lane::isReady).findFirst();
        if (ready.isPresent()) {
            run(ready.get());
        } else if (left.hasNext() && open.size() < MOST * width && asking() < width) {
            open.add(new Lane(left.next(), baton));
        } else {
            List<Lane> wave = wave(free);
            if (wave.isEmpty()) {
                untie();
            } else {
                fly(wave);
            }
        }
    }

    private long asking() {
        return open.stream().filter(lane -> lane.asked().isPresent()).count();
    }

    /** Returns the lanes that may go on: all, or the one that is alone; on a crowded target the first. */
    private List<Lane> free() {
        Optional<Lane> only = alone.or(() -> open.stream().findFirst().filter(first -> sender.isCrowded()));
        return only.map(lane -> List.of(needed(lane))).orElse(open);
    }

    /** Returns the lane that must end before this one can go on; itself if none must. */
    private Lane needed(Lane lane) {
        Lane needed = lane;
        for (int i = 0; i < open.size() && !needed.isReady() && needed.awaited().isPresent(); i++) {
            needed = needed.awaited().get();
        }
        return needed;
    }

    private void run(Lane lane) {
        running = Optional.of(lane);
        try {
            lane.run();
        } finally {
            running = Optional.empty();
            if (lane.hasEnded()) {
                open.remove(lane);
                alone = alone.filter(one -> one != lane);
            }
        }
    }

    private List<Lane> wave(List<Lane> free) {
        List<Lane> waiting =
                free.stream().filter(lane -> lane.asked().isPresent()).toList();
        Optional<Lane> first = waiting.stream().findFirst().filter(Lanes::looksAtAll);
        if (first.isPresent()) {
            alone = alone.or(() -> first);
            return List.of(first.get());
        }
        return waiting.stream().filter(lane -> !looksAtAll(lane)).toList();
    }

    private static boolean looksAtAll(Lane lane) {
        return lane.asked().orElseThrow().reach() == Reach.ALL;
    }

    private void fly(List<Lane> wave) {
        List<Supplier<Exchange>> answers = sender.together(
                wave.stream().map(lane -> lane.asked().orElseThrow().request()).toList());
        for (int i = 0; i < wave.size(); i++) {
            wave.get(i).answer(answers.get(i));
        }
    }

    /** Lets the first lane go on that waits for another, in a circle, though the exchange it needs is there. */
    private void untie() {
        if (open.stream().noneMatch(Lane::freed)) {
            throw new IllegalStateException("cases wait for each other");
        }
    }
}
