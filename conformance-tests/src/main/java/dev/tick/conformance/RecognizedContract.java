package dev.tick.conformance;

import dev.tick.conformance.exchange.HttpSender;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Remote;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The contract that a server serves, as it answered one sound submit at the path of each.
 *
 * @param name of the contract to hold it to
 * @param note what was answered, for people; empty where the hindrance says it
 * @param hindrance why no run makes sense; empty where one does
 * @param questions how many requests were sent to learn it
 */
record RecognizedContract(String name, Optional<String> note, Optional<String> hindrance, int questions) {
    /** The nearer to a success, the earlier: a path that does not tell may be the right one, one that is absent is not. */
    private enum Sign {
        SERVED,
        REFUSED,
        UNAUTHORIZED,
        SILENT,
        ABSENT
    }

    /** A server's answer to a contract's sound submit; empty where its token is not fit for one. */
    private record Answer(String contract, Optional<Exchange> exchange) {
        Sign sign() {
            return exchange.flatMap(Exchange::response).map(Answer::sign).orElse(Sign.SILENT);
        }

        private static Sign sign(Response response) {
            return switch (response.status()) {
                case 200, 201, 202, 204 -> Sign.SERVED;
                case 401, 403 -> Sign.UNAUTHORIZED;
                case 404, 405, 501 -> Sign.ABSENT;
                case 301, 302, 303, 307, 308, 407, 426, 502, 503, 504, 505 -> Sign.SILENT;
                default -> Sign.REFUSED;
            };
        }

        String line() {
            return exchange.map(Exchange::line).orElse("not asked: the token does not fit");
        }
    }

    /**
     * Asks a server by one sound submit at the path of each contract.
     *
     * @param settings of the run
     * @param contracts in the order in which to ask; the first wins where nothing tells them apart
     */
    static RecognizedContract ask(Remote server, Settings settings, List<String> contracts, Clock clock) {
        HttpSender.warmUp();
        List<Answer> answers = new ArrayList<>();
        for (String name : contracts) {
            Specification specification = Specification.load(name);
            Runner runner = new Runner(specification.contract(), specification.register(), clock)
                    .reaching(settings)
                    .under(settings.terms());
            answers.add(new Answer(name, runner.ask(server)));
        }
        return of(server, answers);
    }

    private static RecognizedContract of(Remote server, List<Answer> answers) {
        Answer best = answers.stream().min(Comparator.comparing(Answer::sign)).orElseThrow();
        String lines = answers.stream().map(Answer::line).collect(Collectors.joining(", "));
        int questions = Math.toIntExact(
                answers.stream().flatMap(one -> one.exchange().stream()).count());
        return switch (best.sign()) {
            case ABSENT ->
                new RecognizedContract(
                        best.contract(),
                        Optional.empty(),
                        Optional.of("the target serves no contract at " + server.baseUrl() + ": " + lines
                                + "; does the base URL need a path prefix?"),
                        questions);
            case SILENT ->
                new RecognizedContract(
                        best.contract(),
                        Optional.of(
                                "Contract: " + best.contract() + ", since nothing tells which one the target serves ("
                                        + lines + "); name the right one as the contract"),
                        Optional.empty(),
                        questions);
            case UNAUTHORIZED, REFUSED, SERVED ->
                new RecognizedContract(
                        best.contract(), Optional.of(note(best, answers, lines)), Optional.empty(), questions);
        };
    }

    private static String note(Answer best, List<Answer> answers, String lines) {
        List<String> others = answers.stream()
                .filter(one -> !one.contract().equals(best.contract()) && one.sign() == best.sign())
                .map(Answer::contract)
                .toList();
        String choice = "Contract: " + best.contract() + " (" + lines + ")";
        return others.isEmpty()
                ? choice
                : choice + "; for " + String.join(", ", others) + ", which is answered alike, name it as the contract";
    }
}
