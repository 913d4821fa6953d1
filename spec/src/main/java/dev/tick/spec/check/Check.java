package dev.tick.spec.check;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import java.util.List;
import java.util.Set;

/** A check of a requirement; each kind is a record, and both its cases and its faults depend on it. */
public sealed interface Check
        permits SuccessCheck,
                ServerValueCheck,
                ListCheck,
                ChangeCheck,
                RemovalCheck,
                BatchCheck,
                RequestCheck,
                AbsentCheck,
                ExplorationCheck,
                SequenceCheck,
                ConductCheck,
                CallerCheck,
                AfterRemovalCheck,
                ResubmitCheck {
    /** The families of checks. */
    interface CheckFamilies<R> {
        R success(SuccessCheck check);

        R serverValue(ServerValueCheck check);

        R list(ListCheck check);

        R change(ChangeCheck check);

        R removal(RemovalCheck check);

        R batch(BatchCheck check);

        R request(RequestCheck check);

        R absent(AbsentCheck check);

        R exploration(ExplorationCheck check);

        R sequence(SequenceCheck check);

        R conduct(ConductCheck check);

        R caller(CallerCheck check);

        R afterRemoval(AfterRemovalCheck check);

        R resubmit(ResubmitCheck check);
    }

    /** Returns the register's word for this kind. */
    String kind();

    /** Returns the id of the operation that is called, which the contract has. */
    String operation();

    /** Returns what is to be done with this family. */
    <R> R accept(CheckFamilies<R> families);

    /** Returns the kind for people, with what is expected where one kind expects several things. */
    default String title() {
        return kind();
    }

    /**
     * Returns the effects, beside that of its operation, without which it cannot be made: where a target lacks such an operation of
     * the contract, the row does not apply to it.
     */
    default Set<Effect> needs(Contract contract) {
        return Set.of();
    }

    /** Returns the only statuses that are allowed; empty where the row names none. */
    default List<Integer> statuses() {
        return List.of();
    }
}
