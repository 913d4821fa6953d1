package dev.tick.conformance.run;

import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.verdict.Result;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The cases of a plan as JUnit tests. JUnit's own count is no verdict: the plan keeps the results. */
@ExtendWith(PlanParameter.class)
class ConformanceSuite {
    @TestFactory
    Stream<DynamicTest> requirements(Plan plan) {
        return plan.cases().stream().map(one -> DynamicTest.dynamicTest(title(one), () -> show(plan.perform(one))));
    }

    private static String title(Case one) {
        return one.id() + " " + one.row().statement();
    }

    private static void show(CaseResult result) {
        if (result.result() == Result.FAIL || result.result() == Result.ERROR) {
            throw new AssertionFailedError(result.detail());
        }
        if (result.result() == Result.NOT_TESTABLE) {
            throw new TestAbortedException(result.detail());
        }
    }
}
