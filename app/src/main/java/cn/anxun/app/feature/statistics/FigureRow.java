package cn.anxun.app.feature.statistics;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** A row of the list of records behind a figure. */
sealed interface FigureRow {

  /** How the figure comes about. */
  record Summary(Figure figure, int gap, Gap kind) implements FigureRow {}

  /** Why the figure should be looked at before it is relied on. */
  record Doubts(Set<Mark> marks) implements FigureRow {
    public Doubts {
      marks = Collections.unmodifiableSet(new LinkedHashSet<>(marks));
    }
  }

  /**
   * The name of what follows.
   *
   * @param gap what the figure leaves open; else what it counts
   * @param reached what a rate counts above the line
   */
  record Heading(boolean gap, boolean reached, Gap kind, int count) implements FigureRow {}

  /**
   * One record.
   *
   * @param site the name of its site; "" for none
   */
  record Item(FoldedRecord record, String site) implements FigureRow {}

  /** What a rate's open part is called. */
  enum Gap {
    /** 未整改. */
    NOT_RECTIFIED,
    /** 未销号. */
    NOT_CLOSED,
    /** Of any other rate. */
    NOT_REACHED
  }
}
