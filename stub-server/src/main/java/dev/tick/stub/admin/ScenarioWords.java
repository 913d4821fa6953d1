package dev.tick.stub.admin;

import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.scenario.ScenarioPosition;
import dev.tick.stub.scenario.ScenarioReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The words of the admin API for scenarios; the former ones go on working. */
enum ScenarioWords {
    SCENARIO("scenario", "steps", "actions", "description"),
    /** Before, a scenario was called a mood. */
    MOOD("mood", "mood", "manners", "manner");

    private final String key;
    private final String steps;
    private final String actions;
    private final String description;

    ScenarioWords(String key, String steps, String actions, String description) {
        this.key = key;
        this.steps = steps;
        this.actions = actions;
        this.description = description;
    }

    String key() {
        return key;
    }

    String path() {
        return "/tick/" + key;
    }

    String listPath() {
        return "/tick/" + key + "s";
    }

    ObjectNode position(ScenarioPosition position) {
        return object().put(key, position.scenario().toString())
                .put("step", position.step())
                .put("met", position.met())
                .put("usedUp", position.isUsedUp());
    }

    /** Tells, beside the position, what has become of each step. */
    ObjectNode progress(ScenarioPosition position) {
        ObjectNode answer = position(position);
        ArrayNode steps = answer.putArray("progress");
        position.progress()
                .forEach(one -> steps.addObject()
                        .put("step", one.text())
                        .put("times", one.times().orElse(null))
                        .put("used", one.used())
                        .put("consumed", one.consumed()));
        return answer;
    }

    /** Lists what can be played. */
    ObjectNode list(ScenarioReader grammar, FaultCatalogue catalogue) {
        ObjectNode answer = object();
        ArrayNode scenarios = answer.putArray("scenarios");
        grammar.scenarios()
                .forEach(one -> scenarios
                        .addObject()
                        .put("name", one.name())
                        .put("description", one.description())
                        .put(steps, one.steps()));
        ArrayNode known = answer.putArray(actions);
        ScenarioReader.ACTIONS.forEach(known::add);
        ArrayNode faults = answer.putArray("faults");
        catalogue
                .faults()
                .forEach(one -> faults.addObject()
                        .put("name", one.name())
                        .put("requirement", one.requirement())
                        .put("operation", one.operation())
                        .put(description, one.description()));
        return answer;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
