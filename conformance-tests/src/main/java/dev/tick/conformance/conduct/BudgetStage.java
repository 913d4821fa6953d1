package dev.tick.conformance.conduct;

import dev.tick.conformance.exchange.StoppedException;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.function.Consumer;

/** Counts the requests of a run, repeated ones included, and stops it when its budget is spent. */
final class BudgetStage implements Stage {
    private final int budget;
    private int sent;

    BudgetStage(int budget) {
        this.budget = budget;
    }

    @Override
    public Consumer<Exchange> admit(Request request) {
        if (sent >= budget) {
            throw new StoppedException("the budget of " + budget
                    + " requests is spent; raise it by the setting 'budget', or check fewer requirements");
        }
        sent++;
        return NOTHING;
    }
}
