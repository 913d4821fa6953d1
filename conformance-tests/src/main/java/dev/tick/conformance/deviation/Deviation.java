package dev.tick.conformance.deviation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One known deviation of a target.
 *
 * @param file the name of the file that lists it
 * @param line where its entry begins there, counted from 1
 * @param requirement the id of the requirement
 * @param caseId the one case that deviates, such as {@code SUB-020/fileSha1}; empty for all of the requirement's
 * @param reason why it is tolerated
 * @param link where it is tracked
 * @param owner who is to end it
 * @param opened the day it was listed
 * @param expires the last day on which it waives
 */
public record Deviation(
        String file,
        int line,
        String requirement,
        Optional<String> caseId,
        String reason,
        String link,
        String owner,
        LocalDate opened,
        LocalDate expires) {
    /** Checks the dates. */
    public Deviation {
        if (expires.isBefore(opened)) {
            throw new IllegalArgumentException("expires: " + expires + " is before opened: " + opened);
        }
    }

    /** Returns the id of the deviating case, or else of the requirement. */
    public String subject() {
        return caseId.orElse(requirement);
    }

    /** Returns why it is tolerated, until when, by whom and where it is tracked, for people. */
    public String sentence() {
        return reason + " (until " + expires + ", " + owner + ", " + link + ")";
    }

    /** Returns whether this entry is about a case of a requirement. */
    public boolean covers(String ofRequirement, String oneCase) {
        return requirement.equals(ofRequirement)
                && caseId.filter(own -> !own.equals(oneCase)).isEmpty();
    }
}
