package dev.tick.conformance.report.html;

import dev.tick.conformance.report.model.ReportModel;
import java.util.List;
import java.util.Optional;

/**
 * The scenarios of a client in {@code report.html}.
 *
 * @param wrong those in which something went wrong, which are open
 * @param others the rest, which is folded
 */
record ScenesView(List<SceneView> wrong, List<SceneView> others) {
    /** Returns how many went well, in words; empty for none. */
    Optional<String> fold() {
        String which = wrong.isEmpty() ? "All " : "";
        return Optional.of(which + others.size() + " in which nothing went wrong")
                .filter(text -> !others.isEmpty());
    }

    /** Returns the scenarios of a run; empty for one in which no client played. */
    static Optional<ScenesView> of(ReportModel model) {
        List<SceneView> all = SceneView.all(model);
        return Optional.of(new ScenesView(
                        all.stream().filter(SceneView::wrong).toList(),
                        all.stream().filter(one -> !one.wrong()).toList()))
                .filter(view -> !all.isEmpty());
    }
}
