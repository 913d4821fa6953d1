package dev.tick.stub.fault;

/** A wrong way to cut a list. */
public enum PageMistake {
    /** The first entities are taken, and then those of them that meet the filter. */
    TOP_FIRST("applies $top before the filter"),
    /** The first entities are left out, whether or not they meet the filter. */
    SKIP_FIRST("applies $skip before the filter"),
    /** The first entities are taken, and of them some left out. */
    TOP_BEFORE_SKIP("applies $top before $skip"),
    /** One more is left out than was asked for. */
    SKIP_ONE_MORE("skips one more than asked for"),
    /** Behind the last entity comes the first. */
    SKIP_AROUND("begins anew behind the last entity"),
    /** Nothing stands for everything. */
    ZERO_IS_ALL("lists everything for a $top of 0"),
    /** More than there are cannot be asked for. */
    TOP_ABOVE_REFUSED("refuses a $top of more than there are"),
    /** Each request has an order of its own. */
    UNSTABLE("has another order for each part"),
    /** The pages after the first are those of a list without a filter. */
    FILTER_LOST("loses the filter on the next page"),
    /** The pages go on beyond what was asked for. */
    TOP_LOST("loses $top on the next page"),
    /** The last entity of a page is the first of the next. */
    OVERLAP("repeats an entity on the next page"),
    /** No link leads to a page of one entity. */
    LAST_ONE_LOST("gives no link where one entity is left"),
    /** An entity is on no page. */
    GAP("leaves out an entity between two pages");

    private final String description;

    PageMistake(String description) {
        this.description = description;
    }

    /** Returns the mistake in words: a sentence without its subject. */
    public String description() {
        return description;
    }
}
