package dev.tick.stub.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.register.Register;
import dev.tick.stub.answer.AnswerForm;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.http.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final FaultCatalogue FAULTS = new FaultCatalogue(CONTRACT, Register.load("tiindicators", CONTRACT));

    private final ScenarioReader grammar = new ScenarioReader(FAULTS, List.of("submitIndicator", "listIndicators"));

    @Test
    void readsEveryManner() {
        Scenario scenario =
                grammar.read("fine x2, 503 x1,expired-token x1 on listIndicators,  delay  500ms x1, slow 3s x1, "
                        + "drop x1, reset x1 on token, garbage x1, fault SUB-001-answers-200");
        assertEquals(
                List.of(
                        new Step(new StepAction.Fine(), Optional.of(2), Optional.empty(), "fine x2"),
                        new Step(new StepAction.Refused(503), Optional.of(1), Optional.empty(), "503 x1"),
                        new Step(
                                new StepAction.ExpiredToken(),
                                Optional.of(1),
                                Optional.of("listIndicators"),
                                "expired-token x1 on listIndicators"),
                        step(new Delivery.Delayed(Duration.ofMillis(500)), "delay 500ms x1"),
                        step(new Delivery.Trickled(Duration.ofSeconds(3)), "slow 3s x1"),
                        step(new Delivery.Dropped(Delivery.DropMode.CLOSED), "drop x1"),
                        new Step(
                                new StepAction.Delivered(new Delivery.Dropped(Delivery.DropMode.RESET)),
                                Optional.of(1),
                                Optional.of("token"),
                                "reset x1 on token"),
                        step(new Delivery.Dropped(Delivery.DropMode.GARBLED), "garbage x1"),
                        new Step(
                                new StepAction.Broken(FAULTS.named("SUB-001-answers-200")),
                                Optional.empty(),
                                Optional.empty(),
                                "fault SUB-001-answers-200")),
                scenario.steps());
        assertEquals(scenario, grammar.read(scenario.toString()));
    }

    @Test
    void readsTheMannersOfPartialAnswersAndOfPauses() {
        Scenario scenario = grammar.read(
                "half-close x1, half-reset x1, half-hang 5s x1, last-chunk-cutx1, retry-after 2m x1 on submitIndicator");
        assertEquals(
                List.of(
                        step(new Delivery.Cut(Delivery.CutMode.HALF_CLOSED), "half-close x1"),
                        step(new Delivery.Cut(Delivery.CutMode.HALF_RESET), "half-reset x1"),
                        step(new Delivery.Hung(Duration.ofSeconds(5)), "half-hang 5s x1"),
                        step(new Delivery.Cut(Delivery.CutMode.LAST_CHUNK_CUT), "last-chunk-cut x1"),
                        new Step(
                                new StepAction.Throttled(Duration.ofMinutes(2), StepAction.PauseForm.SECONDS),
                                Optional.of(1),
                                Optional.of("submitIndicator"),
                                "retry-after 2m x1 on submitIndicator")),
                scenario.steps());
        assertEquals(scenario, grammar.read(scenario.toString()));
    }

    @Test
    void readsDatedPausesRedirectsAndFailingItems() {
        Scenario scenario = grammar.read("retry-after-date 2s x1, redirect x1 on listIndicators, fail-itemx1");
        assertEquals(
                List.of(
                        new StepAction.Throttled(Duration.ofSeconds(2), StepAction.PauseForm.DATE),
                        new StepAction.Redirected(),
                        new StepAction.ItemFailed()),
                scenario.steps().stream().map(Step::action).toList());
        assertEquals(scenario, grammar.read(scenario.toString()));
    }

    @Test
    void readsEachFormOfAnAnswer() {
        for (AnswerForm form : AnswerForm.values()) {
            Scenario scenario = grammar.read("answer " + FieldType.spelled(form) + " x1 on listIndicators");
            assertEquals(
                    List.of(new StepAction.Answered(form)),
                    scenario.steps().stream().map(Step::action).toList());
            assertEquals(scenario, grammar.read(scenario.toString()));
        }
    }

    @Test
    void readsPausesOfEachLength() {
        Scenario scenario = grammar.read(
                "retry-after 0s x1, retry-after none x1, retry-after 1440m x1, retry-after-date 0s x1, retry-after none");
        assertEquals(
                List.of(
                        new StepAction.Throttled(Duration.ZERO, StepAction.PauseForm.SECONDS),
                        new StepAction.Throttled(Duration.ZERO, StepAction.PauseForm.UNTOLD),
                        new StepAction.Throttled(Duration.ofDays(1), StepAction.PauseForm.SECONDS),
                        new StepAction.Throttled(Duration.ZERO, StepAction.PauseForm.DATE),
                        new StepAction.Throttled(Duration.ZERO, StepAction.PauseForm.UNTOLD)),
                scenario.steps().stream().map(Step::action).toList());
        assertEquals(scenario, grammar.read(scenario.toString()));
    }

    private static Step step(Delivery how, String text) {
        return new Step(new StepAction.Delivered(how), Optional.of(1), Optional.empty(), text);
    }

    private static ScenarioReader knowing(NamedScenario scenario) {
        return new ScenarioReader(FAULTS, List.of(), List.of(scenario));
    }

    @Test
    void limitsItsLength() {
        assertEquals(1000, grammar.read("fine x1,".repeat(999) + "fine").steps().size());
        assertEquals(
                "there are 1001 steps; expected 1000 at most",
                refusal("fine x1,".repeat(1000) + "fine").replaceAll(".*', ", ""));
        assertEquals(
                "expected a step of 200 characters at most",
                refusal("fault " + "x".repeat(100_000)).replaceAll(".*', ", ""));
    }

    private String refusal(String line) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> grammar.read(line))
                .getMessage());
    }

    @Test
    void knowsScenariosByNameAndLearnsMore() {
        assertEquals(grammar.read("fine x1, expired-token x1"), grammar.read(" token-expires "));
        ScenarioReader more = knowing(new NamedScenario("monday", "Slow, then down.", "delay 1s x2, 503"));
        assertEquals("delay 1s x2, 503", more.read("monday").toString());
        assertEquals("monday", more.scenarios().get(more.scenarios().size() - 1).name());
        assertThrows(IllegalArgumentException.class, () -> knowing(new NamedScenario("bad", "", "503 x0")));
        assertThrows(IllegalArgumentException.class, () -> grammar.read("bad"));
    }

    @ParameterizedTest
    @CsvSource({
        "429x2, 429 x2",
        "'429x2, 503x1 on token', '429 x2, 503 x1 on token'",
        "'finex1, dropx2', 'fine x1, drop x2'",
        "expired-tokenx3, expired-token x3"
    })
    void takesTimesWithoutASpaceBeforeThem(String line, String meant) {
        assertEquals(grammar.read(meant), grammar.read(line));
        assertEquals(meant, grammar.read(line).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "throtled | scenario: in 'throtled', 'throtled' is unknown (did you mean 'throttled'?); expected the name of a scenario,",
                "delay | scenario: in 'delay', 'delay' needs a time such as 500ms or 2s",
                "delay 2h | scenario: in 'delay 2h', '2h' is no time; write it like 500ms, 2s or 1m",
                "half-hang | scenario: in 'half-hang', 'half-hang' needs a time such as 500ms or 2s",
                "half-clos | scenario: in 'half-clos', 'half-clos' is unknown (did you mean 'half-close'?)",
                "retry-after 1500ms | scenario: in 'retry-after 1500ms', '1500ms' is not in whole seconds, as the header Retry-After is",
                "retry-after | scenario: in 'retry-after', 'retry-after' needs a time such as 30s or 2m, or 'none'",
                "retry-after-date | scenario: in 'retry-after-date', 'retry-after-date' needs a time such as 30s or 2m",
                "retry-after nothing | scenario: in 'retry-after nothing', 'nothing' is no time; write it like 2s, 1m or 'none'",
                "retry-after-date none | scenario: in 'retry-after-date none', 'none' is no time; write it like 2s or 1m",
                "retry-after 1441m | scenario: in 'retry-after 1441m', '1441m' is out of range; expected at most a day, 1440m",
                "slow 11m | scenario: in 'slow 11m', '11m' is out of range; expected more than nothing and at most 10m",
                "delay 0s | scenario: in 'delay 0s', '0s' is out of range",
                "503 x0 | scenario: in '503 x0', x0 is no step; leave it out",
                "399 | scenario: in '399', '399' is unknown",
                "600 x1 | scenario: in '600 x1', '600' is unknown",
                "503 soon | scenario: in '503 soon', 'soon' has no meaning there",
                "429 X3 | scenario: in '429 X3', 'X3' has no meaning there (did you mean '429 x3'?)",
                "drop 2x | scenario: in 'drop 2x', '2x' has no meaning there (did you mean 'drop x2'?)",
                "fine 4 | scenario: in 'fine 4', '4' has no meaning there (did you mean 'fine x4'?)",
                "', fine' | scenario: in ', fine', there is a comma without a step beside it; remove the comma",
                "503 x1,, fine | scenario: in '503 x1,, fine', there is a comma without a step beside it; remove the comma",
                "drop now | scenario: in 'drop now', 'now' has no meaning there",
                "503 x2 on submitIndicater | scenario: in '503 x2 on submitIndicater', there is no place 'submitIndicater' (did you mean 'submitIndicator'?); expected one of [submitIndicator, listIndicators, token]",
                "answer x1 | scenario: in 'answer x1', 'answer' needs a form, one of [unknown-property, unknown-value, nulls, absent, no-fraction, fraction-6, fraction-7, offset, empty-page]",
                "answer null | scenario: in 'answer null', there is no form 'null' (did you mean 'nulls'?); expected one of [unknown-property, ",
                "fault | scenario: in 'fault', 'fault' needs a name",
                "fault sub-007 | fault: 'sub-007' is a row of the register; name one of its faults: [SUB-007-",
                "fault SUB-007-title-trimmd | fault: 'SUB-007-title-trimmd' is unknown; did you mean one of [SUB-007-",
                "fault SUB-001-nonsense | fault: 'SUB-001-nonsense' is unknown; did you mean one of [SUB-001-",
                "503, fine | scenario: the step '503' never ends, so what follows it never comes; say how many requests it lasts for, such as '503 x1'",
                "503 x1, | scenario: in '503 x1,', there is a comma without a step beside it; remove the comma",
                "503 x9999999999 | scenario: in '503 x9999999999', "
            })
    void saysWhatIsWrongAndWhatToWrite(String line, String message) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> grammar.read(line));
        String said = String.valueOf(refusal.getMessage());
        assertEquals(message, said.substring(0, Math.min(message.length(), said.length())));
    }
}
