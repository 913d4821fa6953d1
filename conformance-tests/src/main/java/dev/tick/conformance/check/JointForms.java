package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.ServerValueCheck;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The forms of an operation's request that a sound server takes, or may take, as many as go together in one: what takes them all
 * takes each. Only where they are not taken is each sent alone.
 */
final class JointForms {
    private final Conversation conversation;
    private final Operation operation;

    JointForms(Conversation conversation, Operation operation) {
        this.conversation = conversation;
        this.operation = operation;
    }

    /** Returns the request that has a form and others, where it was answered with the documented success. */
    Optional<Exchange> taken(Alteration form) {
        List<Alteration> forms = forms();
        return forms.size() > 1 && forms.contains(form)
                ? Optional.of(sent(forms)).filter(joint -> conversation.succeeded(operation, joint))
                : Optional.empty();
    }

    private Exchange sent(List<Alteration> forms) {
        Alteration all = joined(forms);
        String example = ProbeChecks.example(conversation, operation, all);
        return conversation.exchange(
                "joint forms of " + operation.id(),
                () -> all.apply(ProbeChecks.aside(conversation, operation, example), conversation::token));
    }

    private static Alteration joined(List<Alteration> forms) {
        return new Alteration(
                forms.stream().flatMap(one -> one.edits().stream()).toList());
    }

    /** Returns those that rows allow, as many as go together in the order of the register. */
    private List<Alteration> forms() {
        List<Alteration> forms = new ArrayList<>();
        for (Alteration form : allowed()) {
            if (form.token().isEmpty() && !forms.contains(form)) {
                forms.add(form);
                if (!goTogether(forms)) {
                    forms.remove(form);
                }
            }
        }
        return forms;
    }

    private List<Alteration> allowed() {
        return conversation.register().checked().stream()
                .flatMap(row -> row.check().stream())
                .filter(check -> conversation.operation(check).equals(operation))
                .flatMap(check -> form(check).stream())
                .filter(form -> !form.isNone())
                .toList();
    }

    /** Returns the form that a check wants taken, or lets be taken; empty for one that notes what is done with it. */
    private static Optional<Alteration> form(Check check) {
        if (check instanceof SuccessCheck.PropertyEchoed echoed) {
            return Optional.of(echoed.alteration());
        }
        if (check instanceof ServerValueCheck.ServerValueNotFromClient named) {
            return Optional.of(named.alteration());
        }
        return check instanceof RequestCheck request
                        && request.expectation() instanceof Expectation.Accepted
                        && request.change() instanceof Alteration form
                ? Optional.of(form)
                : Optional.empty();
    }

    /** Returns whether a request with all forms shows each: none undoes another, and an example has what all need. */
    private boolean goTogether(List<Alteration> forms) {
        Alteration all = joined(forms);
        return conversation.requests().examples(conversation.submitting(operation)).stream()
                .filter(example -> all.needs().stream()
                        .allMatch(name -> conversation.requests().sends(operation, example, name)))
                .findFirst()
                .map(example -> all.apply(outline(example), conversation::token))
                .filter(request ->
                        forms.stream().flatMap(form -> form.edits().stream()).allMatch(edit -> edit.matches(request)))
                .isPresent();
    }

    /** Returns a request that is not to be sent. */
    private Request outline(String example) {
        Request bare = conversation.requests().bare(operation, "");
        return operation.requestSchema().isPresent()
                ? bare.withBody(conversation.samples().outline(operation, example))
                : bare;
    }
}
