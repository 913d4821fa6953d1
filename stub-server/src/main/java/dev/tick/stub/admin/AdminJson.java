package dev.tick.stub.admin;

import dev.tick.spec.http.Headers;
import dev.tick.spec.register.Requirement;
import dev.tick.stub.access.Application;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCall;
import dev.tick.stub.pipeline.ServedContract;
import dev.tick.stub.pipeline.Tenant;
import dev.tick.stub.state.Applications;
import dev.tick.stub.state.JournalStore;
import dev.tick.stub.state.QuotaStore;
import dev.tick.stub.state.StubState;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON of the parts of a stub in the answers of admin calls. */
final class AdminJson {
    /** As many as a page can show. */
    private static final int MAX_ENTITIES = 1000;

    private AdminJson() {}

    static ObjectNode journal(JournalStore journal, long after) {
        ObjectNode answer = object();
        ArrayNode entries = answer.putArray("entries");
        journal.entries().stream().filter(entry -> entry.number() > after).forEach(entry -> entries.add(entry(entry)));
        ArrayNode calls = answer.putArray("tokenCalls");
        journal.tokenCalls().stream().filter(call -> call.number() > after).forEach(call -> calls.add(tokenCall(call)));
        return answer;
    }

    private static ObjectNode tokenCall(TokenCall call) {
        return object().put("number", call.number())
                .put("time", call.time().toString())
                .put("method", call.flow().method())
                .put("client", call.flow().client().orElse(null))
                .put("grant", call.flow().grant().orElse(null))
                .put("proof", call.flow().proof())
                .put("endpoint", call.flow().endpoint())
                .put("asked", call.flow().asked().orElse(null))
                .put("status", call.result().status())
                .put("error", call.result().error().orElse(null))
                .put("cause", call.result().cause().orElse(null))
                .put("retryAfter", call.result().retryAfter().orElse(null))
                .put("manner", call.step())
                .put("line", call.line());
    }

    private static ObjectNode entry(JournalEntry entry) {
        ObjectNode json = object();
        json.put("number", entry.number());
        json.put("time", entry.time().toString());
        json.set(
                "request",
                object().put("method", entry.method())
                        .put("url", entry.url())
                        .put("body", entry.body())
                        .set("headers", headers(entry.request().headers(), name -> name.toLowerCase(Locale.ROOT))));
        json.put("operation", entry.operation().orElse(null));
        json.put("application", entry.application().orElse(null));
        json.put("token", entry.token().orElse(null));
        ArrayNode violations = json.putArray("violations");
        entry.violations()
                .forEach(violation -> violations.add(object().put("location", violation.location())
                        .put("keyword", violation.keyword())
                        .put("expected", violation.expected())
                        .put("got", violation.got())
                        .put("sentence", violation.sentence())
                        .put("requirement", violation.requirement().orElse(null))));
        ArrayNode requirements = json.putArray("requirements");
        entry.requirements().forEach(requirements::add);
        json.put("manner", entry.step());
        json.set(
                "answer",
                object().put("status", entry.status())
                        .put("body", entry.response().body().text())
                        .set("headers", headers(entry.response().headers(), name -> name)));
        return json;
    }

    /** Writes headers; of one that came several times, the first value. */
    private static ObjectNode headers(Headers headers, UnaryOperator<String> spelled) {
        ObjectNode json = object();
        headers.forEach((name, value) -> json.putIfAbsent(spelled.apply(name), json.stringNode(value)));
        return json;
    }

    /** As the default contract shows them. */
    static ObjectNode entities(Tenant tenant) {
        ObjectNode answer = object();
        ArrayNode entities = answer.putArray("entities");
        OperationResult.Page all =
                tenant.state().entities().listOfAll(tenant.defaultContract().mapping());
        all.entities().stream().limit(MAX_ENTITIES).forEach(entities::add);
        return answer;
    }

    static ObjectNode quotas(QuotaStore quotas) {
        ObjectNode answer = object();
        ArrayNode all = answer.putArray("quotas");
        quotas.remaining().forEach((application, remaining) -> {
            ArrayNode limits = all.addObject().put("application", application).putArray("limits");
            remaining.forEach(one -> limits.addObject()
                    .put("calls", one.quota().calls())
                    .put("seconds", one.quota().window().toSeconds())
                    .put("remaining", one.calls()));
        });
        return answer;
    }

    static ObjectNode privileges(StubState state) {
        ObjectNode answer = object();
        ArrayNode all = answer.putArray("privileges");
        state.privileges().all().forEach(one -> {
            ObjectNode json = all.addObject()
                    .put("application", one.application())
                    .put("bearer", one.bearer().name().toLowerCase(Locale.ROOT));
            one.needed().forEach(json.putArray("needed")::add);
            one.held().forEach(json.putArray("held")::add);
            one.surplus().forEach(json.putArray("surplus")::add);
            ArrayNode calls = json.putArray("calls");
            one.needs().forEach(need -> {
                ObjectNode call = calls.addObject().put("operation", need.operation());
                need.sufficient().forEach(call.putArray("sufficient")::add);
                call.put("calls", need.calls());
            });
        });
        return answer;
    }

    static ObjectNode contracts(Tenant tenant) {
        ObjectNode answer = object();
        ArrayNode contracts = answer.putArray("contracts");
        tenant.served().stream()
                .map(ServedContract::specification)
                .forEach(edition -> contracts
                        .addObject()
                        .put("name", edition.name())
                        .put("title", edition.contract().at("/info/title").asString())
                        .put("edition", edition.register().edition()));
        return answer;
    }

    static ObjectNode requirements(List<Requirement> requirements) {
        ObjectNode answer = object();
        ArrayNode rows = answer.putArray("requirements");
        requirements.forEach(row -> rows.addObject()
                .put("id", row.id())
                .put("level", row.level().name().toLowerCase(Locale.ROOT))
                .put("basis", row.basis().name().toLowerCase(Locale.ROOT))
                .put("statement", row.statement())
                .put("source", row.source().page() + ", " + row.source().section()));
        return answer;
    }

    static ObjectNode applications(Applications applications) {
        ObjectNode answer = object();
        ArrayNode all = answer.putArray("applications");
        applications.all().forEach(one -> all.add(application(one)));
        return answer;
    }

    static ObjectNode application(Application application) {
        ObjectNode json = object().put("id", application.id())
                .put("name", application.name().orElse(application.id()));
        ArrayNode roles = json.putArray("roles");
        application.roles().forEach(roles::add);
        return json;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
