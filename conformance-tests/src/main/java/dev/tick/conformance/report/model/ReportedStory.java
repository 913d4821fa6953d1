package dev.tick.conformance.report.model;

import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.run.CaseStory;
import dev.tick.spec.contract.BatchResultSchema;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ServerValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sequence of requests that shows a fault.
 *
 * @param shown as it was found
 * @param stable the same, with placeholders for what changes from run to run
 * @param lines of the contract, one for each step: where its operation stands; at least 1
 * @param numbers the properties by which a target tells under which number it keeps what was submitted
 */
public record ReportedStory(CaseStory shown, CaseStory stable, List<Integer> lines, List<String> numbers) {
    /** Copies the lists. */
    public ReportedStory {
        lines = List.copyOf(lines);
        numbers = List.copyOf(numbers);
    }

    static ReportedStory of(
            CaseStory story, Contract contract, List<ExchangeRecord> exchanges, VolatileText volatileText) {
        return new ReportedStory(
                story,
                story.map(volatileText::replaceIn),
                story.steps().stream()
                        .map(step -> line(contract, exchanges.get(step.exchange() - 1)))
                        .toList(),
                numbers(contract));
    }

    private static int line(Contract contract, ExchangeRecord exchange) {
        return exchange.request()
                .operation(contract)
                .map(Operation::pointer)
                .map(contract::lineOf)
                .filter(line -> line > 0)
                .orElse(1);
    }

    private static List<String> numbers(Contract contract) {
        return Stream.concat(
                        contract.resource().flatMap(one -> one.filledWith(ServerValue.NUMBER)).stream(),
                        BatchResultSchema.of(contract).map(BatchResultSchema::number).stream())
                .distinct()
                .toList();
    }
}
