package dev.tick.conformance.run;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the plan from the launcher's conversation to the suite, so that no static field has to. */
final class PlanParameter implements ParameterResolver {
    static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(PlanParameter.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Plan.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Plan plan = context.getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .get(Plan.class, Plan.class);
        if (plan == null) {
            throw new IllegalStateException("the suite is run by dev.tick.conformance.run.Runner alone");
        }
        return plan;
    }
}
